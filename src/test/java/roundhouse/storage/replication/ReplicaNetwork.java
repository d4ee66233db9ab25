package roundhouse.storage.replication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;

/**
 * A small network for tests, deterministic from its seed: messages with delays that can be lost or cut, members that crash and have clocks
 * of their own, and clients whose history is kept. Times are nanoseconds of true time.
 */
public final class ReplicaNetwork {
    public static final long MILLIS = 1_000_000;

    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final boolean[] up;
    private final boolean[][] cut;
    private final int[] incarnation;
    private final double[] clockRate;
    private final long[] clockBase;
    private final long[] clockSince;
    private final Map<Long, long[]> timers = new LinkedHashMap<>();
    private final Map<Long, Operation> waiting = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final RandomStream random;
    private long now;
    private long sequence;
    private long requests;
    private long delay = MILLIS;
    private long jitter;
    private double loss;
    private long messages;
    private Runnable afterEach = () -> {};

    private record Event(long at, long sequence, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(sequence, other.sequence);
        }
    }

    /** What a client asked and was told. */
    public static final class Operation {
        public final String client;
        public final StoreRequest request;
        public final int member;
        public final long call;
        public long returned = OperationHistory.NEVER;
        public StoreResult result = StoreResult.UNKNOWN;
        public long value;
        public Found found = Found.NONE;

        private Operation(String client, StoreRequest request, int member, long call) {
            this.client = client;
            this.request = request;
            this.member = member;
            this.call = call;
        }

        @Override
        public String toString() {
            return client + " at " + member + " " + request + ": " + result + " " + value + " " + call / MILLIS + "…"
                    + (isAnswered() ? returned / MILLIS : "?");
        }

        public boolean isOk() {
            return result == StoreResult.OK;
        }

        public boolean isAnswered() {
            return returned != OperationHistory.NEVER;
        }
    }

    public ReplicaNetwork(int members, long seed, BiFunction<Integer, Outbox, Replica> make) {
        random = new RandomStream(seed);
        up = new boolean[members];
        cut = new boolean[members][members];
        incarnation = new int[members];
        clockRate = new double[members];
        clockBase = new long[members];
        clockSince = new long[members];
        for (int i = 0; i < members; i++) {
            clockRate[i] = 1;
            replicas.add(make.apply(i, new Box(i)));
        }
        for (int i = 0; i < members; i++) {
            start(i);
        }
    }

    private final class Box implements Outbox {
        private final int self;

        private Box(int self) {
            this.self = self;
        }

        @Override
        public void send(int to, Message message) {
            messages++;
            if (cut[self][to] || random.nextDouble() < loss) {
                return;
            }
            long after = delay + (jitter == 0 ? 0 : random.nextLong(jitter));
            at(now + after, () -> {
                if (up[to] && !cut[self][to]) {
                    replicas.get(to).receive(self, message, local(to));
                }
            });
        }

        @Override
        public void reply(long request, StoreResult result, Found found) {
            Operation operation = waiting.get(request);
            if (operation != null) {
                operation.found = found;
            }
            reply(request, result, found.value());
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            Operation operation = waiting.remove(request);
            if (operation != null) {
                operation.result = result;
                operation.value = value;
                operation.returned = result == StoreResult.UNKNOWN ? OperationHistory.NEVER : now;
            }
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            long id = (long) self << 32 | timer;
            long[] latest = timers.computeIfAbsent(id, _ -> new long[1]);
            long generation = ++latest[0];
            int life = incarnation[self];
            long trueTime = now + Math.max(1, (long) Math.ceil((atNanos - local(self)) / clockRate[self]));
            at(trueTime, () -> {
                if (up[self] && incarnation[self] == life && latest[0] == generation) {
                    replicas.get(self).timer(timer, local(self));
                }
            });
        }
    }

    private long local(int member) {
        return clockBase[member] + (long) ((now - clockSince[member]) * clockRate[member]);
    }

    public long now() {
        return now;
    }

    public long messages() {
        return messages;
    }

    public RandomStream random() {
        return random;
    }

    public boolean isUp(int member) {
        return up[member];
    }

    /** What is looked at after every event. */
    public void afterEach(Runnable check) {
        afterEach = check;
    }

    public void delays(long least, long more) {
        delay = least;
        jitter = more;
    }

    public void loses(double share) {
        loss = share;
    }

    /** From now on a clock runs at another speed. */
    public void clockRate(int member, double rate) {
        clockBase[member] = local(member);
        clockSince[member] = now;
        clockRate[member] = rate;
    }

    /** A clock jumps forward. */
    public void clockAhead(int member, long by) {
        clockBase[member] += by;
    }

    public void at(long time, Runnable what) {
        queue.add(new Event(time, sequence++, what));
    }

    public void crash(int member) {
        up[member] = false;
        incarnation[member]++;
    }

    public void start(int member) {
        if (!up[member]) {
            up[member] = true;
            replicas.get(member).start(local(member));
        }
    }

    /** Nothing goes between a member and those that are not with it; bytes in flight are lost. */
    public void isolate(int... group) {
        boolean[] in = new boolean[up.length];
        for (int member : group) {
            in[member] = true;
        }
        for (int i = 0; i < up.length; i++) {
            for (int j = 0; j < up.length; j++) {
                cut[i][j] = in[i] != in[j];
            }
        }
    }

    public void heal() {
        isolate();
    }

    public void cut(int from, int to) {
        cut[from][to] = true;
        cut[to][from] = true;
    }

    /** A client asks a member; it is told nothing if that is down. */
    public Operation ask(String client, int member, boolean isWrite, long key, long value, boolean local) {
        return ask(client, member, new StoreRequest(0, isWrite, key, value, local));
    }

    /** As above; the request gets a number of its own. */
    public Operation ask(String client, int member, StoreRequest asked) {
        long id = ++requests;
        StoreRequest request = asked.as(id);
        Operation operation = new Operation(client, request, member, now);
        operations.add(operation);
        if (up[member]) {
            waiting.put(id, operation);
            replicas.get(member).request(request, local(member));
        } else {
            operation.result = StoreResult.REFUSED;
            operation.returned = now;
        }
        return operation;
    }

    /** Whatever it is told from now on, it does not hear. */
    public void giveUp(Operation operation) {
        waiting.remove(operation.request.id());
    }

    public void runUntil(long time) {
        while (!queue.isEmpty() && queue.peek().at() <= time) {
            Event event = queue.remove();
            now = event.at();
            event.what().run();
            afterEach.run();
        }
        now = time;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** What clients were told; what was refused did not happen. */
    public OperationHistory history() {
        HistoryRecorder recorder = new HistoryRecorder();
        for (Operation each : operations) {
            if (each.result == StoreResult.REFUSED && each.isAnswered()) {
                continue;
            }
            int operation = recorder.called(
                    recorder.names().clients().number(each.client),
                    each.request.isWrite() ? OperationKind.WRITE : OperationKind.READ,
                    recorder.names().keys().number(Long.toString(each.request.key())),
                    each.request.isWrite()
                            ? recorder.names().values().number(new Value.Whole(each.request.value()))
                            : 0,
                    each.call);
            if (each.isAnswered()) {
                int result =
                        each.request.isWrite() ? 0 : recorder.names().values().number(new Value.Whole(each.value));
                recorder.returned(operation, result, each.returned);
            }
        }
        return recorder.history(ModelKind.KV, new Value.Whole(Replica.NOTHING));
    }
}
