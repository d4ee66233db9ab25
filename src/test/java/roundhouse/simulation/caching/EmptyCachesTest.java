package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** With every cache at capacity 0 a run is that without caches, to the nanosecond where looking into them takes no time. */
class EmptyCachesTest {
    private static Topology tiers(@Nullable CacheSettings cache, boolean all) {
        List<Node> nodes = new ArrayList<>(List.of(
                DataSystems.users(800, new KeyDistribution.Zipf(1_000, 0.9), 0.9)
                        .with(Clients.TIMEOUT, Duration.ofSeconds(1))
                        .with(Clients.CACHE, cache),
                Systems.balancer("lb", Algorithm.LEAST_CONNECTIONS).with(LoadBalancer.CACHE, cache),
                db(exponential(4_000), exponential(6_000))
                        .with(Database.CORES, 6)
                        .with(Database.CACHE, cache)));
        List<Link> links = new ArrayList<>();
        for (String id : List.of("web-1", "web-2")) {
            nodes.add(server(id, 2, exponential(1_000))
                    .with(
                            Server.DATA,
                            data(DataStrategy.CACHE_ASIDE, "db", all ? new String[] {"cache"} : new String[0]))
                    .with(Server.CACHE, cache));
            links.add(link("lb", id, fixed(300)));
            links.add(link(id, "db", fixed(500)));
            if (all) {
                links.add(link(id, "cache", fixed(0)));
            }
        }
        if (all && cache != null) {
            nodes.add(CacheNode.of("cache", cache));
            nodes.add(Cdn.of("cdn", cache));
            links.add(link("users", "cdn", fixed(0)));
            links.add(link("cdn", "lb", fixed(5_000)));
        } else {
            links.add(link("users", "lb", fixed(5_000)));
        }
        return system(13, nodes, links);
    }

    @Test
    void areAsNone() {
        Report without = run(tiers(null, false), 60);
        Report empty = run(tiers(CacheSettings.of(0), true), 60);
        assertThat(empty.outcomes()).isEqualTo(without.outcomes());
        assertThat(empty.latency()).isEqualTo(without.latency());
        assertThat(Systems.node(empty, "db").waiting())
                .isEqualTo(Systems.node(without, "db").waiting());
        assertThat(DataSystems.data(empty).caches().values())
                .hasSize(7)
                .allMatch(cache -> cache.hits() == 0 && cache.entries() == 0);
    }

    private static final CacheSettings EMPTY = CacheSettings.of(0);

    /** Two servers that read and write by a strategy; without caches, each its own store, with them, several that share the keys. */
    private static Topology shared(DataStrategy strategy, boolean cached) {
        boolean itself = strategy == DataStrategy.CACHE_ASIDE || strategy == DataStrategy.WRITE_AROUND;
        List<Node> nodes = new ArrayList<>(List.of(
                DataSystems.users(800, new KeyDistribution.Uniform(2_000), 0.8),
                Systems.balancer("lb", Algorithm.ROUND_ROBIN),
                db(exponential(4_000), exponential(6_000)).with(Database.CORES, 6)));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb", fixed(2_000))));
        String[] caches = {"cache-1", "cache-2", "cache-3"};
        for (String id : List.of("web-1", "web-2")) {
            nodes.add(server(id, 2, exponential(1_000))
                    .with(
                            Server.DATA,
                            cached
                                    ? data(strategy, itself ? "db" : null, caches)
                                    : data(DataStrategy.CACHE_ASIDE, "db")));
            links.add(link("lb", id, fixed(300)));
            if (itself || !cached) {
                links.add(link(id, "db", fixed(500)));
            }
        }
        if (cached) {
            for (String cache : caches) {
                nodes.add(
                        itself
                                ? CacheNode.of(cache, EMPTY)
                                : CacheNode.of(cache, EMPTY).with(CacheNode.STORE, "db"));
                links.add(link("web-1", cache, fixed(0)));
                links.add(link("web-2", cache, fixed(0)));
                if (!itself) {
                    links.add(link(cache, "db", fixed(500)));
                }
            }
        }
        return system(17, nodes, links);
    }

    /** What writes back is left out: it answers before the store does, whatever it keeps. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRITE_BACK")
    void severalThatShareTheKeysAreAsNone(DataStrategy strategy) {
        isAsWithout(run(shared(strategy, true), 60), run(shared(strategy, false), 60));
    }

    private static void isAsWithout(Report empty, Report without) {
        assertThat(empty.outcomes()).isEqualTo(without.outcomes());
        assertThat(empty.latency()).isEqualTo(without.latency());
        assertThat(Systems.node(empty, "db").waiting())
                .isEqualTo(Systems.node(without, "db").waiting());
        assertThat(DataSystems.data(empty).caches().values())
                .isNotEmpty()
                .allMatch(cache -> cache.hits() == 0 && cache.misses() > 0 && cache.entries() == 0);
    }

    /** In front of a server that has its data in itself, as of a site that is read only: users, edges of three regions, a balancer. */
    @ParameterizedTest
    @ValueSource(strings = {"users", "cdn", "lb", "users cdn lb"})
    void thoseOnTheWayAreAsNone(String which) {
        isAsWithout(run(onTheWay(which, EMPTY), 60), run(onTheWay("", null), 60));
    }

    private static Topology onTheWay(String which, @Nullable CacheSettings cache) {
        boolean edges = which.contains("cdn");
        List<Node> nodes = new ArrayList<>(List.of(
                DataSystems.users(500, new KeyDistribution.Zipf(300, 1), 1)
                        .with(Clients.USERS, 20)
                        .with(Clients.CACHE, which.contains("users") ? cache : null),
                Systems.balancer("lb", Algorithm.ROUND_ROBIN)
                        .with(LoadBalancer.CACHE, which.contains("lb") ? cache : null),
                server("web", 2, exponential(2_000)).with(Server.DATA, data(DataStrategy.CACHE_ASIDE, "db")),
                db(exponential(1_000), fixed(0))));
        List<Link> links = new ArrayList<>(List.of(link("lb", "web", fixed(300)), link("web", "db", fixed(500))));
        if (edges && cache != null) {
            nodes.add(Cdn.of("cdn", cache).with(Cdn.REGIONS, List.of("eu", "us", "ap")));
            links.add(link("users", "cdn", fixed(0)));
            links.add(link("cdn", "lb", fixed(4_000)));
        } else {
            links.add(link("users", "lb", fixed(4_000)));
        }
        return system(23, nodes, links);
    }

    /** Where nothing waits, a lookup that takes its time makes each request later by that, and nothing else. */
    @Test
    void lookingTakesItsTimeAndNothingElse() {
        CacheSettings slow = EMPTY.with(CacheSettings.HIT_TIME, fixed(250));
        Report without = run(idle(null), 60);
        Report empty = run(idle(slow), 60);
        // In the browser, at the balancer, in the server and in the database.
        assertThat(empty.latency().meanNanos() - without.latency().meanNanos()).isEqualTo(4 * 250_000);
        assertThat(empty.outcomes()).isEqualTo(without.outcomes());
    }

    private static Topology idle(@Nullable CacheSettings cache) {
        return system(
                29,
                List.of(
                        DataSystems.users(50, new KeyDistribution.Uniform(100), 1)
                                .with(Clients.CACHE, cache),
                        Systems.balancer("lb", Algorithm.ROUND_ROBIN).with(LoadBalancer.CACHE, cache),
                        server("web", 64, fixed(2_000))
                                .with(Server.DATA, data(DataStrategy.CACHE_ASIDE, "db"))
                                .with(Server.CACHE, cache),
                        db(fixed(1_000), fixed(1_000)).with(Database.CACHE, cache)),
                List.of(link("users", "lb", fixed(100)), link("lb", "web", fixed(100)), link("web", "db", fixed(100))));
    }

    /** The same with values: then it is another run. */
    @Test
    void areNotAsFullOnes() {
        assertThat(run(tiers(CacheSettings.of(100), true), 60).latency().meanNanos())
                .isLessThan(0.8 * run(tiers(null, false), 60).latency().meanNanos());
    }
}
