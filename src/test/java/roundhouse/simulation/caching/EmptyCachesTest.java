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
import roundhouse.topology.nodes.parts.KeyDistribution;

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

    /** The same with values: then it is another run. */
    @Test
    void areNotAsFullOnes() {
        assertThat(run(tiers(CacheSettings.of(100), true), 60).latency().meanNanos())
                .isLessThan(0.8 * run(tiers(null, false), 60).latency().meanNanos());
    }
}
