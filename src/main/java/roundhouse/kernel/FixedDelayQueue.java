package roundhouse.kernel;

import java.util.Arrays;

/**
 * The events of one constant delay. Each comes due after those scheduled before it, so a ring buffer keeps them in order at O(1),
 * where a heap needs O(log n).
 */
public final class FixedDelayQueue extends EventQueue {
    /** Longs an event has: its time, its sequence, its payload, and one that keeps the next one from straddling two lines. */
    private static final int STRIDE = 4;

    private final Kernel kernel;
    private final long delayNanos;
    private long[] events = new long[16 * STRIDE];
    /** Where the first event stands, and where the next one will. They are the same where there is none. */
    private int first;

    private int end;

    FixedDelayQueue(Kernel kernel, long delayNanos) {
        super(kernel);
        this.kernel = kernel;
        this.delayNanos = delayNanos;
    }

    /** Nanoseconds from adding an event to its coming due. */
    public long delayNanos() {
        return delayNanos;
    }

    /** Schedules an event {@link #delayNanos} from now. */
    public void add(EventHandler handler, int argument) {
        long[] events = this.events;
        int at = end;
        long timeNanos = kernel.nowNanos() + delayNanos;
        long sequence = kernel.nextSequence();
        events[at] = timeNanos;
        events[at + 1] = sequence;
        events[at + 2] = Kernel.payload(handler, argument);
        end = after(at);
        if (at == first) {
            head(timeNanos, sequence);
        } else if (end == first) {
            grow();
        }
    }

    @Override
    void fireHead(EventQueues queues, long nowNanos) {
        long[] events = this.events;
        long payload = events[first + 2];
        first = after(first);
        if (first == end) {
            earliestLeaves(queues);
        } else {
            nextHead(queues, events[first], events[first + 1]);
        }
        queues.dispatch(payload);
    }

    @Override
    void cancel(int handler) {
        int kept = first;
        for (int from = first; from != end; from = after(from)) {
            if ((int) (events[from + 2] >>> 32) != handler) {
                System.arraycopy(events, from, events, kept, STRIDE);
                kept = after(kept);
            }
        }
        end = kept;
        if (first == end) {
            noHead();
        } else {
            head(events[first], events[first + 1]);
        }
    }

    private int after(int at) {
        return (at + STRIDE) & (events.length - 1);
    }

    /** The last place was taken. */
    private void grow() {
        int length = events.length;
        long[] longer = Arrays.copyOfRange(events, first, first + length * 2);
        System.arraycopy(events, 0, longer, length - first, first);
        events = longer;
        first = 0;
        end = length;
    }
}
