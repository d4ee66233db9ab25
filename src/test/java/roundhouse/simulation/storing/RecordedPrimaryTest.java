package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.RecordedSystem.answered;
import static roundhouse.simulation.storing.RecordedSystem.asked;
import static roundhouse.simulation.storing.RecordedSystem.history;
import static roundhouse.simulation.storing.RecordedSystem.part;
import static roundhouse.simulation.storing.RecordedSystem.store;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Run;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.Command;
import roundhouse.topology.stores.PrimaryReplication;

/** Whole runs of stores with a primary against what was recorded at PostgreSQL and Redis (FACTS 23 to 35). */
class RecordedPrimaryTest {
    private static final PrimaryReplication ASYNCHRONOUS = PrimaryReplication.SETTINGS.usual();
    private static final PrimaryReplication SYNCHRONOUS = ASYNCHRONOUS.with(PrimaryReplication.SYNCHRONOUS, 1);
    private static final String MANY = "{ \"type\": \"poisson\", \"rate\": \"300/s\" }";
    private static final PrimaryReplication.Watchers WATCHERS =
            new PrimaryReplication.Watchers(null, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static HistoryVerdict judged(OperationHistory history) {
        return new Checker(history, Budget.of(20_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    /** The link is cut, the primary is killed 30 ms later, the follower is promoted. */
    private static RecordedSystem failover(double delayMs, double reads, PrimaryReplication replication) {
        return new RecordedSystem("ab", delayMs, MANY, 4, reads, replication)
                .cut(10, "a")
                .at(10.03, new Command.Crash("db-a"))
                .at(11, new Command.Promote("db-b"));
    }

    /** FACTS 23, 30: lost is what was acknowledged within the one-way delay before the cut, and what was after it. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 23, 40, 80})
    void anAsynchronousPrimaryLosesExactlyWhatWasUnderWay(double delayMs) {
        RecordedSystem system = failover(delayMs, 0, ASYNCHRONOUS);
        Run run = system.run(12);
        OperationHistory history = history(run);
        IntPredicate writes = system.of(history, "a", OperationKind.WRITE);
        int late = answered(history, writes, 10 - delayMs / 1e3, 10.03);
        assertThat(late).isPositive();
        // What the primary did for the follower's own clients reaches them no more, so it is not acknowledged.
        assertThat(store(run).lostAcknowledgedWrites()).isEqualTo(late);
    }

    /** FACTS 23: no acknowledged write is lost, whatever the follower must have done with it. */
    @ParameterizedTest
    @ValueSource(strings = {"RECEIVED", "APPLIED"})
    void aSynchronousPrimaryLosesNothing(PrimaryReplication.Level level) {
        for (double delayMs : new double[] {5, 25, 80}) {
            RecordedSystem system = failover(delayMs, 0.2, SYNCHRONOUS.with(PrimaryReplication.LEVEL, level));
            Run run = system.run(12);
            assertThat(store(run).lostAcknowledgedWrites()).isZero();
            assertThat(store(run).writes()).isGreaterThan(1_000);
        }
    }

    /** FACTS 25: a way there and back; a follower that must have applied it answers after the longer of its delay and the way. */
    @Test
    void aWriteTakesTheWayThereAndBack() {
        assertThat(fastestWriteMs(25, SYNCHRONOUS)).isEqualTo(50);
        PrimaryReplication apply = SYNCHRONOUS
                .with(PrimaryReplication.LEVEL, PrimaryReplication.Level.APPLIED)
                .with(PrimaryReplication.APPLY_DELAY, Duration.ofMillis(100));
        assertThat(fastestWriteMs(10, apply)).isEqualTo(110);
        assertThat(fastestWriteMs(10, apply.with(PrimaryReplication.LEVEL, PrimaryReplication.Level.RECEIVED)))
                .isEqualTo(20);
    }

    private static double fastestWriteMs(double delayMs, PrimaryReplication replication) {
        RecordedSystem system = new RecordedSystem("ab", delayMs, MANY, 4, 0.5, replication);
        OperationHistory history = history(system.run(5));
        return IntStream.range(0, history.size())
                        .filter(system.of(history, "a", OperationKind.WRITE))
                        .filter(history::isKnown)
                        .mapToLong(i -> history.returned(i) - history.call(i))
                        .min()
                        .orElse(0)
                / 1e6;
    }

    /** FACTS 27: the follower shows a write before the primary does, so that whoever reads there and then here goes back in time. */
    @Test
    void evenAnAppliedWriteIsNotLinearizableAcrossNodes() {
        PrimaryReplication apply = SYNCHRONOUS
                .with(PrimaryReplication.LEVEL, PrimaryReplication.Level.APPLIED)
                .with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL);
        RecordedSystem system = new RecordedSystem("ab", 10, MANY, 4, 0.8, apply);
        OperationHistory all = history(system.run(5));
        IntPredicate writes = i -> all.kind(i) == OperationKind.WRITE;
        assertThat(judged(part(all, writes.or(system.of(all, "a", OperationKind.READ)))))
                .isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(judged(part(all, writes.or(system.of(all, "b", OperationKind.READ)))))
                .isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(judged(all)).isInstanceOf(HistoryVerdict.Broken.class);
    }

    /** FACTS 31: what WAIT answered for survives; but others have read what it had not yet, and that may be gone. */
    @Test
    void waitLosesNothingAndIsNotLinearizable() {
        PrimaryReplication wait = SYNCHRONOUS.with(PrimaryReplication.VISIBLE, true);
        Run run = failover(10, 0.6, wait).run(12);
        assertThat(store(run).lostAcknowledgedWrites()).isZero();
        assertThat(judged(history(run))).isInstanceOf(HistoryVerdict.Broken.class);
        Run hidden = failover(10, 0.6, SYNCHRONOUS).run(12);
        assertThat(judged(history(hidden))).isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** FACTS 32: refused from a second before to two after the lag that is allowed; accepted within one after healing; reads go on. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void aPrimaryWithoutFollowersRefusesWritesAfterTheLag(int seconds) {
        PrimaryReplication needs = ASYNCHRONOUS
                .with(PrimaryReplication.MIN_FOLLOWERS, 1)
                .with(PrimaryReplication.MAX_LAG, Duration.ofSeconds(seconds));
        RecordedSystem system =
                new RecordedSystem("ab", 1, MANY, 4, 0.5, needs).cut(10, "a").heal(20);
        OperationHistory history = history(system.run(25));
        IntPredicate writes = system.of(history, "a", OperationKind.WRITE);
        IntPredicate refused = writes.and(i -> !history.isKnown(i) && history.call(i) > 10e9);
        double first = IntStream.range(0, history.size())
                        .filter(refused)
                        .mapToLong(history::call)
                        .min()
                        .orElse(0)
                / 1e9;
        double last = IntStream.range(0, history.size())
                        .filter(refused)
                        .mapToLong(history::call)
                        .max()
                        .orElse(0)
                / 1e9;
        assertThat(first - 10).isBetween(seconds - 1.0, seconds + 2.0);
        assertThat(last).isBetween(19.9, 21.0);
        assertThat(answered(history, writes, first + 0.01, 20)).isZero();
        IntPredicate reads = system.of(history, "a", OperationKind.READ);
        assertThat(answered(history, reads, 10, 20)).isEqualTo(asked(history, reads, 10, 20));
        RecordedSystem one =
                new RecordedSystem("abc", 1, MANY, 4, 0.5, needs).cut(10, "c").heal(20);
        OperationHistory whole = history(one.run(25));
        IntPredicate all = one.of(whole, "a", OperationKind.WRITE);
        assertThat(answered(whole, all, 10, 20))
                .as("another follower is heard of")
                .isEqualTo(asked(whole, all, 10, 20));
    }

    /**
     * FACTS 35: all that the old primary's side acknowledged is lost, from a way before the cut until it was told to follow ten seconds
     * after the network was whole again, and nothing of the other side.
     */
    @Test
    void theOldPrimarysSideLosesAllThatItAcknowledged() {
        RecordedSystem system = new RecordedSystem(
                        "abc", 10, MANY, 4, 0, ASYNCHRONOUS.with(PrimaryReplication.WATCHERS, WATCHERS))
                .cut(10, "a")
                .heal(16);
        Run run = system.run(40);
        OperationHistory history = history(run);
        double demoted = run.report().transcript().stream()
                        .filter(line -> line.text().matches("orders: db-a follows db-[bc] now.*"))
                        .mapToLong(line -> line.timeNanos())
                        .min()
                        .orElse(0)
                / 1e9;
        assertThat(demoted - 16).isBetween(8.0, 11.5);
        int alone = answered(history, system.of(history, "a", OperationKind.WRITE), 9.99, demoted);
        assertThat(store(run).lostAcknowledgedWrites()).isEqualTo(alone);
        assertThat(alone).isGreaterThan(4_000);
    }

    /** FACTS 35: where followers are needed the old primary refuses after the lag, so that only what was before is lost. */
    @Test
    void aPrimaryThatNeedsFollowersLosesOnlyWhatItTookWithinTheLag() {
        PrimaryReplication needs = ASYNCHRONOUS
                .with(PrimaryReplication.WATCHERS, WATCHERS)
                .with(PrimaryReplication.MIN_FOLLOWERS, 1)
                .with(PrimaryReplication.MAX_LAG, Duration.ofSeconds(2));
        RecordedSystem system =
                new RecordedSystem("abc", 10, MANY, 4, 0, needs).cut(10, "a").heal(16);
        Run run = system.run(40);
        OperationHistory history = history(run);
        IntPredicate writes = system.of(history, "a", OperationKind.WRITE);
        assertThat(answered(history, writes, 10, 11)).isEqualTo(asked(history, writes, 10, 11));
        assertThat(answered(history, writes, 14, 16)).isZero();
        assertThat(store(run).lostAcknowledgedWrites()).isEqualTo(answered(history, writes, 9.99, 16));
    }
}
