package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** A cache that is taken away, and comes back, while many wait for one fetch of it: none of them waits for ever. */
class CachesTakenAwayTest {
    private static final CacheSettings CACHE = CacheSettings.of(10)
            .with(CacheSettings.TTL, Duration.ofMillis(50))
            .with(CacheSettings.COALESCE, Coalescing.Scope.ALL);

    static Stream<List<UnaryOperator<Topology>>> places() {
        return Stream.of(
                of(
                        now -> with(now, "users", node -> ((Clients) node).with(Clients.CACHE, null)),
                        now -> with(now, "users", node -> ((Clients) node).with(Clients.CACHE, CACHE))),
                of(
                        now -> with(now, "cdn", node -> ((Cdn) node).with(Cdn.REGIONS, List.of("us"))),
                        now -> with(now, "cdn", node -> ((Cdn) node).with(Cdn.REGIONS, List.of("eu")))),
                of(
                        now -> with(now, "lb", node -> ((LoadBalancer) node).with(LoadBalancer.CACHE, null)),
                        now -> with(now, "lb", node -> ((LoadBalancer) node).with(LoadBalancer.CACHE, CACHE))),
                of(
                        now -> with(now, "web", node -> ((Server) node).with(Server.CACHE, null)),
                        now -> with(now, "web", node -> ((Server) node).with(Server.CACHE, CACHE))));
    }

    private static List<UnaryOperator<Topology>> of(UnaryOperator<Topology> away, UnaryOperator<Topology> back) {
        return List.of(away, back);
    }

    private static Topology with(Topology now, String id, UnaryOperator<Node> change) {
        return now.with(change.apply(now.node(id).orElseThrow()));
    }

    private static Topology topology() {
        return system(
                31,
                List.of(
                        DataSystems.users(500, new KeyDistribution.Uniform(2), 1)
                                .with(Clients.USERS, 2),
                        Cdn.of("cdn", CACHE).with(Cdn.REGIONS, List.of("eu")),
                        Systems.balancer("lb", Algorithm.ROUND_ROBIN),
                        server("web", 64, fixed(100)).with(Server.DATA, data(DataStrategy.CACHE_ASIDE, "db")),
                        DataSystems.db(fixed(100_000), fixed(0))),
                List.of(
                        link("users", "cdn", fixed(100)),
                        link("cdn", "lb", fixed(100)),
                        link("lb", "web", fixed(100)),
                        link("web", "db", fixed(100))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void nobodyWaitsForEver(List<UnaryOperator<Topology>> change) {
        Run run = Run.of(change.getLast().apply(topology()));
        for (int i = 1; i <= 20; i++) {
            // Every time at another place of the cycle of fetching and giving.
            run.runUntil(i * SECOND + i * SECOND / 137);
            run.apply(new Command.Revise(change.getFirst().apply(run.topology())));
            run.runUntil(run.nowNanos() + i * SECOND / 100);
            run.apply(new Command.Revise(change.getLast().apply(run.topology())));
        }
        Node users = run.topology().node("users").orElseThrow();
        run.apply(new Command.Revise(
                run.topology().with(((Clients) users).with(Clients.ARRIVALS, new Arrivals.Poisson(0)))));
        run.runUntil(30 * SECOND);
        Report report = run.report();
        assertThat(report.unfinished()).isZero();
        assertThat(report.outcomes().get(Outcome.OK)).isEqualTo(report.requests());
        assertThat(DataSystems.data(report).caches().values()).anyMatch(cache -> cache.coalesced() > 1_000);
    }
}
