package roundhouse.simulation.byhand;

/** The requests under way, side by side in one array, and the list of those whose timeout runs, the oldest first. */
final class Requests {
    private static final int MOST = 1 << 15;
    private static final int BEGAN = 0;
    private static final int AT_BALANCER = 1;
    private static final int READY = 2;
    private static final int DEMAND = 3;
    private static final int WHAT = 4;
    private static final int SERVER = 5;
    /** The one before in the list of timeouts, and the one after. */
    private static final int BEFORE = 6;

    private static final int AFTER = 7;
    private static final int SIZE = 8;

    private final long[] all = new long[(MOST + 1) * SIZE];
    private final int[] free = new int[MOST];
    private int freeCount;

    Requests() {
        while (freeCount < MOST) {
            free[freeCount] = MOST - 1 - freeCount++;
        }
        // Behind all of them are the ends of the list.
        all[MOST * SIZE + BEFORE] = MOST;
        all[MOST * SIZE + AFTER] = MOST;
    }

    int take() {
        return free[--freeCount];
    }

    void release(int slot) {
        free[freeCount++] = slot;
    }

    void begin(int slot, long nowNanos, long demand, long what) {
        int at = slot * SIZE;
        all[at + BEGAN] = nowNanos;
        all[at + DEMAND] = demand;
        all[at + WHAT] = what;
    }

    void arm(int slot) {
        int last = (int) all[MOST * SIZE + BEFORE];
        all[slot * SIZE + BEFORE] = last;
        all[slot * SIZE + AFTER] = MOST;
        all[last * SIZE + AFTER] = slot;
        all[MOST * SIZE + BEFORE] = slot;
    }

    void disarm(int slot) {
        long before = all[slot * SIZE + BEFORE];
        long after = all[slot * SIZE + AFTER];
        all[(int) before * SIZE + AFTER] = after;
        all[(int) after * SIZE + BEFORE] = before;
    }

    long beganNanos(int slot) {
        return all[slot * SIZE + BEGAN];
    }

    void at(int slot, long nowNanos) {
        all[slot * SIZE + AT_BALANCER] = nowNanos;
    }

    long atNanos(int slot) {
        return all[slot * SIZE + AT_BALANCER];
    }

    void ready(int slot, long nowNanos) {
        all[slot * SIZE + READY] = nowNanos;
    }

    long readyNanos(int slot) {
        return all[slot * SIZE + READY];
    }

    long demand(int slot) {
        return all[slot * SIZE + DEMAND];
    }

    int user(int slot) {
        return (int) (all[slot * SIZE + WHAT] >>> 32);
    }

    void server(int slot, int server) {
        all[slot * SIZE + SERVER] = server;
    }

    int server(int slot) {
        return (int) all[slot * SIZE + SERVER];
    }
}
