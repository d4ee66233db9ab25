package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Distribution;

/** Whatever placement a balancer has, the heaviest weights are refused where they are read or typed, or they run. */
class PlacementWeightsTest {
    private static final long SECOND = 1_000_000_000;

    static List<Placements> placements() {
        return Placements.all();
    }

    private static Topology sample() {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples/consistent-hashing.json"))).topology();
    }

    private static Topology with(Placements kind, int weight) {
        LoadBalancer balancer = (LoadBalancer) sample().node("lb-1").orElseThrow();
        Topology topology =
                sample().with(balancer.balancing(Balancing.of(Algorithm.HASH).placed(PlacementSettings.of(kind))));
        for (Link link : topology.linksFrom("lb-1")) {
            topology = topology.with(link.weighted(weight));
        }
        return topology;
    }

    /** Their table has a slot for each unit of weight: 65,535 and a few that have no common divisor with it, on 80 targets. */
    @ParameterizedTest
    @EnumSource(
            value = Algorithm.class,
            names = {"HAPROXY_STATIC_RR", "HAPROXY_SOURCE", "HAPROXY_URI"})
    void weightsAreCheckedForHaproxysTables(Algorithm algorithm) {
        LoadBalancer balancer = (LoadBalancer) sample().node("lb-1").orElseThrow();
        Topology topology = sample().with(balancer.balancing(Balancing.of(algorithm)));
        assertThat(Validation.problems(topology)).isEmpty();
        for (int i = 0; i < 80; i++) {
            topology = topology.with(Server.of("more-" + i, new Distribution.Fixed(Duration.ofMillis(1))))
                    .with(Link.of("lb-1", "more-" + i, new Distribution.Fixed(Duration.ZERO))
                            .weighted(65_535 - i % 2));
        }
        assertThat(Validation.problems(topology))
                .anyMatch(problem -> problem.message().contains("cannot place keys on its targets"));
    }

    @ParameterizedTest
    @MethodSource("placements")
    void areRefusedOrRun(Placements kind) {
        for (int weight : new int[] {1, 100, 65_535}) {
            Topology topology = with(kind, weight);
            boolean refused = Validation.problems(topology).stream()
                    .anyMatch(problem -> problem.message().contains("cannot place keys on its targets"));
            if (refused) {
                assertThat(weight).as("a weight that is refused").isGreaterThan(1);
                assertThat(TopologyFile.parse(TopologyFile.format(topology))).isInstanceOf(ReadResult.Refused.class);
                Link link = topology.linksFrom("lb-1").getFirst();
                assertThat(Validation.linkProblem(Deletion.ofLink(topology, link.from(), link.to()), link))
                        .as("the same of the last link that is drawn, or of those before it")
                        .isPresent();
            } else {
                Run run = Run.of(topology);
                run.runUntil(SECOND / 10);
                assertThat(run.requests()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("placements")
    void areRefusedWhileItRunsToo(Placements kind) {
        Run run = Run.of(with(kind, 1));
        run.runUntil(SECOND / 10);
        run.apply(new Command.Revise(with(kind, 65_535)));
        run.runUntil(SECOND / 5);
        boolean refused = PlacementChecks.refusal(with(kind, 65_535)).isPresent();
        assertThat(run.notices().stream().anyMatch(line -> line.text().startsWith("nothing was changed")))
                .isEqualTo(refused);
    }

    /** Keys and servers have names, of which a hash of addresses makes nothing. */
    @Test
    void aHashOfAddressesIsRefused() {
        LoadBalancer balancer = (LoadBalancer) sample().node("lb-1").orElseThrow();
        for (HashFunction hash : List.of(HashFunction.ADDRESS, HashFunction.ADDRESS.avalanched())) {
            Topology topology = sample().with(balancer.balancing(
                    Balancing.of(Algorithm.HASH).placed(PlacementSettings.DEFAULT.withHash(hash))));
            assertThat(Validation.problems(topology)).singleElement().satisfies(problem -> {
                assertThat(problem.pointer()).endsWith("/algorithm/hash");
                assertThat(problem.message()).contains("which takes IP addresses only");
            });
        }
        assertThat(HashFunction.ofTexts()).hasSize(HashFunction.all().size() - 1);
    }
}
