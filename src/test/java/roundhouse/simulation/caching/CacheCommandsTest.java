package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.caches;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.users;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.fixed;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.cli.reports.ReportJson;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What people do to caches while they run, and that it can be repeated. */
class CacheCommandsTest {
    private static Topology topology(CacheSettings settings, double rate, KeyDistribution keys) {
        return DataSystems.of(
                11,
                fixed(200),
                users(rate, keys, 1),
                web(data(DataStrategy.READ_THROUGH, null, "cache")),
                cache(settings).with(CacheNode.STORE, "db"),
                db(fixed(1_000), fixed(1_000)));
    }

    private static Run warm() {
        Run run = Run.of(topology(CacheSettings.of(1_000), 1_000, new KeyDistribution.Uniform(100)));
        run.runUntil(10 * Systems.SECOND);
        assertThat(caches(run.report(), "cache").entries()).isEqualTo(100);
        return run;
    }

    private static long databaseReads(Run run) {
        return DataSystems.data(run.report()).databaseReads();
    }

    @Test
    void whatIsPurgedIsReadAnew() {
        Run run = warm();
        long before = databaseReads(run);
        run.apply(new Command.Purge("cache", 7));
        assertThat(caches(run.report(), "cache").entries()).isEqualTo(99);
        run.apply(new Command.Purge("cache", 5_000));
        run.runUntil(15 * Systems.SECOND);
        assertThat(databaseReads(run) - before).isEqualTo(1);
        assertThat(Systems.soFar(run))
                .contains("cache was purged of key-7", "cache was purged of key-5000, which was not there");
    }

    @Test
    void whatIsBannedIsReadAnewAndWhatComesLaterIsNot() {
        Run run = warm();
        long before = databaseReads(run);
        run.apply(new Command.Ban("cache", 10, 29));
        assertThat(caches(run.report(), "cache").entries()).isEqualTo(100);
        run.runUntil(20 * Systems.SECOND);
        assertThat(databaseReads(run) - before).isEqualTo(20);
    }

    @Test
    void aFlushEmptiesAndTheColdStartIsNamed() {
        Run run = Run.of(topology(CacheSettings.of(10_000), 1_000, new KeyDistribution.Uniform(3_000)));
        run.runUntil(30 * Systems.SECOND);
        run.apply(new Command.Flush("cache"));
        assertThat(caches(run.report(), "cache").entries()).isZero();
        run.runUntil(60 * Systems.SECOND);
        assertThat(Systems.soFar(run))
                .anyMatch(line -> line.matches("cache was flushed: (2\\d\\d\\d|3000) entries gone"))
                .anyMatch(line -> line.startsWith("cache starts cold: hit ratio "))
                .anyMatch(line -> line.startsWith("cache is warm again after "));
    }

    @Test
    void aCacheTooSmallForWhatGoesRoundIsNamed() {
        Run run = Run.of(topology(CacheSettings.of(5), 1_000, new KeyDistribution.Uniform(1_000)));
        run.runUntil(20 * Systems.SECOND);
        assertThat(Systems.soFar(run)).anyMatch(line -> line.startsWith("cache is too small for what goes round: "));
    }

    @Test
    void policyCapacityAndLifeChangeWhileItRuns() {
        Run run = warm();
        CacheNode cache = (CacheNode) run.topology().node("cache").orElseThrow();
        revise(run, cache.with(CacheNode.CACHE, cache.cache().with(CacheSettings.POLICY, "s3-fifo")));
        assertThat(caches(run.report(), "cache").entries()).isEqualTo(100);
        CacheSettings smaller = CacheSettings.of(40).with(CacheSettings.POLICY, "s3-fifo");
        revise(run, cache.with(CacheNode.CACHE, smaller));
        assertThat(caches(run.report(), "cache").entries()).isEqualTo(40);
        long before = databaseReads(run);
        revise(run, cache.with(CacheNode.CACHE, smaller.with(CacheSettings.TTL, Duration.ofMillis(1))));
        run.runUntil(20 * Systems.SECOND);
        assertThat(databaseReads(run) - before).isGreaterThan(8_000);
        assertThat(caches(run.report(), "cache").entries()).isLessThanOrEqualTo(40);
    }

    private static void revise(Run run, CacheNode cache) {
        run.apply(new Command.Revise(run.topology().with(cache)));
    }

    @Test
    void allOfItIsRepeatedByTheLog() {
        Topology topology = topology(CacheSettings.of(50), 1_000, new KeyDistribution.Zipf(500, 0.9));
        Run first = Run.of(topology);
        first.runUntil(2 * Systems.SECOND);
        first.apply(new Command.Purge("cache", 0));
        first.runUntil(3 * Systems.SECOND);
        first.apply(new Command.Crash("cache"));
        first.runUntil(4 * Systems.SECOND);
        first.apply(new Command.Recover("cache"));
        CacheNode cache = (CacheNode) topology.node("cache").orElseThrow();
        first.apply(new Command.Revise(topology.with(
                cache.with(CacheNode.CACHE, CacheSettings.of(80).with(CacheSettings.POLICY, "w-tinylfu")))));
        first.runUntil(5 * Systems.SECOND);
        first.apply(new Command.Flush("cache"));
        first.apply(new Command.Ban("cache", 0, 20));
        first.runUntil(9 * Systems.SECOND);

        Replay again = new Replay(topology, first.log());
        again.runUntil(9 * Systems.SECOND);
        assertThat(again.run().digest()).isEqualTo(first.digest());
        assertThat(ReportJson.of(again.run().report())).isEqualTo(ReportJson.of(first.report()));
        // Back, and from there on.
        Replay rewound = new Replay(topology, first.log());
        rewound.runUntil(3 * Systems.SECOND + Systems.SECOND / 2);
        rewound.runUntil(9 * Systems.SECOND);
        assertThat(rewound.run().digest()).isEqualTo(first.digest());
    }

    @Test
    void framesSayHowCachesDo() {
        Run run = warm();
        Frame frame = Systems.frame(run);
        int cache = frame.topology.nodes().indexOf(run.topology().node("cache").orElseThrow());
        assertThat(frame.data.on).isTrue();
        assertThat(frame.data.caches[cache]).isTrue();
        assertThat(frame.data.hitRatio[cache]).isEqualTo(1);
        assertThat(frame.data.count(CacheFigure.ENTRIES, cache)).isEqualTo(100);
        assertThat(frame.data.readsEnded[cache]).isPositive();
        assertThat(List.of(frame.data.reads))
                .containsExactly(DataSystems.data(run.report()).reads());
    }
}
