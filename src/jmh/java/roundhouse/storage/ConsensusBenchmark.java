package roundhouse.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.consensus.RaftReplica;
import roundhouse.storage.consensus.RaftSettings;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * An operation of a consensus store of three members, from the request to its answer, with all messages of all members and nothing else:
 * they are delivered at once and in order. So many are under way at once; half are writes, to a thousand keys.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConsensusBenchmark {
    private static final int MEMBERS = 3;
    private static final int BATCH = 1_024;
    private static final int KEYS = 1_000;

    @Param({"1", "32"})
    int underWay;

    private final List<Replica> members = new ArrayList<>();
    private final ArrayDeque<Sent> wire = new ArrayDeque<>();
    private final long[] tickAt = new long[MEMBERS];
    private RaftReplica first;
    private long now;
    private long requests;
    private int answered;

    private record Sent(int from, int to, Message message) {}

    private final class Wire implements Outbox {
        private final int self;

        Wire(int self) {
            this.self = self;
        }

        @Override
        public void send(int to, Message message) {
            wire.add(new Sent(self, to, message));
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            if (result != StoreResult.OK) {
                throw new IllegalStateException(request + ": " + result);
            }
            answered++;
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            tickAt[self] = atNanos;
        }
    }

    /** Members that have elected the first. */
    @Setup
    public void elect() {
        RaftSettings settings = RaftSettings.etcd(MEMBERS, true);
        for (int i = 0; i < MEMBERS; i++) {
            RaftReplica member = new RaftReplica(i, settings, new Wire(i), new RandomStream(i));
            members.add(member);
            member.start(0);
        }
        first = (RaftReplica) members.getFirst();
        while (!first.isLeader()) {
            now += settings.heartbeatNanos();
            first.timer(0, now);
            deliver();
        }
    }

    private void deliver() {
        while (!wire.isEmpty()) {
            Sent sent = wire.removeFirst();
            members.get(sent.to()).receive(sent.from(), sent.message(), now);
        }
    }

    /** So many operations, asked of each member in turn; returns how many were answered in all. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int operations() {
        for (int done = 0; done < BATCH; done += underWay) {
            for (int i = 0; i < underWay; i++) {
                long id = ++requests;
                StoreRequest request = (id & 1) == 0
                        ? StoreRequest.write(id, id * 31 % KEYS, id)
                        : StoreRequest.read(id, id * 31 % KEYS);
                members.get((int) (id % MEMBERS)).request(request, now);
            }
            deliver();
        }
        now += 1_000_000;
        for (int i = 0; i < MEMBERS; i++) {
            if (tickAt[i] <= now) {
                members.get(i).timer(0, now);
                deliver();
            }
        }
        if (answered != requests) {
            throw new IllegalStateException(requests - answered + " without an answer");
        }
        return answered;
    }
}
