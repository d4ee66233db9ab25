package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.users;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.fixed;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.JourneySteps;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.InvalidationRule;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What frames say of what is under way: reads, writes, flushes and what makes caches forget. */
class ErrandsTest {
    private static final long MILLISECOND = 1_000_000;
    private static final Set<Byte> READS = Set.of(Errand.READ);

    private static Topology topology(double reads, DataSettings data, @Nullable String store) {
        return DataSystems.of(
                7,
                fixed(50_000),
                users(100, new KeyDistribution.Uniform(20), reads),
                web(data),
                cache(CacheSettings.of(100)).with(CacheNode.STORE, store),
                db(fixed(1_000), fixed(1_000)));
    }

    /** The errands that were seen on each link, from one time to another, seconds. */
    private static Map<String, Set<Byte>> seen(Topology topology, int from, int to) {
        Run run = Run.of(topology);
        Map<String, Set<Byte>> seen = new TreeMap<>();
        for (long millis = from * 1_000L; millis < to * 1_000L; millis += 10) {
            run.runUntil(millis * MILLISECOND);
            Frame frame = Systems.frame(run);
            for (int hop = 0; hop < frame.hops; hop++) {
                Link link = frame.topology.links().get(frame.link[hop]);
                seen.computeIfAbsent(link.from() + "→" + link.to(), _ -> new TreeSet<>())
                        .add(frame.errand[hop]);
            }
        }
        return seen;
    }

    @Test
    void aServerWithACacheAsideLooksSetsAndDeletes() {
        Map<String, Set<Byte>> seen = seen(topology(0.5, data(DataStrategy.CACHE_ASIDE, "db", "cache"), null), 0, 5);
        assertThat(seen.get("web→cache")).containsExactly(Errand.READ, Errand.WRITE, Errand.INVALIDATION);
        assertThat(seen.get("web→db")).containsExactly(Errand.READ, Errand.WRITE);
    }

    @Test
    void whatIsWrittenBackIsAWriteToTheCacheAndAFlushToTheStore() {
        Map<String, Set<Byte>> seen = seen(topology(0, data(DataStrategy.WRITE_BACK, null, "cache"), "db"), 0, 5);
        assertThat(seen.get("web→cache")).containsExactly(Errand.WRITE);
        assertThat(seen.get("cache→db")).containsExactly(Errand.FLUSH);
    }

    /** All twenty keys are in the cache by then. */
    @Test
    void aReadThatTheCacheAnswersTurnsRoundThere() {
        Map<String, Set<Byte>> seen = seen(topology(1, data(DataStrategy.READ_THROUGH, null, "cache"), "db"), 5, 8);
        assertThat(seen).containsEntry("web→cache", READS).doesNotContainKey("cache→db");
    }

    private static DataSettings told() {
        return data(DataStrategy.WRITE_AROUND, "db", "cache")
                .with(DataSettings.EVENTS, new InvalidationRule(fixed(300_000), 0, null));
    }

    private static int message(Frame frame) {
        return hop(frame, HopKind.MESSAGE);
    }

    private static int hop(Frame frame, byte kind) {
        for (int hop = 0; hop < frame.hops; hop++) {
            if (frame.kind[hop] == kind) {
                return hop;
            }
        }
        return -1;
    }

    /** Over a link that takes 50 ms, so that it is a fifth further 10 ms later. */
    @Test
    void aMessageIsSeenOnItsWay() {
        Run run = Run.of(topology(0, told(), null));
        Frame frame = Systems.frame(run);
        while (message(frame) < 0) {
            run.runUntil(run.nowNanos() + MILLISECOND);
            frame = Systems.frame(run);
        }
        int hop = message(frame);
        Link link = frame.topology.links().get(frame.link[hop]);
        assertThat(link.from() + "→" + link.to()).isEqualTo("web→cache");
        assertThat(frame.errand[hop]).isEqualTo(Errand.INVALIDATION);
        assertThat(frame.number[hop]).isZero();
        float before = frame.along[hop];
        assertThat(before).isBetween(0f, 0.021f);
        run.runUntil(run.nowNanos() + 10 * MILLISECOND);
        frame = Systems.frame(run);
        assertThat(frame.along[message(frame)]).isCloseTo(before + 0.2f, within(0.001f));
    }

    @Test
    void whoFollowsJourneysKnowsWhenAMessageSetsOut() {
        Run run = Run.shown(topology(0, told(), null));
        Frame frame = Systems.frame(run);
        while (steps(frame) < 0) {
            run.runUntil(run.nowNanos() + MILLISECOND);
            frame = Systems.frame(run);
        }
        int step = steps(frame);
        JourneySteps steps = frame.journeys;
        assertThat(steps.timeNanos[step])
                .isBetween(frame.timeNanos + 299 * MILLISECOND, frame.timeNanos + 300 * MILLISECOND);
        assertThat(steps.takesNanos[step]).isEqualTo(50 * MILLISECOND);
        assertThat(steps.last[step]).isTrue();
        assertThat(steps.journey[step]).isNegative();
    }

    /** Of which every message is lost: none gets further than half the way, and stays there for as long as a link takes. */
    @Test
    void aMessageThatIsLostEndsHalfwayOnItsFirstLink() {
        DataSettings lossy = data(DataStrategy.WRITE_AROUND, "db", "cache")
                .with(DataSettings.EVENTS, new InvalidationRule(fixed(0), 1, null));
        Run run = Run.shown(topology(0, lossy, null));
        int lost = 0;
        for (int millis = 1; millis <= 1_000; millis++) {
            run.runUntil(millis * MILLISECOND);
            Frame frame = Systems.frame(run);
            for (int hop = 0; hop < frame.hops; hop++) {
                if (frame.kind[hop] == HopKind.MESSAGE) {
                    assertThat(frame.along[hop]).isLessThan(0.5f);
                } else if (frame.kind[hop] == HopKind.LOST_MESSAGE) {
                    assertThat(frame.along[hop]).isEqualTo(0.5f);
                    lost++;
                }
            }
        }
        long sent = messages(run).sent();
        assertThat(messages(run).lost()).isEqualTo(sent).isPositive();
        assertThat(lost).as("pictures of lost ones, 50 of each").isBetween((int) (44 * sent), (int) (50 * sent));
        Frame frame = Systems.frame(run);
        assertThat(frame.journeys.lostAfter[steps(frame)]).isEqualTo(0.5f);
        assertThat(frame.journeys.last[steps(frame)]).isTrue();
    }

    @Test
    void aMessageToACacheThatIsDownEndsThere() {
        Run run = Run.shown(topology(0, told(), null));
        run.runUntil(Systems.SECOND);
        run.apply(new Command.Crash("cache"));
        for (int millis : new int[] {320, 600}) {
            run.runUntil(Systems.SECOND + millis * MILLISECOND);
            Frame frame = Systems.frame(run);
            int hop = hop(frame, HopKind.LOST_MESSAGE);
            assertThat(hop).as("one lost, %d ms after the crash", millis).isNotNegative();
            assertThat(frame.along[hop]).isCloseTo(1, within(0.002f));
        }
        assertThat(Systems.frame(run).journeys.what).contains(JourneySteps.LOST);
        assertThat(messages(run).lost()).isPositive();
    }

    private static DataReport.Invalidations messages(Run run) {
        return Objects.requireNonNull(DataSystems.data(run.report()).invalidations());
    }

    private static int steps(Frame frame) {
        for (int i = 0; i < frame.journeys.count; i++) {
            if (frame.journeys.kind[i] == HopKind.MESSAGE) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void whoFollowsChangesNothing() {
        Run alone = Run.of(topology(0.5, told(), null));
        Run shown = Run.shown(topology(0.5, told(), null));
        for (int i = 1; i <= 500; i++) {
            shown.runUntil(i * 10 * MILLISECOND);
            Systems.frame(shown);
        }
        alone.runUntil(5 * Systems.SECOND);
        assertThat(shown.digest()).isEqualTo(alone.digest());
    }
}
