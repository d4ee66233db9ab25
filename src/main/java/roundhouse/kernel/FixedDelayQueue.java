package roundhouse.kernel;

import java.util.Arrays;

/**
 * The events of one constant delay. Each comes due after those scheduled before it, so a ring buffer keeps them in order at O(1),
 * where a heap needs O(log n).
 */
public final class FixedDelayQueue extends EventQueue {
    private final Kernel kernel;
    private final long delayNanos;
    private long[] timesNanos = new long[16];
    private long[] sequences = new long[16];
    private long[] payloads = new long[16];
    private int first;
    private int count;

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
        if (count == timesNanos.length) {
            grow();
        }
        int slot = (first + count) & (timesNanos.length - 1);
        long timeNanos = kernel.nowNanos() + delayNanos;
        long sequence = kernel.nextSequence();
        timesNanos[slot] = timeNanos;
        sequences[slot] = sequence;
        payloads[slot] = Kernel.payload(handler, argument);
        if (count++ == 0) {
            head(timeNanos, sequence);
        }
    }

    @Override
    void fireHead() {
        long payload = payloads[first];
        first = (first + 1) & (timesNanos.length - 1);
        if (--count == 0) {
            noHead();
        } else {
            nextHead(timesNanos[first], sequences[first]);
        }
        kernel.dispatch(payload);
    }

    @Override
    void cancel(int handler) {
        int kept = 0;
        int mask = timesNanos.length - 1;
        for (int i = 0; i < count; i++) {
            int from = (first + i) & mask;
            if ((int) (payloads[from] >>> 32) != handler) {
                int to = (first + kept++) & mask;
                timesNanos[to] = timesNanos[from];
                sequences[to] = sequences[from];
                payloads[to] = payloads[from];
            }
        }
        count = kept;
        showHead();
    }

    private void showHead() {
        if (count == 0) {
            noHead();
        } else {
            head(timesNanos[first], sequences[first]);
        }
    }

    private void grow() {
        int length = timesNanos.length;
        timesNanos = unrolled(timesNanos, length);
        sequences = unrolled(sequences, length);
        payloads = unrolled(payloads, length);
        first = 0;
    }

    private long[] unrolled(long[] ring, int length) {
        long[] longer = Arrays.copyOfRange(ring, first, first + length * 2);
        System.arraycopy(ring, 0, longer, length - first, first);
        return longer;
    }
}
