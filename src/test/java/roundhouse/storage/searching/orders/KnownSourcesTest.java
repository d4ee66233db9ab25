package roundhouse.storage.searching.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationHistory.NEVER;

import org.junit.jupiter.api.Test;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;
import roundhouse.storage.models.KeyedModel;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/** What is known without a search is what a search of all orders finds; {@link KnownSourcesSwarmTest} tries more. */
class KnownSourcesTest {
    static void isWhatASearchFinds(int histories, long seed) {
        SmallHistories random = new SmallHistories(seed);
        int broken = 0;
        int unknown = 0;
        for (int i = 0; i < histories; i++) {
            OperationHistory history = random.history();
            Answer known = KnownSources.inClientOrder(history, Budget.of(1_000_000));
            Answer found = OrderSearch.inClientOrder(history, new KeyedModel(history), Budget.of(1_000_000))
                    .run();
            unknown += known == Answer.UNKNOWN ? 1 : 0;
            broken += known == Answer.NO ? 1 : 0;
            if (known != Answer.UNKNOWN) {
                assertThat(known).as("history %d", i).isEqualTo(found);
            }
        }
        assertThat(broken).isGreaterThan(histories / 20);
        assertThat(unknown).as("seldom gives up").isLessThan(histories / 100);
    }

    @Test
    void aFewHistoriesAtRandom() {
        isWhatASearchFinds(1_000, 7);
    }

    @Test
    void aValueThatIsWrittenTwiceIsLeftToTheSearch() {
        HistoryRecorder recorder = new HistoryRecorder();
        recorder.names().clients().number("c");
        recorder.names().keys().number("k");
        for (int i = 0; i < 2; i++) {
            recorder.returned(
                    recorder.called(0, OperationKind.WRITE, 0, SmallHistories.number(recorder, 1), i * 10),
                    0,
                    i * 10 + 5);
        }
        OperationHistory history = recorder.history(ModelKind.KV, new Value.Whole(0));
        assertThat(KnownSources.inClientOrder(history, Budget.of(1_000))).isEqualTo(Answer.UNKNOWN);
    }

    private static Answer known(WrittenHistory written) {
        return KnownSources.inClientOrder(written.end(), Budget.of(1_000));
    }

    private static WrittenHistory store() {
        return new WrittenHistory(ModelKind.KV, 0);
    }

    @Test
    void whatNobodyWroteIsInNoOrder() {
        assertThat(known(store().read("A", "x", 7, 0, 5))).isEqualTo(Answer.NO);
        assertThat(known(store().write("A", "y", 7, 0, 5).read("A", "x", 7, 10, 15)))
                .as("under another key")
                .isEqualTo(Answer.NO);
    }

    @Test
    void whatWasThereAtFirstIsNotWrittenAgain() {
        assertThat(known(store().write("A", "x", 0, 0, 5)))
                .as("it could be either")
                .isEqualTo(Answer.UNKNOWN);
        assertThat(known(store().write("A", "x", 1, 0, 5).write("A", "y", 1, 10, 15)))
                .as("under two keys")
                .isEqualTo(Answer.YES);
    }

    @Test
    void onlyReadsAndWritesAreKnown() {
        assertThat(known(store().thenCas(0, 1, true))).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aWriteOfWhichNobodyHeardComesBehindWhatItsClientDidBefore() {
        assertThat(known(store().read("A", "x", 1, 0, 5).write("A", "x", 1, 10, NEVER)))
                .isEqualTo(Answer.NO);
        assertThat(known(store().write("A", "x", 1, 0, NEVER).read("B", "x", 0, 10, 15)))
                .isEqualTo(Answer.YES);
    }

    @Test
    void whatGoesRoundInACircleIsInNoOrder() {
        assertThat(known(store().write("A", "x", 1, 0, 5)
                        .read("A", "y", 0, 10, 15)
                        .write("B", "y", 1, 0, 5)
                        .read("B", "x", 0, 10, 15)))
                .isEqualTo(Answer.NO);
    }

    /** Each reads what the other has overwritten, after it has overwritten what that reads (Dekker). */
    @Test
    void twoWhoBothComeTooLateAreInNoOrder() {
        assertThat(known(store().write("A", "x", 1, 0, 5)
                        .write("A", "x", 2, 10, 15)
                        .read("A", "y", 1, 20, 25)
                        .write("B", "y", 1, 0, 5)
                        .write("B", "y", 2, 10, 15)
                        .read("B", "x", 1, 20, 25)))
                .isEqualTo(Answer.NO);
    }

    @Test
    void aBudgetCanBeTooSmall() {
        WrittenHistory many = store();
        for (int i = 1; i <= 200; i++) {
            many.write("A", "x", i, i * 10, i * 10 + 5);
        }
        assertThat(KnownSources.inClientOrder(many.end(), Budget.of(3))).isEqualTo(Answer.UNKNOWN);
        assertThat(KnownSources.inClientOrder(many.end(), Budget.of(1_000))).isEqualTo(Answer.YES);
    }
}
