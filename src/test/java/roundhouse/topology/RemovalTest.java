package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.SampleFiles;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Whatever is removed from a document, what is left is one that can run. */
class RemovalTest {
    static Stream<Path> samples() throws IOException {
        return SampleFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleIsWholeWithoutAnyNodeOrLink(Path file) {
        wholeWithoutAny(((ReadResult.Read) TopologyFile.read(file)).topology());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomTopologyIsWholeWithoutAnyNodeOrLink(long seed) {
        wholeWithoutAny(RandomTopologies.of(seed));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static void wholeWithoutAny(Topology topology) {
        for (String id : topology.ids()) {
            assertThat(Validation.problems(Deletion.of(topology, Set.of(id))))
                    .as("without %s", id)
                    .isEmpty();
        }
        for (Link link : topology.links()) {
            assertThat(Validation.problems(Deletion.ofLink(topology, link.from(), link.to())))
                    .as("without %s", link.name())
                    .isEmpty();
        }
    }

    @Test
    void nodesThatTheScenarioAddsKnowNothingOfWhatIsRemoved() {
        Server asking = Server.of("new", Link.DEFAULT_LATENCY)
                .calling("stock")
                .keptBy("db", true)
                .with(Server.STATE, new SessionState("sessions", Duration.ofMinutes(1), 100));
        Topology topology = Topology.EMPTY
                .with(Clients.of("users", new Arrivals.Poisson(1)))
                .with(Server.of("stock", Link.DEFAULT_LATENCY))
                .with(Server.of("sessions", Link.DEFAULT_LATENCY))
                .with(Database.of("db", Link.DEFAULT_LATENCY))
                .withScenario(List.of(new TimedCommand(
                        Duration.ofSeconds(1),
                        new Command.Add(asking, List.of(Link.of("new", "stock", Link.DEFAULT_LATENCY))))));
        assertThat(added(Deletion.of(topology, Set.of("stock")))).satisfies(left -> {
            assertThat(left.called()).isEmpty();
            assertThat(left.keepers()).containsExactly("db");
        });
        assertThat(added(Deletion.of(topology, Set.of("db"))).keepers()).isEmpty();
        assertThat(added(Deletion.of(topology, Set.of("sessions"))).store()).isNull();
        assertThat(added(Deletion.leavingCalls(topology, Set.of("stock"))).called())
                .containsExactly("stock");
    }

    private static Node added(Topology topology) {
        return AddedNodes.of(topology).findFirst().orElseThrow();
    }

    @Test
    void aGroupThatTheScenarioAddsGoesWithAllThatIsSaidOfItsServers() {
        Topology topology = Topology.EMPTY.withScenario(List.of(
                new TimedCommand(
                        Duration.ofSeconds(1),
                        new Command.Add(ServerGroup.of("web", 3, Server.of("web", Link.DEFAULT_LATENCY)), List.of())),
                new TimedCommand(Duration.ofSeconds(2), new Command.Crash("web-2"))));
        assertThat(Deletion.of(topology, Set.of("web"))).isEqualTo(Topology.EMPTY);
    }

    @Test
    void whoSendsToAPairThatIsNoneAnyMoreKeepsTheFirstLink() {
        Topology pair = Topology.EMPTY
                .with(Clients.of("users", new Arrivals.Poisson(1)))
                .with(LoadBalancer.of("lb-1"))
                .with(LoadBalancer.of("lb-2"))
                .with(Link.of("users", "lb-1", Link.DEFAULT_LATENCY))
                .with(Link.of("users", "lb-2", Link.DEFAULT_LATENCY))
                .with(Link.of("lb-1", "lb-2", Link.DEFAULT_LATENCY).with(Link.HEARTBEAT, Heartbeat.DEFAULT));
        assertThat(Deletion.ofLink(pair, "lb-1", "lb-2").links())
                .extracting(Link::to)
                .containsExactly("lb-1");
        assertThat(Deletion.of(pair, Set.of("lb-1")).links())
                .extracting(Link::to)
                .containsExactly("lb-2");
    }
}
