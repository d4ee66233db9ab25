package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.Replication;

/** Every promise is judged of a run of some ten thousand reads and writes, whether it is kept or not. */
class LongRunsJudgedTest {
    private static final PrimaryReplication LOCAL =
            PrimaryReplication.SETTINGS.usual().with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL);

    private static OperationHistory history(double seconds, String arrivals, int users, Replication replication) {
        RecordedSystem system = new RecordedSystem("abc", 10, arrivals, users, 0.6, replication);
        OperationHistory history = RecordedSystem.history(system.run(seconds));
        assertThat(history.size()).isGreaterThan(8_000);
        return history;
    }

    private static OperationHistory open(Replication replication) {
        return history(17, "{ \"type\": \"poisson\", \"rate\": \"170/s\" }", 1_000, replication);
    }

    private static HistoryVerdict judged(OperationHistory history, Check check) {
        return new Checker(history, Budget.of(1_000_000)).check(check, OptionalLong.empty());
    }

    @Test
    void aStoreByConsensusKeepsEveryPromise() {
        OperationHistory history = open(ConsensusReplication.SETTINGS.usual());
        for (Check check : Check.values()) {
            assertThat(judged(history, check)).as(check.key()).isInstanceOf(HistoryVerdict.Holds.class);
        }
    }

    /** Reads of what is behind by the way from the primary: users of one site who come once see them in order. */
    @Test
    void readsAtFollowersAreSequentialAndNotLinearizable() {
        OperationHistory history = open(LOCAL);
        assertThat(judged(history, Check.LINEARIZABLE)).isInstanceOf(HistoryVerdict.Broken.class);
        assertThat(judged(history, Check.SEQUENTIAL)).isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** One user at each site who at once reads what he wrote, which is not there yet. */
    @Test
    void whoReadsAtAFollowerWhatHeJustWroteBreaksTheOrderOfClients() {
        PrimaryReplication late = LOCAL.with(PrimaryReplication.APPLY_DELAY, Duration.ofMillis(100));
        OperationHistory history = history(
                13, "{ \"type\": \"closed\", \"think\": { \"type\": \"exponential\", \"mean\": \"8ms\" } }", 3, late);
        for (Check check : new Check[] {Check.SEQUENTIAL, Check.READ_YOUR_WRITES, Check.CAUSAL, Check.PRAM}) {
            HistoryVerdict verdict = judged(history, check);
            assertThat(verdict).as(check.key()).isInstanceOf(HistoryVerdict.Broken.class);
            if (verdict instanceof HistoryVerdict.Broken broken) {
                assertThat(broken.example().operations().size()).isLessThanOrEqualTo(4);
            }
        }
        assertThat(judged(history, Check.MONOTONIC_READS)).isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** Some thirty-six thousand are too many at once, but what is broken in the beginning is so in the whole; else it is said why not. */
    @Test
    void ofAVeryLongRunTheBeginningIsJudged() {
        OperationHistory history = history(
                10,
                "{ \"type\": \"closed\", \"think\": { \"type\": \"exponential\", \"mean\": \"1ms\" } }",
                3,
                LOCAL.with(PrimaryReplication.APPLY_DELAY, Duration.ofMillis(100)));
        assertThat(history.size()).isGreaterThan(33_000);
        assertThat(judged(history, Check.SEQUENTIAL)).isInstanceOf(HistoryVerdict.Broken.class);
        assertThat(judged(history, Check.MONOTONIC_READS))
                .isInstanceOfSatisfying(
                        HistoryVerdict.Unknown.class,
                        unknown -> assertThat(unknown.why()).isEqualTo("there is too little memory for the views"));
    }
}
