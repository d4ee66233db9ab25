package roundhouse.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationHistory.NEVER;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was asked and told, in the order of the calls. */
class OperationHistoryTest {
    private static final Value NOTHING = Value.NOTHING;

    private static OperationHistory history() {
        return new WrittenHistory(ModelKind.KV, 0)
                .write("B", "y", 7, 20, 90)
                .read("A", "x", 5, 10, 15)
                .write("A", "x", 6, 30, NEVER)
                .read("C", "y", 7, 20, 40)
                .end();
    }

    @Test
    void isInTheOrderOfItsCallsAndAsWrittenDownWhereTheseAreEqual() {
        OperationHistory history = history();
        assertThat(history.size()).isEqualTo(4);
        assertThat(IntStream.range(0, 4).mapToObj(history::clientName)).containsExactly("A", "B", "C", "A");
        assertThat(IntStream.range(0, 4).mapToLong(history::call)).containsExactly(10L, 20L, 20L, 30L);
        assertThat(IntStream.range(0, 4).mapToLong(history::returned)).containsExactly(15L, 90L, 40L, NEVER);
        assertThat(IntStream.range(0, 4).mapToObj(history::keyName)).containsExactly("x", "y", "y", "x");
        assertThat(history.kind(0)).isEqualTo(OperationKind.READ);
        assertThat(history.kind(1)).isEqualTo(OperationKind.WRITE);
        assertThat(history.value(history.result(0))).hasToString("5");
        assertThat(history.value(history.argument(1))).hasToString("7");
    }

    @Test
    void saysWhatItIsAbout() {
        OperationHistory history = history();
        assertThat(history.model()).isEqualTo(ModelKind.KV);
        assertThat(history.value(history.initial())).isEqualTo(new Value.Whole(0));
        assertThat(history.clients()).isEqualTo(3);
        assertThat(history.keys()).isEqualTo(2);
        assertThat(history.client(0)).isEqualTo(history.client(3)).isNotEqualTo(history.client(1));
        assertThat(history.values().number(new Value.Whole(7))).isEqualTo(history.argument(1));
    }

    @Test
    void whatNobodyHeardOfNeedNotBeInAnOrder() {
        OperationHistory history = history();
        assertThat(IntStream.range(0, 4).mapToObj(history::isKnown)).containsExactly(true, true, true, false);
        assertThat(IntStream.range(0, 4).mapToObj(history::isNeeded)).containsExactly(true, true, true, false);
    }

    @Test
    void aPartHasItsOperationsAndWhatMayBeLeftOutOfThem() {
        OperationHistory history = history();
        OperationHistory part = history.part(new int[] {1, 3, 2}, i -> i != 2);
        assertThat(IntStream.range(0, 3).mapToObj(part::clientName)).containsExactly("B", "A", "C");
        assertThat(IntStream.range(0, 3).mapToObj(part::isNeeded)).containsExactly(true, false, false);
        OperationHistory smaller = part.part(new int[] {0, 2});
        assertThat(smaller.isNeeded(0)).isTrue();
        assertThat(smaller.isNeeded(1)).as("what may be left out stays so").isFalse();
    }

    @Test
    void isPartedByKeys() {
        assertThat(history().byKey()).containsExactlyInAnyOrder(new int[] {0, 3}, new int[] {1, 2});
        assertThat(history().part(new int[] {1, 2}).byKey())
                .as("keys without any are left out")
                .containsExactly(new int[] {0, 1});
    }

    @Test
    void readsAreMovedEarlierAndWritesAreNot() {
        OperationHistory moved = history().withReadsEarlier(15);
        assertThat(IntStream.range(0, 4).mapToLong(moved::call)).containsExactly(-5L, 20L, 5L, 30L);
        assertThat(IntStream.range(0, 4).mapToLong(moved::returned)).containsExactly(15L, 90L, 40L, NEVER);
        assertThat(moved.orderOfCalls(4)).containsExactly(0, 2, 1, 3);
        OperationHistory ordered = moved.inOrderOfCalls(3);
        assertThat(ordered.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).mapToObj(ordered::clientName)).containsExactly("A", "C", "B");
    }

    @Test
    void observersChangeNothing() {
        OperationHistory history = new WrittenHistory(ModelKind.CAS_REGISTER, 0)
                .then(OperationKind.READ, NOTHING, 0)
                .then(OperationKind.WRITE, 1, NOTHING)
                .thenCas(1, 2, true)
                .thenCas(1, 2, false)
                .thenMaybeCas(1, 2)
                .thenCas(1, 2, 7)
                .then(OperationKind.DEQUEUE, NOTHING, NOTHING)
                .then(OperationKind.DEQUEUE, NOTHING, 3)
                .thenMaybe(OperationKind.DEQUEUE, NOTHING)
                .end();
        assertThat(IntStream.range(0, 9).filter(history::isObserver)).containsExactly(0, 3, 6);
        assertThat(history.value(history.expected(2))).hasToString("1");
        assertThat(history.value(history.argument(2))).hasToString("2");
    }

    /** So many that the columns grow twice. */
    @Test
    void longOnesAreWrittenDownWhole() {
        WrittenHistory written = new WrittenHistory(ModelKind.KV, 0);
        for (int i = 0; i < 200; i++) {
            written.write("c" + i, "k" + i, i, i, i + 1);
        }
        OperationHistory history = written.thenCas(1, 2, true).end();
        assertThat(history.size()).isEqualTo(201);
        for (int i = 0; i < 200; i++) {
            assertThat(history.clientName(i)).isEqualTo("c" + i);
            assertThat(history.keyName(i)).isEqualTo("k" + i);
            assertThat(history.value(history.argument(i))).isEqualTo(new Value.Whole(i));
            assertThat(history.returned(i)).isEqualTo(i + 1L);
        }
        assertThat(history.expected(200)).isPositive();
    }

    @Test
    void theRecorderNumbersWhatIsCalled() {
        HistoryRecorder recorder = new HistoryRecorder();
        assertThat(recorder.called(0, OperationKind.READ, 0, 0, 10)).isZero();
        assertThat(recorder.called(0, OperationKind.READ, 0, 0, 20)).isEqualTo(1);
        assertThat(recorder.size()).isEqualTo(2);
        recorder.returned(1, 0, 30);
        OperationHistory history = recorder.history(ModelKind.REGISTER, NOTHING);
        assertThat(history.isKnown(0)).isFalse();
        assertThat(history.returned(1)).isEqualTo(30);
    }

    @Test
    void valuesAreSaidAsTheyAreWritten() {
        assertThat(WrittenHistory.value(List.of(1, true, "a", NOTHING))).hasToString("[1, true, \"a\", nothing]");
        ValueTable table = new ValueTable();
        assertThat(table.number(NOTHING)).isEqualTo(ValueTable.NOTHING);
        int seven = table.number(new Value.Whole(7));
        assertThat(table.number(new Value.Whole(7))).isEqualTo(seven);
        assertThat(table.number(new Value.Text("7"))).isNotEqualTo(seven);
    }
}
