package roundhouse.storage.searching.orders;

import java.util.ArrayList;
import java.util.List;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;

/** Small histories at random, each value of which is written once. */
final class SmallHistories {
    private final RandomStream random;

    SmallHistories(long seed) {
        random = new RandomStream(seed);
    }

    OperationHistory history() {
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

    static int number(HistoryRecorder recorder, long value) {
        return recorder.names().values().number(new Value.Whole(value));
    }
}
