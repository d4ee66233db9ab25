package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.TimedCommand;
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
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.TtlStart;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * Each setting of a cache does what it says in each of the six places; a database reads itself what its cache does not have, so that
 * those settings that are about fetching say nothing there. One user asks for one key, 100 times a second unless a test says otherwise.
 */
class SettingsInEachPlaceTest {
    private static final CacheSettings CACHE = CacheSettings.of(100);
    private static final CacheSettings SHORT = CACHE.with(CacheSettings.TTL, Duration.ofMillis(200));

    enum Place {
        USERS("users"),
        CDN("cdn"),
        BALANCER("lb"),
        SERVER("web"),
        CACHE("cache"),
        DATABASE("db");

        final String id;

        Place(String id) {
            this.id = id;
        }
    }

    private static Topology topology(Place place, CacheSettings cache, double rate, int keys, int readMicros) {
        DataSettings data = place == Place.CACHE
                ? data(DataStrategy.READ_THROUGH, null, "cache")
                : data(DataStrategy.CACHE_ASIDE, "db");
        List<Node> nodes = new ArrayList<>(List.of(
                DataSystems.users(rate, new KeyDistribution.Uniform(keys), 1)
                        .with(Clients.USERS, 1)
                        .with(Clients.CACHE, place == Place.USERS ? cache : null),
                Systems.balancer("lb", Algorithm.ROUND_ROBIN)
                        .with(LoadBalancer.CACHE, place == Place.BALANCER ? cache : null),
                server("web", 64, fixed(100))
                        .with(Server.DATA, data)
                        .with(Server.CACHE, place == Place.SERVER ? cache : null),
                Database.of("db", fixed(readMicros))
                        .with(Database.CORES, 64)
                        .with(Database.CACHE, place == Place.DATABASE ? cache : null)));
        List<Link> links = new ArrayList<>(List.of(link("lb", "web", fixed(100))));
        if (place == Place.CDN) {
            nodes.add(Cdn.of("cdn", cache));
            links.add(link("users", "cdn", fixed(100)));
            links.add(link("cdn", "lb", fixed(100)));
        } else {
            links.add(link("users", "lb", fixed(100)));
        }
        if (place == Place.CACHE) {
            nodes.add(CacheNode.of("cache", cache).with(CacheNode.STORE, "db"));
            links.add(link("web", "cache", fixed(100)));
            links.add(link("cache", "db", fixed(100)));
        } else {
            links.add(link("web", "db", fixed(100)));
        }
        return system(3, nodes, links);
    }

    private static DataReport.Caches cache(Place place, CacheSettings cache) {
        return caches(place, run(topology(place, cache, 100, 1, 1_000), 20));
    }

    private static DataReport.Caches caches(Place place, Report report) {
        return DataSystems.caches(report, place.id);
    }

    @ParameterizedTest
    @EnumSource
    void capacityAndPolicy(Place place) {
        Report all = run(topology(place, CacheSettings.of(20), 100, 20, 1_000), 20);
        assertThat(caches(place, all).misses()).isBetween(20L, 24L);
        // Going round in a loop of more than fits, LRU and FIFO would be alike: by chance, LRU hits what MRU does not.
        Report lru = run(topology(place, CacheSettings.of(5), 100, 20, 1_000), 20);
        assertThat(caches(place, lru).entries()).isEqualTo(5);
        Report mru = run(topology(place, CacheSettings.of(5).with(CacheSettings.POLICY, "mru"), 100, 20, 1_000), 20);
        assertThat(caches(place, mru).hits()).isNotEqualTo(caches(place, lru).hits());
    }

    @ParameterizedTest
    @EnumSource
    void timesToLive(Place place) {
        assertThat(cache(place, CACHE).misses()).isLessThan(4);
        DataReport.Caches fetched = cache(place, SHORT);
        // A cycle is 200 ms and a wait of 10 ms, and what a fetch takes.
        assertThat(fetched.expired()).isBetween(85L, 96L);
        assertThat(cache(place, SHORT.with(CacheSettings.TTL_FROM, TtlStart.USE))
                        .expired())
                .isLessThan(3);
        assertThat(cache(place, SHORT.with(CacheSettings.TTL_JITTER, 0.9)).expired())
                .isNotEqualTo(fetched.expired());
    }

    /** A lifetime of 1 s lasts 1 to 2 s for nginx, and up to 1 s for Squid. */
    @ParameterizedTest
    @EnumSource
    void freshness(Place place) {
        CacheSettings second = CACHE.with(CacheSettings.TTL, Duration.ofSeconds(1));
        assertThat(cache(place, second.with(CacheSettings.FRESHNESS, Freshness.NGINX))
                        .expired())
                .isBetween(9L, 10L);
        assertThat(cache(place, second.with(CacheSettings.FRESHNESS, Freshness.SQUID))
                        .expired())
                .isBetween(18L, 20L);
        assertThat(cache(place, second).expired()).isBetween(17L, 19L);
    }

    @ParameterizedTest
    @EnumSource
    void admission(Place place) {
        long at = run(topology(place, CACHE.with(CacheSettings.ADMIT_AFTER, 5), 5, 1, 1_000), 60)
                .requests();
        DataReport.Caches later =
                caches(place, run(topology(place, CACHE.with(CacheSettings.ADMIT_AFTER, 5), 5, 1, 1_000), 60));
        assertThat(later.misses()).isEqualTo(5);
        assertThat(later.hits()).isEqualTo(at - 5);
    }

    @ParameterizedTest
    @EnumSource
    void hitTimes(Place place) {
        Report quick = run(topology(place, CACHE, 5, 1, 1_000), 60);
        Report slow = run(topology(place, CACHE.with(CacheSettings.HIT_TIME, fixed(700)), 5, 1, 1_000), 60);
        // A cache node has one core, for which two requests in a thousand wait.
        assertThat(slow.latency().meanNanos() - quick.latency().meanNanos())
                .isCloseTo(700_000, withinPercentage(place == Place.CACHE ? 1 : 0.001));
    }

    /** Nobody waits after the first. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DATABASE")
    void staleWhileRevalidate(Place place) {
        CacheSettings stale = SHORT.with(CacheSettings.STALE_WHILE_REVALIDATE, Duration.ofSeconds(5));
        DataReport.Caches its = cache(place, stale);
        assertThat(its.misses()).isLessThan(4);
        assertThat(its.count(CacheFigure.REFRESHES)).isBetween(80L, 96L);
        assertThat(its.count(CacheFigure.OUTDATED)).isGreaterThanOrEqualTo(its.count(CacheFigure.REFRESHES));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DATABASE")
    void earlyRefresh(Place place) {
        CacheSettings early = SHORT.with(CacheSettings.EARLY_REFRESH, 20.0);
        DataReport.Caches its = cache(place, early);
        assertThat(its.count(CacheFigure.REFRESHES)).isGreaterThan(90);
        assertThat(its.expired()).isLessThan(40);
    }

    /** The database is gone from 5 s on: for 10 s what there is does, and no longer. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DATABASE")
    void staleIfError(Place place) {
        List<TimedCommand> gone = List.of(at(5, new Command.Crash("db")));
        Topology helped = topology(
                        place, SHORT.with(CacheSettings.STALE_IF_ERROR, Duration.ofSeconds(10)), 100, 1, 1_000)
                .withScenario(gone);
        Report until = run(helped, 15);
        assertThat(until.outcomes().get(Outcome.OK)).isGreaterThan(until.requests() - 3);
        assertThat(caches(place, until).count(CacheFigure.OUTDATED)).isGreaterThan(800);
        assertThat(run(helped, 20).outcomes().get(Outcome.FAILED)).isGreaterThan(300);
        assertThat(run(topology(place, SHORT, 100, 1, 1_000).withScenario(gone), 15)
                        .outcomes()
                        .get(Outcome.FAILED))
                .isGreaterThan(900);
    }

    /** A fetch takes as long as some ten requests: only one goes. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DATABASE")
    void coalescing(Place place) {
        Report none = run(topology(place, SHORT, 100, 1, 100_000), 20);
        Report all =
                run(topology(place, SHORT.with(CacheSettings.COALESCE, Coalescing.Scope.ALL), 100, 1, 100_000), 20);
        long fetches = DataSystems.data(all).databaseReads();
        assertThat(fetches).isBetween(55L, 70L);
        assertThat(caches(place, all).count(CacheFigure.COALESCED)).isGreaterThan(5 * fetches);
        assertThat(DataSystems.data(none).databaseReads()).isGreaterThan(5 * fetches);
        assertThat(all.outcomes().get(Outcome.OK)).isGreaterThan(all.requests() - 30);
    }

    /** Each failure is kept for 100 ms, in which some ten are told of it at once. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DATABASE")
    void negativeCaching(Place place) {
        CacheSettings negative = SHORT.with(CacheSettings.NEGATIVE_TTL, Duration.ofMillis(100));
        Report report = run(
                topology(place, negative, 100, 1, 1_000)
                        .withScenario(List.of(at(0, new Command.Errors("db", 1, ErrorScope.REQUESTS)))),
                20);
        assertThat(report.outcomes().get(Outcome.FAILED)).isGreaterThan(report.requests() - 2);
        assertThat(caches(place, report).count(CacheFigure.NEGATIVE)).isBetween(1_600L, 1_900L);
        assertThat(caches(place, report).misses()).isBetween(160L, 220L);
    }
}
