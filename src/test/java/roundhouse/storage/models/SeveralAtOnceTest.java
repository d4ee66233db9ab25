package roundhouse.storage.models;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationKind.READ;
import static roundhouse.storage.history.OperationKind.WRITE;

import org.junit.jupiter.api.Test;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;

/** Several keys at once, and several versions of one. */
class SeveralAtOnceTest {
    private static final Value NOTHING = Value.NOTHING;

    @Test
    void eachKeyHasItsOwnState() {
        OperationHistory history = new WrittenHistory(ModelKind.KV, 0)
                .write("A", "x", 1, 0, 5)
                .write("A", "y", 2, 10, 15)
                .read("A", "x", 1, 20, 25)
                .read("A", "y", 2, 30, 35)
                .read("A", "y", 1, 40, 45)
                .end();
        Model both = new KeyedModel(history);
        assertThat(both.shown(both.initial(), 0)).isEqualTo("0");
        assertThat(both.shown(both.initial(), 1)).isEqualTo("0");
        assertThat(ModelRun.right(both, history)).isEqualTo(4);
        int state = both.step(both.step(both.initial(), 0), 1);
        assertThat(both.shown(state, 0)).isEqualTo("1");
        assertThat(both.shown(state, 1)).isEqualTo("2");
        assertThat(both.step(state, 2)).as("a read changes nothing").isEqualTo(state);
    }

    @Test
    void ofUseIsWhatSomebodyFoundAtTheKeyOfTheOperation() {
        OperationHistory history = new WrittenHistory(ModelKind.KV, 0)
                .write("A", "x", 1, 0, OperationHistory.NEVER)
                .write("B", "y", 2, 0, OperationHistory.NEVER)
                .read("C", "x", 1, 20, 25)
                .end();
        Model both = new KeyedModel(history);
        assertThat(both.isOfUse(both.step(both.initial(), 0), 0)).isTrue();
        assertThat(both.isOfUse(both.step(both.initial(), 1), 1)).isFalse();
    }

    /** Aiyer, Alvisi, Bazzi 2005: k-atomic. */
    @Test
    void aReadMayAnswerAnyOfTheLatestVersions() {
        OperationHistory history = new WrittenHistory(ModelKind.REGISTER, 0)
                .then(READ, NOTHING, 0)
                .then(WRITE, 1, NOTHING)
                .then(READ, NOTHING, 0)
                .then(READ, NOTHING, 1)
                .thenMaybe(READ, NOTHING)
                .then(WRITE, 2, NOTHING)
                .then(READ, NOTHING, 1)
                .then(WRITE, 3, NOTHING)
                .then(READ, NOTHING, 1)
                .end();
        Model two = new RecentModel(history, 2);
        assertThat(ModelRun.right(two, history)).as("1 is the third latest").isEqualTo(8);
        assertThat(ModelRun.right(new RecentModel(history, 3), history)).isEqualTo(9);
        assertThat(ModelRun.right(new RecentModel(history, 1), history))
                .as("a register")
                .isEqualTo(2);
        int state = two.step(two.step(two.initial(), 1), 5);
        assertThat(two.shown(state, 0)).isEqualTo("2 or 1");
    }

    /** A search goes back and on another way. */
    @Test
    void whatOneOrderHasIsNotInAnother() {
        OperationHistory history = new WrittenHistory(ModelKind.REGISTER, 0)
                .then(WRITE, 1, NOTHING)
                .then(WRITE, 2, NOTHING)
                .then(WRITE, 3, NOTHING)
                .then(READ, NOTHING, 1)
                .end();
        Model two = new RecentModel(history, 2);
        int one = two.step(two.initial(), 0);
        int all = two.step(two.step(one, 1), 2);
        int withoutTwo = two.step(one, 2);
        assertThat(two.step(all, 3)).isEqualTo(Model.WRONG);
        assertThat(two.step(withoutTwo, 3)).isEqualTo(withoutTwo);
    }
}
