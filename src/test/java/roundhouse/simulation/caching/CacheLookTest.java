package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.users;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.fixed;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.CacheLook;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.VersionRule;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What somebody sees who looks into a cache while it runs. */
class CacheLookTest {
    private final Frame frame = new Frame();

    private static Topology topology(CacheSettings settings, double reads, DataStrategy strategy) {
        return DataSystems.of(
                11,
                fixed(200),
                users(1_000, new KeyDistribution.Zipf(500, 0.9), reads),
                web(data(strategy, null, "cache")),
                cache(settings)
                        .with(CacheNode.STORE, "db")
                        .with(CacheNode.FLUSH, WriteFlush.EACH_SECOND.with(WriteFlush.EVERY, Duration.ofMinutes(1))),
                db(fixed(1_000), fixed(1_000)));
    }

    private static Run run(CacheSettings settings, double reads, DataStrategy strategy) {
        Run run = Run.of(topology(settings, reads, strategy));
        run.runUntil(5 * Systems.SECOND);
        return run;
    }

    private CacheContents look(Run run, long key) {
        run.look(new CacheLook("cache", 0, key), frame);
        return frame.cache;
    }

    private static byte[] states(CacheContents contents) {
        return Arrays.copyOf(contents.states, contents.cells);
    }

    @Test
    void aCacheByRecencyIsOneListWithTheNewestAccessFirst() {
        Run run = run(CacheSettings.of(50), 1, DataStrategy.READ_THROUGH);
        CacheContents contents = look(run, CacheContents.NONE);
        assertThat(contents.there).isTrue();
        assertThat(contents.caches).isEqualTo(1);
        assertThat(contents.policy).isEqualTo("lru");
        assertThat(Arrays.copyOf(contents.names, contents.lists)).containsExactly("recency");
        assertThat(contents.entries).isEqualTo(50);
        assertThat(contents.capacity).isEqualTo(50);
        assertThat(contents.cells).isEqualTo(50);
        assertThat(contents.newest).isZero();
        assertThat(states(contents)).containsOnly(CacheContents.FRESH);
        assertThat(Arrays.stream(contents.keys, 0, 50).distinct()).hasSize(50).allMatch(key -> key >= 0 && key < 500);
    }

    @Test
    void thePolicysOwnListsAreToldAndWhatTheyOnlyRememberIsNoEntry() {
        Run run = run(CacheSettings.of(50).with(CacheSettings.POLICY, "arc"), 1, DataStrategy.READ_THROUGH);
        CacheContents contents = look(run, CacheContents.NONE);
        assertThat(Arrays.copyOf(contents.names, contents.lists)).containsExactly("T1", "T2", "B1", "B2");
        int kept = contents.sizes[0] + contents.sizes[1];
        assertThat(kept).isEqualTo(50);
        assertThat(contents.sizes[2] + contents.sizes[3]).isPositive();
        assertThat(Arrays.copyOf(states(contents), kept)).containsOnly(CacheContents.FRESH);
        assertThat(Arrays.copyOfRange(states(contents), kept, contents.cells)).containsOnly(CacheContents.REMEMBERED);
    }

    @Test
    void aHandPointsIntoItsList() {
        Run run = run(CacheSettings.of(50).with(CacheSettings.POLICY, "sieve"), 1, DataStrategy.READ_THROUGH);
        CacheContents contents = look(run, CacheContents.NONE);
        assertThat(contents.hands[0]).isBetween(0, 49);
    }

    @Test
    void whatHasExpiredAndWhatTheStoreDoesNotHaveAreToldApart() {
        Run old =
                run(CacheSettings.of(50).with(CacheSettings.TTL, Duration.ofMillis(20)), 1, DataStrategy.READ_THROUGH);
        assertThat(states(look(old, CacheContents.NONE))).contains(CacheContents.EXPIRED, CacheContents.FRESH);
        Run written = run(CacheSettings.of(500), 0.5, DataStrategy.WRITE_BACK);
        CacheContents contents = look(written, CacheContents.NONE);
        assertThat(states(contents)).contains(CacheContents.DIRTY, CacheContents.FRESH);
        long dirty = 0;
        for (byte state : states(contents)) {
            dirty += state == CacheContents.DIRTY ? 1 : 0;
        }
        Frame whole = Systems.frame(written);
        int node =
                whole.topology.nodes().indexOf(written.topology().node("cache").orElseThrow());
        assertThat(dirty).isEqualTo(whole.data.count(CacheFigure.DIRTY, node));
    }

    @Test
    void aKeyIsFollowedIntoTheCacheAndOutOfIt() {
        Run run =
                run(CacheSettings.of(50).with(CacheSettings.TTL, Duration.ofMinutes(1)), 1, DataStrategy.READ_THROUGH);
        long first = look(run, CacheContents.NONE).keys[7];
        CacheContents contents = look(run, first);
        assertThat(contents.followed.kept).isTrue();
        assertThat(contents.followed.list).isZero();
        assertThat(contents.followed.place).isEqualTo(7);
        assertThat(contents.followed.usedNanos).isLessThanOrEqualTo(run.nowNanos());
        assertThat(contents.followed.expiresNanos - contents.followed.storedNanos)
                .isEqualTo(60 * Systems.SECOND);
        run.apply(new Command.Purge("cache", (int) first));
        contents = look(run, first);
        assertThat(contents.followed.kept).isFalse();
        assertThat(contents.followed.list).isEqualTo(CacheContents.NONE);
        assertThat(contents.followed.gone).isEqualTo("purged");
        assertThat(contents.followed.goneNanos).isEqualTo(run.nowNanos());
        assertThat(look(run, 1_000_000).followed.gone).isEqualTo("never here");
    }

    @Test
    void whatWasBannedIsNotFresh() {
        Run run = run(CacheSettings.of(50), 1, DataStrategy.READ_THROUGH);
        CacheContents contents = look(run, CacheContents.NONE);
        long last = contents.keys[49];
        run.apply(new Command.Ban("cache", (int) last, (int) last));
        contents = look(run, last);
        assertThat(contents.states[49]).isEqualTo(CacheContents.BANNED);
        assertThat(contents.followed.state).isEqualTo(CacheContents.BANNED);
        assertThat(Arrays.copyOf(contents.states, 49)).containsOnly(CacheContents.FRESH);
    }

    /** Names of versions are told as the keys they are of, the old versions of a key as stale, and a key is followed to its newest. */
    @Test
    void keysWithVersionsAreFollowed() {
        Run run = Run.of(DataSystems.of(
                11,
                fixed(200),
                users(1_000, new KeyDistribution.Uniform(40), 0.9),
                web(data(DataStrategy.WRITE_AROUND, "db", "cache")
                        .with(DataSettings.VERSIONS, VersionRule.SETTINGS.usual())),
                cache(CacheSettings.of(200)),
                db(fixed(1_000), fixed(1_000))));
        run.runUntil(5 * Systems.SECOND);
        CacheContents contents = look(run, 7);
        long[] keys = Arrays.copyOf(contents.keys, contents.cells);
        assertThat(Arrays.stream(keys)).hasSize(200).allMatch(key -> key >= 0 && key < 40);
        assertThat(contents.followed.kept).isTrue();
        assertThat(keys[contents.followed.place]).isEqualTo(7);
        int first = 0;
        while (keys[first] != 7) {
            first++;
        }
        assertThat(contents.followed.place).as("the newest was used last").isEqualTo(first);
        for (int cell = first + 1; cell < keys.length; cell++) {
            if (keys[cell] == 7) {
                assertThat(contents.states[cell]).isEqualTo(CacheContents.OUTDATED);
            }
        }
        assertThat(Arrays.stream(keys).filter(key -> key == 7).count()).isGreaterThan(1);
    }

    @Test
    void ofVeryManyKeysTheFirstAreNotedAndAllAreCounted() {
        Run run = Run.of(DataSystems.of(
                11,
                fixed(200),
                users(5_000, new KeyDistribution.Uniform(1_000_000), 1),
                web(data(DataStrategy.READ_THROUGH, null, "cache")),
                cache(CacheSettings.of(5_000)).with(CacheNode.STORE, "db"),
                db(fixed(1_000), fixed(1_000))));
        run.runUntil(3 * Systems.SECOND);
        CacheContents contents = look(run, CacheContents.NONE);
        assertThat(contents.sizes[0]).isEqualTo(5_000);
        assertThat(contents.cells).isEqualTo(CacheContents.MOST);
        assertThat(contents.handPlaces[0]).isEqualTo(CacheContents.NONE);
    }

    @Test
    void aHandBeyondTheNotedKeysHasItsPlace() {
        CacheContents contents = new CacheContents();
        contents.begin("cache", 0);
        contents.list("queue");
        for (int key = 0; key < 2_500; key++) {
            contents.key(key);
            if (key == 2_344) {
                contents.hand();
            }
        }
        assertThat(contents.hands[0]).isEqualTo(CacheContents.NONE);
        assertThat(contents.handPlaces[0]).isEqualTo(2_344);
    }

    @Test
    void lookingChangesNothing() {
        CacheSettings settings =
                CacheSettings.of(50).with(CacheSettings.POLICY, "arc").with(CacheSettings.TTL, Duration.ofMillis(50));
        Run unseen = run(settings, 0.9, DataStrategy.READ_THROUGH);
        Run seen = Run.of(topology(settings, 0.9, DataStrategy.READ_THROUGH));
        for (int millis = 0; millis <= 5_000; millis += 7) {
            seen.runUntil(millis * 1_000_000L);
            look(seen, 3);
        }
        seen.runUntil(5 * Systems.SECOND);
        assertThat(seen.digest()).isEqualTo(unseen.digest());
        assertThat(seen.report()).isEqualTo(unseen.report());
    }

    @Test
    void whereThereIsNoCacheNothingIsSaid() {
        Run run = run(CacheSettings.of(50), 1, DataStrategy.READ_THROUGH);
        run.look(new CacheLook("db", 0, CacheContents.NONE), frame);
        assertThat(frame.cache.there).isFalse();
        assertThat(frame.cache.caches).isZero();
        run.look(new CacheLook("cache", 3, CacheContents.NONE), frame);
        assertThat(frame.cache.there).isFalse();
        assertThat(frame.cache.caches).isEqualTo(1);
    }
}
