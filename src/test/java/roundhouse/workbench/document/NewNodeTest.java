package roundhouse.workbench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;

class NewNodeTest {
    @Test
    void countsOnInTheIdsOwnWay() {
        assertThat(NewNode.freeId(Set.of(), "s1")).isEqualTo("s1");
        assertThat(NewNode.freeId(Set.of("s1", "s2"), "s1")).isEqualTo("s3");
        assertThat(NewNode.freeId(Set.of("s1", "s3"), "s1")).isEqualTo("s2");
        assertThat(NewNode.freeId(Set.of("lb-1"), "lb-1")).isEqualTo("lb-2");
        assertThat(NewNode.freeId(Set.of("clients"), "clients")).isEqualTo("clients-2");
        assertThat(NewNode.freeId(Set.of("clients", "clients-2"), "clients")).isEqualTo("clients-3");
        assertThat(NewNode.freeId(Set.of("s9"), "s9")).isEqualTo("s10");
        assertThat(NewNode.freeId(Set.of("7"), "7")).isEqualTo("7-2");
        assertThat(NewNode.freeId(Set.of("a99999999999"), "a99999999999")).isEqualTo("a999100000000");
    }

    @Test
    void whatThePaletteMakesIsSound() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.clients(topology));
        topology = topology.with(NewNode.loadBalancer(topology));
        topology = topology.with(NewNode.server(topology));
        topology =
                topology.with(Link.of("clients", "lb-1", NewNode.LATENCY)).with(Link.of("lb-1", "s1", NewNode.LATENCY));
        assertThat(TopologyFile.parse(TopologyFile.format(topology))).isEqualTo(new ReadResult.Read(topology));
    }
}
