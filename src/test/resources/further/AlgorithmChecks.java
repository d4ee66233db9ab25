package roundhouse.further;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import roundhouse.analysis.structure.Finding;
import roundhouse.analysis.structure.StructureCheck;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.reference.TopologySchema;
import roundhouse.workbench.document.NewNode;

/** Where a further algorithm shows by its class and its lines in the registry. */
public final class AlgorithmChecks {
    private AlgorithmChecks() {}

    public static void check() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.clients(topology))
                .with(NewNode.loadBalancer(topology)
                        .with(
                                LoadBalancer.ALGORITHM,
                                Balancing.of(Algorithm.of("last").orElseThrow())));
        topology = topology.with(NewNode.server(topology));
        topology = topology.with(NewNode.server(topology))
                .with(Link.of("clients", "lb-1", NewNode.LATENCY))
                .with(Link.of("lb-1", "s1", NewNode.LATENCY))
                .with(Link.of("lb-1", "s2", NewNode.LATENCY));
        String text = TopologyFile.format(topology);
        assertThat(text).contains("\"algorithm\": \"last\"");
        assertThat(TopologyFile.parse(text)).isEqualTo(new ReadResult.Read(topology));
        assertThat(TopologySchema.text()).contains("\"last\"");
        assertThat(StructureCheck.of(topology)).noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        Run run = Run.of(topology);
        run.runUntil(1_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        assertThat(List.of(frame.arrived[2], frame.arrived[3] > 500)).isEqualTo(List.of(0L, true));
    }
}
