package roundhouse.storage.models;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationKind.ACQUIRE;
import static roundhouse.storage.history.OperationKind.ADD;
import static roundhouse.storage.history.OperationKind.APPEND;
import static roundhouse.storage.history.OperationKind.DECREMENT;
import static roundhouse.storage.history.OperationKind.DEQUEUE;
import static roundhouse.storage.history.OperationKind.ENQUEUE;
import static roundhouse.storage.history.OperationKind.INCREMENT;
import static roundhouse.storage.history.OperationKind.READ;
import static roundhouse.storage.history.OperationKind.RELEASE;
import static roundhouse.storage.history.OperationKind.REMOVE;
import static roundhouse.storage.history.OperationKind.WRITE;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;

/** Sets, queues, locks, counters and lists: what is a right answer. */
class StoredThingsTest {
    private static final Value NOTHING = Value.NOTHING;

    private static WrittenHistory of(ModelKind kind) {
        return new WrittenHistory(kind, NOTHING);
    }

    @Test
    void aSetHasWhatWasAddedAndNotRemovedInWhateverOrder() {
        assertThat(ModelRun.right(of(ModelKind.SET)
                        .then(ADD, 1, NOTHING)
                        .then(ADD, 2, NOTHING)
                        .then(ADD, 1, NOTHING)
                        .then(READ, NOTHING, List.of(2, 1))
                        .thenMaybe(READ, NOTHING)
                        .then(REMOVE, 1, NOTHING)
                        .then(READ, NOTHING, List.of(2))
                        .then(READ, NOTHING, List.of(1, 2))))
                .isEqualTo(7);
    }

    @Test
    void whatWasRemovedFromASetCanBeAddedAgain() {
        assertThat(ModelRun.end(of(ModelKind.SET)
                        .then(ADD, 5, NOTHING)
                        .then(REMOVE, 5, NOTHING)
                        .then(ADD, 5, NOTHING)))
                .isEqualTo("[5]");
    }

    @Test
    void aSetBeginsWithWhatItIsGiven() {
        assertThat(ModelRun.end(new WrittenHistory(ModelKind.SET, List.of(3, 4)).then(REMOVE, 3, NOTHING)))
                .isEqualTo("[4]");
    }

    @Test
    void theOldestLeavesAQueueFirst() {
        assertThat(ModelRun.right(of(ModelKind.QUEUE)
                        .then(ENQUEUE, 1, NOTHING)
                        .then(ENQUEUE, 2, NOTHING)
                        .then(DEQUEUE, NOTHING, 1)
                        .then(DEQUEUE, NOTHING, 2)
                        .then(DEQUEUE, NOTHING, NOTHING)
                        .then(ENQUEUE, 3, NOTHING)
                        .then(DEQUEUE, NOTHING, NOTHING)))
                .isEqualTo(6);
        assertThat(ModelRun.right(of(ModelKind.QUEUE)
                        .then(ENQUEUE, 1, NOTHING)
                        .then(ENQUEUE, 2, NOTHING)
                        .then(DEQUEUE, NOTHING, 2)))
                .as("last in, first out")
                .isEqualTo(2);
    }

    @Test
    void whoTookFromAQueueAndNobodyHeardTookTheOldest() {
        assertThat(ModelRun.end(of(ModelKind.QUEUE)
                        .thenMaybe(DEQUEUE, NOTHING)
                        .then(ENQUEUE, 1, NOTHING)
                        .then(ENQUEUE, 2, NOTHING)
                        .thenMaybe(DEQUEUE, NOTHING)))
                .isEqualTo("[2]");
    }

    @Test
    void aLockIsHeldByOneAtATime() {
        assertThat(ModelRun.right(of(ModelKind.MUTEX)
                        .then(ACQUIRE, NOTHING, NOTHING)
                        .then(RELEASE, NOTHING, NOTHING)
                        .then(ACQUIRE, NOTHING, NOTHING)
                        .then(ACQUIRE, NOTHING, NOTHING)))
                .isEqualTo(3);
        assertThat(ModelRun.right(of(ModelKind.MUTEX).then(RELEASE, NOTHING, NOTHING)))
                .as("nobody holds it")
                .isZero();
        assertThat(ModelRun.end(of(ModelKind.MUTEX).then(ACQUIRE, NOTHING, NOTHING)))
                .isEqualTo("held");
        assertThat(ModelRun.end(of(ModelKind.MUTEX))).isEqualTo("free");
    }

    @Test
    void whoCouldNotAcquireALockAndNobodyHeardDidNot() {
        assertThat(ModelRun.right(of(ModelKind.MUTEX)
                        .then(ACQUIRE, NOTHING, NOTHING)
                        .thenMaybe(ACQUIRE, NOTHING)
                        .then(RELEASE, NOTHING, NOTHING)
                        .then(ACQUIRE, NOTHING, NOTHING)))
                .isEqualTo(4);
    }

    @Test
    void aLockIsHeldAtFirstIfThatIsOneOrTrue() {
        for (Object held : new Object[] {1, true}) {
            assertThat(ModelRun.end(new WrittenHistory(ModelKind.MUTEX, held))).isEqualTo("held");
        }
        for (Object free : new Object[] {0, false}) {
            assertThat(ModelRun.end(new WrittenHistory(ModelKind.MUTEX, free))).isEqualTo("free");
        }
    }

    @Test
    void aCounterSumsAndChangesByOneWithoutANumber() {
        assertThat(ModelRun.right(of(ModelKind.COUNTER)
                        .then(READ, NOTHING, 0)
                        .then(INCREMENT, NOTHING, NOTHING)
                        .then(INCREMENT, 5, NOTHING)
                        .then(DECREMENT, 2, NOTHING)
                        .then(READ, NOTHING, 4)
                        .then(DECREMENT, NOTHING, NOTHING)
                        .thenMaybe(READ, NOTHING)
                        .then(READ, NOTHING, 3)
                        .then(READ, NOTHING, 4)))
                .isEqualTo(8);
        assertThat(ModelRun.end(new WrittenHistory(ModelKind.COUNTER, 7).then(DECREMENT, NOTHING, NOTHING)))
                .isEqualTo("6");
    }

    @Test
    void aListIsReadWhole() {
        assertThat(ModelRun.right(of(ModelKind.APPEND)
                        .then(READ, NOTHING, List.of())
                        .then(APPEND, 2, NOTHING)
                        .then(APPEND, 1, NOTHING)
                        .thenMaybe(READ, NOTHING)
                        .then(READ, NOTHING, List.of(2, 1))
                        .then(READ, NOTHING, List.of(1, 2))))
                .isEqualTo(5);
        assertThat(ModelRun.end(new WrittenHistory(ModelKind.APPEND, 8).then(APPEND, 9, NOTHING)))
                .isEqualTo("[8, 9]");
    }

    @Test
    void whereItBeginsAsATextIsAppendedToThat() {
        assertThat(ModelRun.right(new WrittenHistory(ModelKind.APPEND, "a")
                        .then(APPEND, "b", NOTHING)
                        .then(READ, NOTHING, "ab")
                        .then(READ, NOTHING, "a")))
                .isEqualTo(2);
        assertThat(ModelRun.end(new WrittenHistory(ModelKind.APPEND, "a").then(APPEND, "b", NOTHING)))
                .isEqualTo("\"ab\"");
    }

    @Test
    void longOnesAreKeptToo() {
        WrittenHistory history = of(ModelKind.APPEND);
        IntStream.range(0, 100).forEach(i -> history.then(APPEND, i, NOTHING));
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        assertThat(ModelRun.right(history.then(READ, NOTHING, all))).isEqualTo(101);
        assertThat(ModelRun.end(history)).isEqualTo(all.toString());
    }

    /** Whether anything is of use is known of registers only. */
    @ParameterizedTest
    @EnumSource(
            value = ModelKind.class,
            names = {"SET", "QUEUE", "MUTEX", "COUNTER", "APPEND"})
    void elsewhereAllIsOfUse(ModelKind kind) {
        OperationHistory history = of(kind).thenMaybe(kind.kinds().getLast(), 1).end();
        assertThat(Models.ofUse(history).test(0)).isTrue();
        Model model = Models.of(history);
        assertThat(model.isOfUse(model.initial(), 0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelKind.class,
            names = {"SET", "QUEUE", "COUNTER"})
    void whatTheyCannotDoIsWrong(ModelKind kind) {
        OperationKind other = kind == ModelKind.QUEUE ? ADD : WRITE;
        assertThat(ModelRun.right(of(kind).then(other, 1, NOTHING))).isZero();
    }
}
