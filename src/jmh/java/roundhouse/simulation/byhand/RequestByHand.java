package roundhouse.simulation.byhand;

import java.util.Arrays;
import roundhouse.kernel.Mix;
import roundhouse.kernel.RandomStream;
import roundhouse.tables.IntQueue;

/**
 * What {@link roundhouse.simulation.RequestBenchmark} simulates under round robin, written by hand for that one system: no nodes, no links,
 * no handlers, no failures, nothing that can be changed or looked at while it runs. The same draws from generators of the same kind, the same
 * figures of every node, a digest, a timeout that is armed and disarmed. What it takes is what nobody who simulates more can go below.
 */
public final class RequestByHand {
    private static final int USERS = 10_000;
    private static final int KEYS = 10_000;
    private static final int CORES = 4;
    private static final double SERVICE_NANOS = 4e6;
    private static final long SLICE_NANOS = 100_000_000;

    private final int servers;
    private final double gapNanos;
    private final RandomStream arrivals = new RandomStream(1);
    private final RandomStream users = new RandomStream(2);
    private final RandomStream keys = new RandomStream(3);
    private final RandomStream reads = new RandomStream(4);
    private final RandomStream demand = new RandomStream(0);
    private final long[] own = new long[KEYS];
    private final int[] other = new int[KEYS];
    private final long[] sessions = new long[USERS];

    private final Delayed toBalancer = new Delayed(1_000_000);
    private final Delayed toServer = new Delayed(500_000);
    private final Delayed fromServer = new Delayed(500_000);
    private final Delayed fromBalancer = new Delayed(1_000_000);
    private final Services services;
    private final Requests requests = new Requests();
    private final Figures clients = new Figures(3);
    private final Figures balancer = new Figures(2);
    private final Figures[] figures;
    private final int[] busy;
    private final int[] given;
    private final IntQueue[] waiting;

    private long nowNanos;
    private long nextArrivalNanos;
    private long nextSliceNanos = SLICE_NANOS;
    private long sequence;
    private long began;
    private long ended;
    private long digest;
    private int turn;

    public RequestByHand(int servers) {
        this.servers = servers;
        gapNanos = SERVICE_NANOS / (servers * CORES * 0.7);
        services = new Services(servers * CORES);
        figures = new Figures[servers];
        Arrays.setAll(figures, _ -> new Figures(2));
        busy = new int[servers];
        given = new int[servers];
        waiting = new IntQueue[servers];
        Arrays.setAll(waiting, _ -> new IntQueue());
        // As many accesses as the real table of keys; which key it is decides nothing here.
        Arrays.setAll(own, key -> Mix.mix(key));
        Arrays.setAll(other, key -> KEYS - 1 - key);
    }

    /** Goes on until that many more requests have ended. Returns the digest. */
    public long run(int more) {
        long until = ended + more;
        while (ended < until) {
            step();
        }
        return digest;
    }

    private void step() {
        long first = nextArrivalNanos;
        int which = 0;
        if (isBefore(toBalancer, first, which)) {
            first = toBalancer.timeNanos();
            which = 1;
        }
        if (isBefore(toServer, first, which)) {
            first = toServer.timeNanos();
            which = 2;
        }
        if (services.timeNanos() < first
                || (services.timeNanos() == first && which != 0 && services.sequence() < sequenceOf(which))) {
            first = services.timeNanos();
            which = 3;
        }
        if (isBefore(fromServer, first, which)) {
            first = fromServer.timeNanos();
            which = 4;
        }
        if (isBefore(fromBalancer, first, which)) {
            first = fromBalancer.timeNanos();
            which = 5;
        }
        if (first >= nextSliceNanos) {
            slice();
        }
        nowNanos = first;
        fold(first ^ which);
        switch (which) {
            case 0 -> begin();
            case 1 -> atBalancer(toBalancer.take());
            case 2 -> atServer(toServer.take());
            case 3 -> served(services.take());
            case 4 -> backAtBalancer(fromServer.take());
            default -> end(fromBalancer.take());
        }
    }

    private boolean isBefore(Delayed queue, long first, int which) {
        long time = queue.timeNanos();
        return time < first || (time == first && which != 0 && queue.sequence() < sequenceOf(which));
    }

    private long sequenceOf(int which) {
        return switch (which) {
            case 1 -> toBalancer.sequence();
            case 2 -> toServer.sequence();
            case 3 -> services.sequence();
            case 4 -> fromServer.sequence();
            default -> fromBalancer.sequence();
        };
    }

    private void fold(long value) {
        long mixed = (digest ^ value) * Mix.GOLDEN;
        digest = mixed ^ (mixed >>> 29);
    }

    private void slice() {
        nextSliceNanos += SLICE_NANOS;
        clients.recent.nextSlice();
        balancer.recent.nextSlice();
        for (Figures each : figures) {
            each.recent.nextSlice();
        }
    }

    private void begin() {
        int slot = requests.take();
        int user = users.nextInt(USERS);
        long bits = keys.nextLong();
        int column = (int) Math.unsignedMultiplyHigh(bits, KEYS);
        int key = Long.compareUnsigned(bits * KEYS, own[column]) < 0 ? column : other[column];
        boolean read = reads.nextDouble() < 0.9;
        sessions[user]++;
        requests.begin(slot, nowNanos, Mix.mix(++began), (long) user << 32 | (long) key << 1 | (read ? 1 : 0));
        fold((long) key << 1 | (read ? 1 : 0));
        clients.entered(nowNanos);
        requests.arm(slot);
        clients.departed++;
        toBalancer.add(nowNanos, sequence++, slot);
        nextArrivalNanos = nowNanos + (long) (arrivals.nextExponential() * gapNanos);
    }

    private void atBalancer(int slot) {
        fold(slot);
        requests.at(slot, nowNanos);
        balancer.entered(nowNanos);
        int server = turn;
        turn = turn + 1 == servers ? 0 : turn + 1;
        given[server]++;
        requests.server(slot, server);
        balancer.departed++;
        toServer.add(nowNanos, sequence++, slot);
    }

    private void atServer(int slot) {
        fold(slot);
        int server = requests.server(slot);
        Figures its = figures[server];
        requests.ready(slot, nowNanos);
        its.entered(nowNanos);
        if (busy[server] < CORES) {
            busy[server]++;
            its.busy.add(nowNanos, 1);
            start(slot, its);
        } else {
            waiting[server].add(slot);
            its.queue.add(nowNanos, 1);
        }
    }

    private void start(int slot, Figures its) {
        its.waiting.record(nowNanos - requests.readyNanos(slot));
        demand.restart(requests.demand(slot));
        services.add(nowNanos + (long) (demand.nextExponential() * SERVICE_NANOS), sequence++, slot);
    }

    private void served(int slot) {
        fold(slot);
        int server = requests.server(slot);
        Figures its = figures[server];
        if (waiting[server].size() > 0) {
            its.queue.add(nowNanos, -1);
            start(waiting[server].remove(), its);
        } else {
            busy[server]--;
            its.busy.add(nowNanos, -1);
        }
        its.left(nowNanos, nowNanos - requests.readyNanos(slot));
        fromServer.add(nowNanos, sequence++, slot);
    }

    private void backAtBalancer(int slot) {
        fold(slot);
        given[requests.server(slot)]--;
        balancer.left(nowNanos, nowNanos - requests.atNanos(slot));
        fromBalancer.add(nowNanos, sequence++, slot);
    }

    private void end(int slot) {
        fold(slot);
        requests.disarm(slot);
        clients.left(nowNanos, nowNanos - requests.beganNanos(slot));
        sessions[requests.user(slot)]++;
        requests.release(slot);
        ended++;
    }
}
