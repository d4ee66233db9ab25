package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;
import roundhouse.storage.searching.Budget;

/** Which operations of a broken history are left, and which are shown beside them. */
class ReductionTest {
    private static WrittenHistory store() {
        return new WrittenHistory(ModelKind.KV, 0);
    }

    private static int[] smallest(OperationHistory history) {
        return new Reduction(history, HistoryRule.linearizable(), true, Budget.of(1_000_000)).smallest();
    }

    /** The write and the stale read, or that read and one before it that was not: for those a write more must be shown. */
    @Test
    void ofSetsThatAreBrokenTheOneOfWhichLeastMustBeShownIsLeft() {
        OperationHistory history = store().write("A", "x", 1, 0, 10)
                .write("A", "x", 2, 20, 30)
                .read("B", "x", 2, 32, 34)
                .read("C", "x", 1, 40, 50)
                .end();
        assertThat(smallest(history)).containsExactly(1, 3);
    }

    @Test
    void whatComesLaterIsNotNeeded() {
        WrittenHistory written = store();
        for (int i = 1; i <= 40; i++) {
            written.write("A", "x", i, i * 10, i * 10 + 5);
        }
        written.read("B", "x", 39, 407, 409);
        for (int i = 41; i <= 80; i++) {
            written.write("A", "x", i, i * 10, i * 10 + 5).read("B", "x", i - 1, i * 10 + 6, i * 10 + 8);
        }
        assertThat(smallest(written.end())).as("write 40 and the read of 39").containsExactly(39, 40);
    }

    /** A set of three that is broken, of which no two are. */
    @Test
    void nothingCanBeTakenOutOfWhatIsLeft() {
        OperationHistory history = new WrittenHistory(ModelKind.MUTEX, Value.NOTHING)
                .does("A", OperationKind.ACQUIRE, "m", Value.NOTHING, Value.NOTHING, 0, 10)
                .does("B", OperationKind.ACQUIRE, "m", Value.NOTHING, Value.NOTHING, 0, 10)
                .does("C", OperationKind.ACQUIRE, "m", Value.NOTHING, Value.NOTHING, 0, 10)
                .does("D", OperationKind.RELEASE, "m", Value.NOTHING, Value.NOTHING, 0, 10)
                .end();
        assertThat(smallest(history)).hasSize(3).doesNotContain(3);
    }

    @Test
    void whatIsRelaxedMayBeLeftOutAndWhatCannotMatterIs() {
        OperationHistory history = store().write("A", "x", 1, 0, 10)
                .write("A", "x", 2, 20, 30)
                .read("B", "x", 2, 32, 34)
                .write("C", "x", 3, 35, 38)
                .read("C", "x", 1, 40, 50)
                .write("D", "x", 1, 51, 55)
                .end();
        OperationHistory relaxed = Reduction.relaxed(history, new int[] {1, 4}, 50);
        assertThat(IntStream.range(0, relaxed.size()).mapToObj(i -> OperationWords.told(relaxed, i)))
                .as("nobody needed found 3, and reads change nothing")
                .containsExactly("write 1", "write 2", "read → 1");
        assertThat(IntStream.range(0, 3).mapToObj(relaxed::isNeeded)).containsExactly(false, true, true);
        assertThat(Reduction.relaxed(history, new int[] {1, 4}, 51).size())
                .as("what is called by then may matter")
                .isEqualTo(4);
        OperationHistory all = Reduction.relaxed(history, new int[] {0, 1, 2, 3, 4}, 50);
        assertThat(all.size()).isEqualTo(5);
    }

    private static List<Integer> shown(WrittenHistory written, int... operations) {
        return Sources.shown(written.end(), operations).stream().boxed().toList();
    }

    @Test
    void theLatestWriteThatCouldBeReadIsItsSource() {
        WrittenHistory history = store().write("A", "x", 1, 0, 10)
                .write("B", "x", 1, 12, 14)
                .write("B", "y", 1, 16, 18)
                .write("B", "x", 5, 20, 22)
                .read("C", "x", 1, 25, 30)
                .write("A", "x", 1, 31, 40);
        assertThat(shown(history, 4)).containsExactly(1, 4);
        assertThat(shown(history, 0, 4)).as("one is shown").containsExactly(0, 4);
        assertThat(shown(history, 5, 4)).containsExactly(4, 5);
        assertThat(shown(history, 3)).as("a write").containsExactly(3);
        assertThat(shown(store().read("C", "x", 1, 25, 30).write("A", "x", 1, 30, 40), 0))
                .as("called as it returns")
                .containsExactly(0, 1);
        assertThat(shown(
                        store().read("C", "x", 1, 25, 30)
                                .write("A", "x", 1, 31, 40)
                                .write("A", "x", 1, 41, 50),
                        0))
                .as("where all were called later, the first")
                .containsExactly(0, 1);
    }

    @Test
    void whatWasThereAtFirstHasNoSource() {
        assertThat(shown(store().write("A", "x", 0, 0, 10).read("B", "x", 0, 20, 30), 1))
                .containsExactly(1);
        assertThat(shown(store().write("A", "x", 4, 0, 10).read("B", "x", Value.NOTHING, 20, 30), 1))
                .containsExactly(1);
        assertThat(shown(store().read("B", "x", 9, 20, 30), 0))
                .as("nor what nobody wrote")
                .containsExactly(0);
    }

    @Test
    void aCompareAndSetFoundWhatItMatched() {
        assertThat(shown(store().write("A", "x", 4, 0, 10).cas("B", "x", 4, 5, true, 20, 30), 1))
                .containsExactly(0, 1);
        assertThat(shown(store().write("A", "x", 4, 0, 10).cas("B", "x", 4, 5, false, 20, 30), 1))
                .as("it did not match")
                .containsExactly(1);
        assertThat(shown(
                        store().cas("A", "x", 0, 4, true, 0, 10)
                                .cas("A", "x", 9, 4, false, 12, 14)
                                .read("B", "x", 4, 20, 30),
                        2))
                .as("one that did not match put nothing there")
                .containsExactly(0, 2);
    }

    @Test
    void ofAListWhatWasAppendedLastIsTheSource() {
        WrittenHistory history = new WrittenHistory(ModelKind.APPEND, Value.NOTHING)
                .does("A", OperationKind.APPEND, "x", 1, Value.NOTHING, 0, 5)
                .does("A", OperationKind.APPEND, "x", 2, Value.NOTHING, 10, 15)
                .does("A", OperationKind.APPEND, "x", 3, Value.NOTHING, 16, 18)
                .read("B", "x", List.of(1, 2), 20, 25);
        assertThat(shown(history, 3)).containsExactly(1, 3);
    }

    private static CounterExample example(WrittenHistory written, Check check) {
        return ((HistoryVerdict.Broken) GoldenHistory.judge(written.end(), check)).example();
    }

    @Test
    void howFarAnOrderGetsIsSaid() {
        WrittenHistory history =
                store().write("A", "x", 1, 0, 10).write("A", "x", 2, 20, 30).read("C", "x", 1, 40, 50);
        assertThat(example(history, Check.LINEARIZABLE).why())
                .containsExactly(
                        "(1) write x 1 by A returned at 10, before (2) write x 2 by A was called at 20.",
                        "(2) write x 2 by A returned at 30, before (3) read x → 1 by C was called at 40.",
                        "An order that begins (2) gets as far as any; then x is 2, and (3) read x → 1 by C would be wrong.");
        assertThat(example(store().read("C", "x", 1, 0, 10).write("A", "x", 1, 12, 14), Check.LINEARIZABLE)
                        .why())
                .last()
                .isEqualTo("At first x is 0, and (1) read x → 1 by C would be wrong.");
    }

    @Test
    void whatTouchesIsNotSaidToBeBefore() {
        WrittenHistory history =
                store().write("A", "x", 1, 0, 10).write("B", "x", 2, 10, 30).read("C", "x", 0, 31, 50);
        assertThat(example(history, Check.LINEARIZABLE).why())
                .noneMatch(why -> why.contains("returned at 10, before (2)"));
    }

    @Test
    void theOrderOfAClientIsSaid() {
        WrittenHistory history = store().write("A", "x", 1, 0, 10).read("A", "x", 0, 20, 30);
        assertThat(example(history, Check.SEQUENTIAL).why())
                .containsExactly(
                        "A asked (1) before (2).",
                        "An order that begins (1) gets as far as any; then x is 1, and (2) read x → 0 by A would be wrong.");
    }

    @Test
    void everyPromiseSaysWhyItIsBroken() {
        WrittenHistory stale = store().write("A", "x", 1, 0, 10)
                .write("A", "x", 2, 20, 30)
                .write("A", "x", 3, 40, 50)
                .read("B", "x", 1, 60, 70);
        for (Check check : new Check[] {Check.K_ATOMIC, Check.DELTA_ATOMIC}) {
            CounterExample example = ((HistoryVerdict.Broken) GoldenHistory.judge(stale.end(), check, 2)).example();
            assertThat(example.why()).last().asString().contains("read x → 1 by B would be wrong");
        }
    }
}
