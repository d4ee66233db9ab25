package roundhouse.storage.searching.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.WrittenHistory;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.searching.Reason;
import roundhouse.storage.searching.Reasons;

/** Why no views explain a history, in words; an operation is called by its kind and its number, from 0. */
class ViewWordsTest {
    private static WrittenHistory store() {
        return new WrittenHistory(ModelKind.KV, 0);
    }

    private static Reasons words(WrittenHistory written, Promises promises) {
        OperationHistory history = written.end();
        assertThat(ViewSearch.run(history, promises, Budget.of(1_000_000))).isEqualTo(Answer.NO);
        return ViewWords.of(history, promises, i -> (history.kind(i) == OperationKind.READ ? "read " : "write ") + i);
    }

    private static List<String> why(WrittenHistory written, Promises promises) {
        return words(written, promises).sentences();
    }

    @Test
    void whatNobodyWroteIsSaid() {
        Reasons reasons = words(store().write("A", "x", 1, 0, 5).read("A", "x", 7, 10, 15), Promises.PRAM);
        assertThat(reasons.sentences()).containsExactly("read 1 answered what nobody wrote.");
        assertThat(reasons.wrong()).containsExactly(1);
        assertThat(reasons.arrows()).isEmpty();
    }

    @Test
    void itsClientHadWrittenIt() {
        assertThat(why(store().write("A", "x", 1, 0, 5).read("A", "x", 0, 10, 15), Promises.READ_YOUR_WRITES))
                .containsExactly("read 1 answered what was there at first, but had to see write 0:"
                        + " its client had written it before.");
    }

    @Test
    void itsClientHadReadIt() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .read("B", "x", 1, 10, 15)
                .read("B", "y", 0, 20, 25)
                .read("B", "x", 0, 30, 35);
        Reasons reasons = words(history, Promises.MONOTONIC_READS);
        assertThat(reasons.sentences())
                .containsExactly("read 3 answered what was there at first, but had to see write 0:"
                        + " its client had seen it by read 2, as its client had read it in read 1.");
        assertThat(reasons.arrows())
                .containsExactly(new Reason(0, 1, Reason.Kind.ANSWERED), new Reason(0, 3, Reason.Kind.MUST_BE_SEEN));
        assertThat(reasons.wrong()).containsExactly(3);
    }

    @Test
    void oneClientWroteBoth() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .write("A", "y", 1, 10, 15)
                .read("B", "y", 1, 20, 25)
                .read("B", "x", 0, 30, 35);
        assertThat(why(history, Promises.MONOTONIC_WRITES))
                .containsExactly("read 3 answered what was there at first, but had to see write 0: its client had"
                        + " seen it by read 2, as one client wrote both, in this order.");
    }

    @Test
    void theWriterHadSeenIt() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .read("B", "x", 1, 10, 15)
                .write("B", "x", 2, 20, 25)
                .read("C", "x", 2, 30, 35)
                .read("C", "x", 1, 40, 45);
        Reasons reasons = words(history, Promises.WRITES_FOLLOW_READS);
        assertThat(reasons.sentences())
                .containsExactly(
                        "read 4 answered write 0 and had to see write 2: its client had read it in read 3;"
                                + " so write 2 comes before write 0.",
                        "write 0 comes before write 2: the client of write 2 had seen it in read 1.",
                        "So no order of the writes is right.");
        assertThat(reasons.arrows())
                .containsExactly(
                        new Reason(0, 1, Reason.Kind.ANSWERED),
                        new Reason(2, 3, Reason.Kind.ANSWERED),
                        new Reason(0, 4, Reason.Kind.ANSWERED),
                        new Reason(2, 4, Reason.Kind.MUST_BE_SEEN),
                        new Reason(2, 0, Reason.Kind.COMES_BEFORE),
                        new Reason(0, 2, Reason.Kind.COMES_BEFORE));
        assertThat(reasons.wrong()).isEmpty();
    }

    @Test
    void whatFollowsFromWhatWasSeenIsSaid() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .write("A", "y", 1, 10, 15)
                .read("C", "y", 1, 20, 25)
                .write("C", "z", 1, 30, 35)
                .read("D", "z", 1, 40, 45)
                .read("D", "x", 0, 50, 55);
        assertThat(why(history, Promises.CAUSAL))
                .containsExactly("read 5 answered what was there at first, but had to see write 0: its client had"
                        + " seen it by read 4, as the client of write 3 had seen it in read 2.");
    }

    @Test
    void twoWhoSeeTwoWritesInOppositeOrdersAreSaid() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .write("B", "x", 2, 0, 5)
                .read("C", "x", 1, 10, 15)
                .read("C", "x", 2, 20, 25)
                .read("D", "x", 2, 10, 15)
                .read("D", "x", 1, 20, 25);
        assertThat(why(history, Promises.MONOTONIC_READS))
                .hasSize(3)
                .allMatch(sentence -> sentence.contains("had to see") && sentence.contains("its client had read it in")
                        || sentence.equals("So no order of the writes is right."));
        OperationHistory same = history.end();
        assertThat(ViewSearch.run(same, Promises.CAUSAL_MEMORY, Budget.of(1_000)))
                .isEqualTo(Answer.YES);
    }

    /** Where no order is common, it is the views of one client that contradict each other. */
    @Test
    void causalMemoryIsSaidReadByRead() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .write("B", "x", 2, 0, 5)
                .read("C", "x", 1, 10, 15)
                .read("C", "x", 2, 20, 25)
                .read("C", "x", 1, 30, 35);
        assertThat(why(history, Promises.CAUSAL_MEMORY)).last().isEqualTo("So no order of the writes is right.");
        assertThat(why(history, Promises.CAUSAL_MEMORY)).hasSize(3);
    }

    /** Bouajjani, Enea, Guerraoui, Hamza 2017: all can agree on an order, but B cannot have one of its own. */
    @Test
    void anOrderForAllNeedNotBeOneForEach() {
        WrittenHistory history = store().write("A", "z", 1, 0, 5)
                .write("A", "x", 1, 10, 15)
                .write("A", "y", 1, 20, 25)
                .write("B", "x", 2, 0, 5)
                .read("B", "z", 0, 10, 15)
                .read("B", "y", 1, 30, 35)
                .read("B", "x", 2, 40, 45);
        assertThat(ViewSearch.run(history.end(), Promises.CAUSAL, Budget.of(1_000)))
                .isEqualTo(Answer.YES);
        assertThat(why(history, Promises.CAUSAL_MEMORY))
                .containsExactly(
                        "read 6 answered write 1 and had to see write 2: its client had seen it by read 5,"
                                + " as one client wrote both, in this order; so write 2 comes before write 1.",
                        "So no order of the writes is right.");
    }

    @Test
    void whatTheOwnWriteBringsWithItIsSaid() {
        Promises withoutMonotonicReads = new Promises(true, false, false, true, true);
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .read("B", "x", 1, 10, 15)
                .write("B", "y", 1, 20, 25)
                .read("B", "x", 0, 30, 35);
        assertThat(why(history, withoutMonotonicReads))
                .containsExactly("read 3 answered what was there at first, but had to see write 0: it saw write 2,"
                        + " and the client of write 2 had seen it in read 1.");
    }

    @Test
    void ofTheSameValueOneWriteIsTheExample() {
        WrittenHistory history = store().write("A", "x", 1, 0, 5)
                .write("A", "x", 2, 10, 15)
                .write("A", "x", 2, 20, 25)
                .read("A", "x", 1, 30, 35);
        List<String> why = why(history, Promises.CAUSAL);
        assertThat(why).hasSize(3);
        assertThat(why(history.read("A", "x", 2, 40, 45), Promises.CAUSAL).getFirst())
                .isEqualTo("Whichever write of the same value each answer came from, for example:");
    }

    @Test
    void aBudgetCanBeTooSmall() {
        WrittenHistory written = store();
        for (int i = 0; i < 10; i++) {
            written.write("A", "x", 1, i * 10, i * 10 + 5).read("B", "x", 1, i * 10 + 6, i * 10 + 8);
        }
        OperationHistory history = written.end();
        for (int budget = 1; budget < 20; budget += 3) {
            assertThat(ViewSearch.run(history, Promises.CAUSAL, Budget.of(budget)))
                    .isEqualTo(Answer.UNKNOWN);
        }
        assertThat(ViewSearch.run(history, Promises.CAUSAL, Budget.of(1_000))).isEqualTo(Answer.YES);
        assertThat(ViewSearch.run(history, Promises.CAUSAL_MEMORY, Budget.of(3)))
                .isEqualTo(Answer.UNKNOWN);
    }

    /** C cannot have its 1 from B, which had seen 2 before it wrote, but it can from A. */
    @Test
    void whereTheLatestSourceIsImpossibleAnEarlierIsTried() {
        OperationHistory history = store().write("A", "x", 1, 0, 5)
                .write("A", "x", 2, 10, 15)
                .read("B", "x", 2, 20, 25)
                .write("B", "x", 1, 30, 35)
                .read("C", "x", 1, 40, 45)
                .read("C", "x", 2, 50, 55)
                .end();
        for (Promises promises : List.of(Promises.CAUSAL, Promises.CAUSAL_MEMORY)) {
            assertThat(ViewSearch.run(history, promises, Budget.of(1_000))).isEqualTo(Answer.YES);
        }
        OperationHistory withoutA = history.part(new int[] {1, 2, 3, 4, 5});
        for (Promises promises : List.of(Promises.CAUSAL, Promises.CAUSAL_MEMORY)) {
            assertThat(ViewSearch.run(withoutA, promises, Budget.of(1_000))).isEqualTo(Answer.NO);
        }
    }

    @Test
    void rowsOfBitsAreSets() {
        BitRows rows = new BitRows(3, 130);
        assertThat(rows.next(1, 0)).isEqualTo(-1);
        IntStream.of(0, 63, 64, 129)
                .forEach(column -> assertThat(rows.add(1, column)).isTrue());
        assertThat(rows.add(1, 64)).as("it is there").isFalse();
        assertThat(IntStream.iterate(rows.next(1, 0), i -> i >= 0, i -> rows.next(1, i + 1)))
                .containsExactly(0, 63, 64, 129);
        assertThat(rows.next(1, 65)).isEqualTo(129);
        assertThat(rows.next(1, 130)).isEqualTo(-1);
        assertThat(rows.next(1, 192)).as("behind the last word").isEqualTo(-1);
        assertThat(rows.has(1, 64)).isTrue();
        assertThat(rows.has(0, 64)).isFalse();
        assertThat(rows.has(1, 65)).isFalse();
        assertThat(rows.addAll(2, rows, 1)).isTrue();
        assertThat(rows.addAll(2, rows, 1)).isFalse();
        assertThat(rows.has(2, 129)).isTrue();
        BitRows copy = new BitRows(3, 130);
        copy.copyFrom(rows);
        rows.clear();
        assertThat(rows.has(2, 129)).isFalse();
        assertThat(copy.has(2, 129)).isTrue();
    }
}
