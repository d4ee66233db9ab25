package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationHistory.NEVER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;
import roundhouse.storage.searching.Budget;

/** Small histories that tell the promises apart. */
class PromisesTest {
    private static final Set<Check> WITHOUT_BOUND =
            EnumSet.complementOf(EnumSet.of(Check.K_ATOMIC, Check.DELTA_ATOMIC));

    private static WrittenHistory store() {
        return new WrittenHistory(ModelKind.KV, 0);
    }

    /** The promises that a history breaks, of those without a bound. */
    private static List<Check> broken(WrittenHistory written) {
        OperationHistory history = written.end();
        return WITHOUT_BOUND.stream()
                .filter(check -> {
                    HistoryVerdict verdict = GoldenHistory.judge(history, check);
                    assertThat(verdict).isNotInstanceOf(HistoryVerdict.Unknown.class);
                    return verdict instanceof HistoryVerdict.Broken;
                })
                .toList();
    }

    @Test
    void aReadOfTheLatestWriteKeepsAll() {
        assertThat(broken(store().write("A", "x", 1, 0, 10).read("B", "x", 1, 20, 30)))
                .isEmpty();
    }

    /** What returns when another is called is concurrent with it. */
    @Test
    void operationsThatTouchMayBeInEitherOrder() {
        assertThat(broken(store().write("A", "x", 1, 0, 10).read("B", "x", 0, 10, 20)))
                .isEmpty();
        assertThat(broken(store().write("A", "x", 1, 0, 10).read("B", "x", 0, 11, 20)))
                .containsExactly(Check.LINEARIZABLE);
    }

    @Test
    void aReadFromTheFutureIsSequential() {
        assertThat(broken(store().read("B", "x", 1, 0, 10).write("A", "x", 1, 20, 30)))
                .containsExactly(Check.LINEARIZABLE);
    }

    @Test
    void keysThatAreSequentialEachNeedNotBeTogether() {
        assertThat(broken(store().write("A", "x", 1, 0, 10)
                        .read("A", "y", 0, 20, 30)
                        .write("B", "y", 1, 0, 10)
                        .read("B", "x", 0, 20, 30)))
                .containsExactly(Check.LINEARIZABLE, Check.SEQUENTIAL);
    }

    @Test
    void oneWhoMissesItsOwnWrite() {
        assertThat(broken(store().write("A", "x", 1, 0, 10).read("A", "x", 0, 20, 30)))
                .containsExactly(
                        Check.LINEARIZABLE,
                        Check.SEQUENTIAL,
                        Check.CAUSAL,
                        Check.CAUSAL_MEMORY,
                        Check.PRAM,
                        Check.READ_YOUR_WRITES);
    }

    @Test
    void oneWhoSeesLessThanBefore() {
        assertThat(broken(store().write("A", "x", 1, 0, 10)
                        .read("B", "x", 1, 20, 30)
                        .read("B", "x", 0, 40, 50)))
                .containsExactlyElementsOf(
                        EnumSet.complementOf(EnumSet.of(Check.READ_YOUR_WRITES, Check.K_ATOMIC, Check.DELTA_ATOMIC)));
    }

    @Test
    void oneWhoSeesTheWritesOfAnotherInAnotherOrder() {
        assertThat(broken(store().write("A", "x", 1, 0, 10)
                        .write("A", "y", 1, 20, 30)
                        .read("B", "y", 1, 40, 50)
                        .read("B", "x", 0, 60, 70)))
                .containsExactly(
                        Check.LINEARIZABLE,
                        Check.SEQUENTIAL,
                        Check.CAUSAL,
                        Check.CAUSAL_MEMORY,
                        Check.PRAM,
                        Check.MONOTONIC_WRITES);
    }

    @Test
    void oneWhoSeesAnAnswerAndNotTheQuestion() {
        assertThat(broken(store().write("A", "x", 1, 0, 10)
                        .read("B", "x", 1, 20, 30)
                        .write("B", "y", 1, 40, 50)
                        .read("C", "y", 1, 60, 70)
                        .read("C", "x", 0, 80, 90)))
                .containsExactly(
                        Check.LINEARIZABLE,
                        Check.SEQUENTIAL,
                        Check.CAUSAL,
                        Check.CAUSAL_MEMORY,
                        Check.WRITES_FOLLOW_READS);
    }

    /** Ahamad et al. 1995: causal memory lets two see two writes in opposite orders for ever. */
    @Test
    void twoWhoNeverAgreeOnAnOrder() {
        assertThat(broken(store().write("A", "x", 1, 0, 10)
                        .write("B", "x", 2, 0, 10)
                        .read("A", "x", 2, 20, 30)
                        .read("B", "x", 1, 20, 30)
                        .read("A", "x", 2, 40, 50)
                        .read("B", "x", 1, 40, 50)))
                .doesNotContain(Check.CAUSAL_MEMORY)
                .contains(Check.LINEARIZABLE, Check.SEQUENTIAL, Check.CAUSAL);
    }

    @Test
    void aWriteOfWhichNobodyHeardMayHaveHappenedLateOrNever() {
        assertThat(broken(store().write("A", "x", 1, 0, NEVER)
                        .read("B", "x", 0, 20, 30)
                        .read("B", "x", 1, 40, 50)))
                .isEmpty();
        assertThat(broken(store().write("A", "x", 1, 0, NEVER)
                        .read("B", "x", 1, 20, 30)
                        .write("B", "x", 2, 32, 34)
                        .read("B", "x", 2, 36, 38)
                        .read("B", "x", 1, 40, 50)))
                .as("at most once")
                .contains(Check.LINEARIZABLE, Check.SEQUENTIAL);
    }

    @Test
    void whatNobodyWroteBreaksAll() {
        assertThat(broken(store().read("A", "x", 7, 0, 10))).containsExactlyElementsOf(WITHOUT_BOUND);
    }

    private static OperationHistory stale() {
        return store().write("A", "x", 1, 0, 10)
                .write("A", "x", 2, 20, 30)
                .write("A", "x", 3, 40, 50)
                .read("B", "x", 1, 75, 80)
                .end();
    }

    private static OptionalLong least(OperationHistory history, Check check) {
        return ((HistoryVerdict.Holds) GoldenHistory.judge(history, check)).least();
    }

    @Test
    void theLeastBoundIsHowStaleAReadIs() {
        assertThat(least(stale(), Check.K_ATOMIC)).hasValue(3);
        assertThat(least(stale(), Check.DELTA_ATOMIC)).as("since 2 returned").hasValue(45);
        OperationHistory fresh =
                store().write("A", "x", 1, 0, 10).read("B", "x", 1, 20, 30).end();
        assertThat(least(fresh, Check.K_ATOMIC)).hasValue(1);
        assertThat(least(fresh, Check.DELTA_ATOMIC)).hasValue(0);
    }

    @Test
    void theLeastBoundIsThatOfTheWorstKey() {
        OperationHistory history = store().write("A", "x", 1, 0, 10)
                .write("A", "y", 1, 0, 10)
                .write("A", "y", 2, 20, 30)
                .write("A", "z", 1, 0, 10)
                .read("B", "x", 0, 12, 40)
                .read("B", "y", 0, 75, 80)
                .read("B", "z", 1, 75, 80)
                .end();
        assertThat(least(history, Check.K_ATOMIC)).hasValue(3);
        assertThat(least(history, Check.DELTA_ATOMIC)).hasValue(65);
    }

    @Test
    void aBoundHoldsFromTheLeastOn() {
        for (Check check : new Check[] {Check.K_ATOMIC, Check.DELTA_ATOMIC}) {
            long least = least(stale(), check).orElseThrow();
            assertThat(GoldenHistory.judge(stale(), check, least)).isInstanceOf(HistoryVerdict.Holds.class);
            assertThat(GoldenHistory.judge(stale(), check, least + 100)).isInstanceOf(HistoryVerdict.Holds.class);
            assertThat(GoldenHistory.judge(stale(), check, least - 1)).isInstanceOf(HistoryVerdict.Broken.class);
        }
    }

    /** With a bound a read may not answer what was not even called. */
    @Test
    void noBoundHelpsAReadFromTheFuture() {
        OperationHistory history =
                store().read("B", "x", 1, 0, 10).write("A", "x", 1, 11, 30).end();
        assertThat(GoldenHistory.judge(history, Check.K_ATOMIC)).isInstanceOf(HistoryVerdict.Broken.class);
        assertThat(GoldenHistory.judge(history, Check.DELTA_ATOMIC)).isInstanceOf(HistoryVerdict.Broken.class);
        OperationHistory touching =
                store().read("B", "x", 1, 0, 10).write("A", "x", 1, 10, 30).end();
        assertThat(least(touching, Check.K_ATOMIC)).hasValue(1);
    }

    @Test
    void aBudgetThatIsTooSmallIsSaidForEachPromise() {
        for (Check check : Check.values()) {
            HistoryVerdict verdict = new Checker(stale(), Budget.of(1)).check(check, OptionalLong.empty());
            assertThat(verdict)
                    .as(check.key())
                    .isInstanceOfAny(HistoryVerdict.Unknown.class, HistoryVerdict.Broken.class);
        }
        assertThat(new Checker(stale(), Budget.of(1)).check(Check.K_ATOMIC, OptionalLong.empty()))
                .isEqualTo(new HistoryVerdict.Unknown(2, "the budget was used up after 2 situations"));
        assertThat(new Checker(stale(), Budget.of(1)).check(Check.LINEARIZABLE, OptionalLong.empty()))
                .isEqualTo(new HistoryVerdict.Unknown(2));
    }

    @Test
    void onlyTwoJudgeMoreThanReadsAndWrites() {
        for (Check check : Check.values()) {
            boolean any = check == Check.LINEARIZABLE || check == Check.SEQUENTIAL;
            assertThat(check.judges(OperationKind.CAS)).as(check.key()).isEqualTo(any);
            assertThat(check.judges(OperationKind.READ)).isTrue();
            assertThat(check.judges(OperationKind.WRITE)).isTrue();
        }
        OperationHistory locked = new WrittenHistory(ModelKind.MUTEX, Value.NOTHING)
                .then(OperationKind.ACQUIRE, Value.NOTHING, Value.NOTHING)
                .end();
        assertThat(Check.LINEARIZABLE.objection(locked)).isEmpty();
        assertThat(Check.CAUSAL.objection(locked))
                .contains("causal is about reads and writes, and this history has acquire; linearizable and"
                        + " sequential judge it");
        assertThat(Check.CAUSAL.objection(stale())).isEmpty();
    }

    @Test
    void areFoundByTheirNames() {
        assertThat(Check.of("read-your-writes")).contains(Check.READ_YOUR_WRITES);
        assertThat(Check.of("eventual")).isEmpty();
        assertThat(Check.keys()).hasSize(11).startsWith("linearizable", "sequential");
        assertThat(Arrays.stream(Check.values()).map(Check::meaning)).doesNotHaveDuplicates();
        assertThat(Check.PRAM.meaning()).startsWith("each client sees its own writes,");
    }
}
