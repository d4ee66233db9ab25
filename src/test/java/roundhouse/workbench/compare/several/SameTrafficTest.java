package roundhouse.workbench.compare.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Clients;

class SameTrafficTest {
    private static Topology read(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static Topology renamed(Topology topology, String id) {
        Clients clients = (Clients) topology.nodes().getFirst();
        return topology.withNodes(topology.nodes().stream()
                        .map(node -> node.equals(clients) ? clients.with(Clients.ID, id) : node)
                        .toList())
                .withLinks(topology.links().stream()
                        .map(link -> link.from().equals(clients.id()) ? link.between(id, link.to()) : link)
                        .toList());
    }

    /** When each request of the first second began. */
    private static List<Long> beginnings(Topology topology) {
        List<Long> began = new ArrayList<>();
        Run run = Run.of(topology);
        run.listen((_, number, startedNanos, _, _) -> {
            if (number <= 300) {
                began.add(startedNanos);
            }
        });
        run.runUntil(3_000_000_000L);
        return began.stream().sorted().toList();
    }

    @Test
    void anotherDesignMeetsTheRequestsOfTheOpenOne() {
        Topology open = read("slow-server-round-robin.json");
        Topology other = renamed(read("three-servers.json"), "somebody").withSeed(7);
        Topology same = SameTraffic.of(open, other).orElseThrow();
        assertThat(beginnings(same)).hasSize(300).isEqualTo(beginnings(open)).isNotEqualTo(beginnings(other));
        assertThat(same.duration()).isEqualTo(open.duration());
        assertThat(same.seed()).isEqualTo(open.seed());
    }

    @Test
    void whatClientsDoAboutRepliesStaysTheirOwn() {
        Topology open = read("slow-server-round-robin.json");
        Topology other = read("three-servers.json");
        Clients patient = ((Clients) other.nodes().getFirst()).with(Clients.TIMEOUT, Duration.ofSeconds(77));
        Clients now = (Clients)
                SameTraffic.of(open, other.with(patient)).orElseThrow().nodes().getFirst();
        assertThat(now.timeout()).isEqualTo(Duration.ofSeconds(77));
        assertThat(now.arrivals()).isEqualTo(((Clients) open.nodes().getFirst()).arrivals());
    }

    @Test
    void whereClientsDoNotMatchThereIsNoSameTraffic() {
        assertThat(SameTraffic.of(read("three-servers.json"), Topology.EMPTY)).isEmpty();
    }
}
