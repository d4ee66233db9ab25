package roundhouse.storage.searching.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.models.KeyedModel;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/** Small histories at random, each value of which is written once: what is known without a search against a search of all orders. */
class KnownSourcesTest {
    private static final int HISTORIES = 20_000;

    private final RandomStream random = new RandomStream(1997);

    private OperationHistory history() {
        HistoryRecorder recorder = new HistoryRecorder();
        int clients = random.nextInt(2, 4);
        int keys = random.nextInt(1, 3);
        List<List<Long>> written = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            recorder.names().clients().number("c" + i);
        }
        for (int i = 0; i < keys; i++) {
            recorder.names().keys().number("k" + i);
            written.add(new ArrayList<>(List.of(0L)));
        }
        int operations = random.nextInt(4, 11);
        boolean[] over = new boolean[clients];
        for (int i = 1; i <= operations; i++) {
            int client = random.nextInt(clients);
            int key = random.nextInt(keys);
            boolean writes = random.nextBoolean();
            if (over[client]) {
                continue;
            }
            List<Long> known = written.get(key);
            int operation = recorder.called(
                    client,
                    writes ? OperationKind.WRITE : OperationKind.READ,
                    key,
                    writes ? number(recorder, i) : 0,
                    i * 10L);
            if (writes) {
                known.add((long) i);
            }
            if (random.nextInt(8) == 0) {
                over[client] = true;
            } else {
                long read = known.get(Math.max(0, known.size() - 1 - random.nextInt(3)));
                recorder.returned(operation, writes ? 0 : number(recorder, read), i * 10L + 5);
            }
        }
        return recorder.history(ModelKind.KV, new Value.Whole(0));
    }

    private static int number(HistoryRecorder recorder, long value) {
        return recorder.names().values().number(new Value.Whole(value));
    }

    @Test
    void whatIsKnownIsWhatASearchFinds() {
        int broken = 0;
        int unknown = 0;
        for (int i = 0; i < HISTORIES; i++) {
            OperationHistory history = history();
            Answer known = KnownSources.inClientOrder(history, Budget.of(1_000_000));
            Answer found = OrderSearch.inClientOrder(history, new KeyedModel(history), Budget.of(1_000_000))
                    .run();
            unknown += known == Answer.UNKNOWN ? 1 : 0;
            broken += known == Answer.NO ? 1 : 0;
            if (known != Answer.UNKNOWN) {
                assertThat(known).as("history %d", i).isEqualTo(found);
            }
        }
        assertThat(broken).isGreaterThan(HISTORIES / 20);
        assertThat(unknown).as("seldom gives up").isLessThan(HISTORIES / 100);
    }

    @Test
    void aValueThatIsWrittenTwiceIsLeftToTheSearch() {
        HistoryRecorder recorder = new HistoryRecorder();
        recorder.names().clients().number("c");
        recorder.names().keys().number("k");
        for (int i = 0; i < 2; i++) {
            recorder.returned(recorder.called(0, OperationKind.WRITE, 0, number(recorder, 1), i * 10), 0, i * 10 + 5);
        }
        OperationHistory history = recorder.history(ModelKind.KV, new Value.Whole(0));
        assertThat(KnownSources.inClientOrder(history, Budget.of(1_000))).isEqualTo(Answer.UNKNOWN);
    }
}
