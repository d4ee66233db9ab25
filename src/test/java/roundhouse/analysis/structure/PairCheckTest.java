package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.VrrpSettings;

/** What can be wrong with a pair of balancers, beginning with the sample of a takeover, in which nothing is. */
class PairCheckTest {
    private static Topology sample() {
        return TopologyFile.read(Path.of("samples", "takeover.json")) instanceof ReadResult.Read(Topology topology)
                ? topology
                : Topology.EMPTY;
    }

    private static Topology withPriorities(int one, int two) {
        Topology topology = sample();
        return topology.with(prior(topology, "lb-1", one)).with(prior(topology, "lb-2", two));
    }

    private static Node prior(Topology topology, String id, int priority) {
        LoadBalancer balancer = (LoadBalancer) topology.node(id).orElseThrow();
        return balancer.with(LoadBalancer.FAILOVER, new VrrpSettings(priority, true));
    }

    private static List<String> of(Topology topology) {
        return StructureCheck.of(topology).stream()
                .filter(finding -> finding.where().startsWith("lb-"))
                .map(Finding::toString)
                .toList();
    }

    @Test
    void aSoundPairHasNoFinding() {
        assertThat(sample().links()).isNotEmpty();
        assertThat(of(sample())).isEmpty();
        assertThat(of(withPriorities(255, 254))).isEmpty();
    }

    @Test
    void equalPrioritiesAreNoted() {
        assertThat(of(withPriorities(90, 90)))
                .singleElement()
                .asString()
                .endsWith("have the same priority, 90; the heartbeat's first end, lb-1, is the active one");
    }

    @Test
    void twoOwnersOfOneAddressAreActiveBoth() {
        assertThat(of(withPriorities(255, 255)))
                .singleElement()
                .asString()
                .endsWith("and lb-2 both own the address, for both have the priority 255; "
                        + "each is active as soon as it is up, until it hears the other");
    }

    @Test
    void whoIsNotLinkedAlikeIsFoundOut() {
        String target = sample().linksFrom("lb-1").stream()
                .filter(link -> !link.isHeartbeat())
                .findFirst()
                .orElseThrow()
                .to();
        assertThat(of(Deletion.ofLink(sample(), "lb-1", target)))
                .anyMatch(text -> text.contains("share an address but not their targets"));
        assertThat(of(Deletion.ofLink(sample(), "clients", "lb-2")))
                .anyMatch(text -> text.contains(
                        "is not linked from clients, so it gets nothing from there when it takes over from lb-1"));
    }
}
