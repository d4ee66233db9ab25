package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;

/** Histories as a run leaves them: a hundred thousand operations of fifty clients on twenty keys. */
class LongHistoryTest {
    private static final int OPERATIONS = 100_000;
    private static final int CLIENTS = 50;
    private static final int KEYS = 20;

    private final RandomStream random = new RandomStream(11);
    private final HistoryRecorder recorder = new HistoryRecorder();
    private final long[] current = new long[KEYS];
    private final long[] before = new long[KEYS];

    /** A client, and when it does its next step: it calls, its operation takes effect, it is told. */
    private static final class Client implements Comparable<Client> {
        private final int number;
        private long next;
        private int step;
        private int operation;
        private int key;
        private long written;
        private long answer;

        private Client(int number) {
            this.number = number;
        }

        @Override
        public int compareTo(Client other) {
            return next != other.next ? Long.compare(next, other.next) : Integer.compare(number, other.number);
        }
    }

    /** @param stale the read that answers what was there before the latest write returned; 0 for none */
    private OperationHistory history(int stale) {
        PriorityQueue<Client> queue = new PriorityQueue<>();
        for (int i = 0; i < CLIENTS; i++) {
            recorder.names().clients().number("c" + i);
            queue.add(new Client(i));
        }
        for (int i = 0; i < KEYS; i++) {
            recorder.names().keys().number("k" + i);
        }
        int told = 0;
        while (told < OPERATIONS) {
            Client client = queue.remove();
            switch (client.step) {
                case 0 -> call(client);
                case 1 -> takeEffect(client);
                default -> {
                    told++;
                    boolean lies = stale > 0 && told >= stale && client.written == 0 && before[client.key] > 0;
                    long answer = lies ? before[client.key] : client.answer;
                    stale = lies ? 0 : stale;
                    recorder.returned(client.operation, client.written > 0 ? 0 : number(answer), client.next);
                }
            }
            client.step = (client.step + 1) % 3;
            client.next += random.nextLong(1, 50);
            queue.add(client);
        }
        return recorder.history(ModelKind.KV, new Value.Whole(0));
    }

    private int number(long value) {
        return recorder.names().values().number(new Value.Whole(value));
    }

    private void call(Client client) {
        boolean writes = random.nextBoolean();
        client.key = random.nextInt(KEYS);
        client.written = writes ? recorder.size() + 1 : 0;
        client.operation = recorder.called(
                client.number,
                writes ? OperationKind.WRITE : OperationKind.READ,
                client.key,
                writes ? number(client.written) : 0,
                client.next);
    }

    private void takeEffect(Client client) {
        client.answer = current[client.key];
        if (client.written > 0) {
            // Older by so many writes that it cannot be concurrent any more.
            before[client.key] = client.written % 1_000 == 0 ? current[client.key] : before[client.key];
            current[client.key] = client.written;
        }
    }

    @Test
    void oneThatIsRightHolds() {
        assertThat(GoldenHistory.judge(history(0), Check.LINEARIZABLE)).isInstanceOf(HistoryVerdict.Holds.class);
    }

    @Test
    void oneStaleReadIsFoundAndShownByThreeOperations() {
        HistoryVerdict verdict = GoldenHistory.judge(history(70_000), Check.LINEARIZABLE);
        assertThat(verdict).isInstanceOf(HistoryVerdict.Broken.class);
        CounterExample example = ((HistoryVerdict.Broken) verdict).example();
        assertThat(example.operations().size()).isLessThanOrEqualTo(3);
        assertThat(example.operations().kind(example.operations().size() - 1)).isEqualTo(OperationKind.READ);
    }
}
