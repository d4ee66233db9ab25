package roundhouse.kernel;

import java.util.Arrays;

/**
 * Timers of one constant length of which most are cancelled: timeouts. Doubly linked through flat arrays in the order they were
 * armed, which is the order they come due; arming and cancelling are O(1), and a cancelled timer leaves nothing behind.
 *
 * <p>Timers are numbered by their owner from 0 without large gaps. Each may be armed once at a time.
 */
public final class TimeoutQueue extends EventQueue {
    private static final int NONE = -1;

    private final Kernel kernel;
    private final long delayNanos;
    private final EventHandler handler;
    private long[] timesNanos = new long[16];
    private long[] sequences = new long[16];
    private int[] next = new int[16];
    private int[] previous = new int[16];
    private int first = NONE;
    private int last = NONE;

    /** Timers that tell {@code handler}, with the timer's number, {@code delayNanos} nanoseconds after they were armed. */
    public TimeoutQueue(Kernel kernel, long delayNanos, EventHandler handler) {
        super(kernel);
        this.kernel = kernel;
        this.delayNanos = delayNanos;
        this.handler = handler;
    }

    public long delayNanos() {
        return delayNanos;
    }

    public void arm(int timer) {
        if (timer >= timesNanos.length) {
            int length = Math.max(timer + 1, timesNanos.length * 2);
            timesNanos = Arrays.copyOf(timesNanos, length);
            sequences = Arrays.copyOf(sequences, length);
            next = Arrays.copyOf(next, length);
            previous = Arrays.copyOf(previous, length);
        }
        timesNanos[timer] = kernel.nowNanos() + delayNanos;
        sequences[timer] = kernel.nextSequence();
        next[timer] = NONE;
        previous[timer] = last;
        if (last == NONE) {
            first = timer;
            last = timer;
            head(timesNanos[timer], sequences[timer]);
        } else {
            next[last] = timer;
            last = timer;
        }
    }

    /** Takes back an armed timer. */
    public void disarm(int timer) {
        unlink(timer);
    }

    @Override
    void fireHead(EventQueues queues, long nowNanos) {
        int timer = first;
        unlink(timer);
        queues.dispatch(Kernel.payload(handler, timer));
    }

    @Override
    void cancel(int handler) {
        if (handler == this.handler.number()) {
            first = NONE;
            last = NONE;
            noHead();
        }
    }

    private void unlink(int timer) {
        int before = previous[timer];
        int after = next[timer];
        if (after == NONE) {
            last = before;
        } else {
            previous[after] = before;
        }
        if (before == NONE) {
            first = after;
            if (after == NONE) {
                noHead();
            } else {
                head(timesNanos[after], sequences[after]);
            }
        } else {
            next[before] = after;
        }
    }
}
