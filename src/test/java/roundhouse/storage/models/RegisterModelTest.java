package roundhouse.storage.models;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationKind.ADD;
import static roundhouse.storage.history.OperationKind.APPEND;
import static roundhouse.storage.history.OperationKind.READ;
import static roundhouse.storage.history.OperationKind.WRITE;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;

/** A register: what is written is read, what is found is set, what is appended comes last. */
class RegisterModelTest {
    private static final Value NOTHING = Value.NOTHING;

    private static WrittenHistory register() {
        return new WrittenHistory(ModelKind.CAS_REGISTER, 0);
    }

    @Test
    void aReadAnswersTheLatestWrite() {
        assertThat(ModelRun.right(register()
                        .then(READ, NOTHING, 0)
                        .then(WRITE, 1, NOTHING)
                        .then(READ, NOTHING, 1)
                        .then(WRITE, 2, NOTHING)
                        .then(READ, NOTHING, 1)))
                .isEqualTo(4);
        assertThat(ModelRun.end(register().then(WRITE, 7, NOTHING))).isEqualTo("7");
    }

    @Test
    void aReadOfWhichNobodyHeardMayHaveAnsweredAnything() {
        assertThat(ModelRun.right(register()
                        .then(WRITE, 1, NOTHING)
                        .thenMaybe(READ, NOTHING)
                        .then(READ, NOTHING, 1)))
                .isEqualTo(3);
    }

    @Test
    void compareAndSetPutsWhatItHasWhereItFindsWhatItWants() {
        assertThat(ModelRun.right(register().thenCas(0, 5, true).then(READ, NOTHING, 5)))
                .isEqualTo(2);
        assertThat(ModelRun.right(register().thenCas(1, 5, false).then(READ, NOTHING, 0)))
                .isEqualTo(2);
        assertThat(ModelRun.right(register().thenCas(0, 5, false)))
                .as("it matched")
                .isZero();
        assertThat(ModelRun.right(register().thenCas(1, 5, true)))
                .as("it did not match")
                .isZero();
    }

    @Test
    void compareAndSetWithoutAnAnswerDoesWhatItCan() {
        assertThat(ModelRun.end(register().thenMaybeCas(0, 5))).isEqualTo("5");
        assertThat(ModelRun.end(register().thenMaybeCas(1, 5))).isEqualTo("0");
        assertThat(ModelRun.end(register().thenCas(0, 5, NOTHING))).isEqualTo("5");
    }

    @Test
    void whatIsAppendedComesLast() {
        WrittenHistory texts = new WrittenHistory(ModelKind.KV, NOTHING)
                .then(APPEND, "a", NOTHING)
                .then(APPEND, 7, NOTHING)
                .then(READ, NOTHING, "a7");
        assertThat(ModelRun.right(texts)).isEqualTo(3);
        assertThat(ModelRun.end(texts)).isEqualTo("\"a7\"");
    }

    @Test
    void noElementIsAddedToIt() {
        assertThat(ModelRun.right(register().then(ADD, 1, NOTHING))).isZero();
    }

    /** A write of which nobody heard is needed by those only who found its value. */
    @Test
    void ofUseIsWhatSomebodyFound() {
        OperationHistory history = register()
                .thenMaybe(WRITE, 1)
                .thenMaybe(WRITE, 2)
                .thenMaybe(WRITE, 3)
                .then(READ, NOTHING, 1)
                .thenMaybeCas(2, 9)
                .thenMaybe(READ, NOTHING)
                .end();
        IntPredicate ofUse = Models.ofUse(history);
        assertThat(ofUse.test(0)).isTrue();
        assertThat(ofUse.test(1)).as("a compare and set may find it").isTrue();
        assertThat(ofUse.test(2)).isFalse();
        Model model = Models.of(history);
        assertThat(model.isOfUse(model.step(model.initial(), 0), 0)).isTrue();
        assertThat(model.isOfUse(model.step(model.initial(), 2), 2)).isFalse();
        assertThat(model.isOfUse(model.step(model.initial(), 2), 2)).as("again").isFalse();
    }

    @Test
    void whereOneDidNotMatchAnythingMayHaveBeenThere() {
        OperationHistory history =
                register().thenMaybe(WRITE, 1).thenCas(5, 6, false).end();
        assertThat(Models.ofUse(history).test(0)).isTrue();
        OperationHistory optional = history.part(new int[] {0, 1}, i -> i != 1);
        assertThat(Models.ofUse(optional).test(0))
                .as("the compare and set may be left out")
                .isFalse();
    }

    @Test
    void aReadThatMayBeLeftOutNeedsNothing() {
        OperationHistory history =
                register().thenMaybe(WRITE, 1).then(READ, NOTHING, 1).end();
        assertThat(Models.ofUse(history).test(0)).isTrue();
        assertThat(Models.ofUse(history.part(new int[] {0, 1}, i -> false)).test(0))
                .isFalse();
    }

    /** To a text that somebody's begins with the rest may be appended. */
    @Test
    void ofUseIsABeginningOfWhatSomebodyFoundWhereIsAppended() {
        OperationHistory history = new WrittenHistory(ModelKind.KV, "")
                .thenMaybe(APPEND, "a")
                .thenMaybe(WRITE, "b")
                .thenMaybe(WRITE, 7)
                .then(READ, NOTHING, "ab")
                .end();
        Model model = Models.of(history);
        assertThat(model.isOfUse(model.step(model.initial(), 0), 0)).isTrue();
        assertThat(model.isOfUse(model.step(model.initial(), 1), 1)).isFalse();
        assertThat(model.isOfUse(model.step(model.initial(), 2), 2)).isFalse();
        assertThat(Models.ofUse(history).test(1))
                .as("what a write is of use for is known in an order only")
                .isTrue();
    }

    @Test
    void withoutAppendingNoBeginningIsOfUse() {
        OperationHistory history = new WrittenHistory(ModelKind.KV, "")
                .thenMaybe(WRITE, "a")
                .then(READ, NOTHING, "ab")
                .end();
        assertThat(Models.ofUse(history).test(0)).isFalse();
    }
}
