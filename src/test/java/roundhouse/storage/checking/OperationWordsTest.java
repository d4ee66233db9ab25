package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;

/** Operations in words. */
class OperationWordsTest {
    private static final Value NOTHING = Value.NOTHING;

    @Test
    void sayWhatWasAskedAndAnswered() {
        OperationHistory history = new WrittenHistory(ModelKind.KV, 0)
                .then(OperationKind.READ, NOTHING, 1)
                .then(OperationKind.WRITE, 2, NOTHING)
                .then(OperationKind.WRITE, NOTHING, NOTHING)
                .thenCas(1, 2, true)
                .thenCas(1, NOTHING, false)
                .thenCas(1, 2, 7)
                .then(OperationKind.DEQUEUE, NOTHING, NOTHING)
                .then(OperationKind.ACQUIRE, NOTHING, NOTHING)
                .then(OperationKind.ADD, 5, NOTHING)
                .thenMaybe(OperationKind.READ, NOTHING)
                .thenMaybeCas(1, 2)
                .end();
        assertThat(IntStream.range(0, history.size()).mapToObj(i -> OperationWords.told(history, i)))
                .containsExactly(
                        "read → 1",
                        "write 2",
                        "write nothing",
                        "cas 1 to 2 → done",
                        "cas 1 to nothing → did not match",
                        "cas 1 to 2 → answered",
                        "dequeue → nothing",
                        "acquire",
                        "add 5",
                        "read → ?",
                        "cas 1 to 2 → ?");
        assertThat(OperationWords.named(history, 3)).isEqualTo("(4) cas x 1 to 2 → done by A");
    }

    @Test
    void aLongValueIsSaidByItsBeginningAndItsEnd() {
        Value longest = new Value.Text("a".repeat(38));
        assertThat(OperationWords.shortened(longest)).isEqualTo(longest.toString());
        String shortened = OperationWords.shortened(new Value.Text("b" + "a".repeat(37) + "c"));
        assertThat(shortened).hasSize(40).startsWith("\"baaaaaaaaaa…a").endsWith("ac\"");
    }

    @Test
    void sayWhatIsThere() {
        OperationHistory history = new WrittenHistory(ModelKind.SET, NOTHING)
                .then(OperationKind.ADD, 5, NOTHING)
                .end();
        assertThat(OperationWords.holds(history, 0, "nothing")).isEqualTo("x is empty");
        assertThat(OperationWords.holds(history, 0, "[]")).isEqualTo("x is empty");
        assertThat(OperationWords.holds(history, 0, "[5]")).isEqualTo("x is [5]");
    }
}
