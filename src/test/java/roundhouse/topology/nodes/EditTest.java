package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.Distribution;

/** What is made by setting one thing of another. */
class EditTest {
    @Test
    void allOtherPartsStayAsTheyAre() {
        for (int seed = 0; seed < 200; seed++) {
            Topology topology = RandomTopologies.of(seed);
            for (Node node : topology.nodes()) {
                assertThat(node.renamed("another").renamed(node.id()))
                        .as("%s, seed %d", node.id(), seed)
                        .isEqualTo(node);
            }
            for (Link link : topology.links()) {
                assertThat(link.between("one", "other").between(link.from(), link.to()))
                        .as("%s → %s, seed %d", link.from(), link.to(), seed)
                        .isEqualTo(link);
            }
        }
    }

    @Test
    void whatItIsMadeOfIsNotChanged() {
        Server small = Server.of("s1", new Distribution.Fixed(Duration.ofMillis(3)));
        Server large = small.with(Server.CORES, 64);
        assertThat(small.cores()).isEqualTo(1);
        assertThat(large.cores()).isEqualTo(64);
        assertThat(large.with(Server.CORES, small.cores())).isEqualTo(small);
    }
}
