package roundhouse.kernel;

import java.util.Arrays;

/**
 * The events whose delays vary, as a binary heap of three parallel arrays ordered by (time, sequence).
 *
 * <p>Taking the top leaves a hole that the next push fills with one sift down, because an event that fires mostly schedules its
 * successor. The choice of the smaller child is arithmetic, not a branch, for that branch would be mispredicted half the time.
 * O(log n) each, nothing allocated but growth.
 */
final class EventHeap {
    private long[] times = new long[64];
    private long[] sequences = new long[64];
    private long[] payloads = new long[64];
    private int size;
    private boolean hole;

    /** The first event's time, or {@link Long#MAX_VALUE} when there is none. */
    long time() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    long sequence() {
        return sequences[0];
    }

    /** Removes the first event; {@link #settle} must come before the next look at the top. */
    long take() {
        hole = true;
        return payloads[0];
    }

    /** Closes the hole when nothing was pushed since the last {@link #take}. */
    void settle() {
        if (hole) {
            hole = false;
            int last = --size;
            if (last > 0) {
                siftDown(times[last], sequences[last], payloads[last]);
            }
        }
    }

    void push(long time, long sequence, long payload) {
        if (hole) {
            hole = false;
            siftDown(time, sequence, payload);
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            sequences = Arrays.copyOf(sequences, size * 2);
            payloads = Arrays.copyOf(payloads, size * 2);
        }
        siftUp(size++, time, sequence, payload);
    }

    /** Removes every event of that handler: O(n log n), for rare occasions. */
    void cancel(int handler) {
        settle();
        int kept = size;
        size = 0;
        for (int i = 0; i < kept; i++) {
            if ((int) (payloads[i] >>> 32) != handler) {
                // Never writes beyond i: at most i events were pushed back so far.
                siftUp(size++, times[i], sequences[i], payloads[i]);
            }
        }
    }

    private void siftUp(int hole, long time, long sequence, long payload) {
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            long before = time - times[parent];
            if (before > 0 || (before == 0 && sequence > sequences[parent])) {
                break;
            }
            times[hole] = times[parent];
            sequences[hole] = sequences[parent];
            payloads[hole] = payloads[parent];
            hole = parent;
        }
        times[hole] = time;
        sequences[hole] = sequence;
        payloads[hole] = payload;
    }

    private void siftDown(long time, long sequence, long payload) {
        long[] times = this.times;
        long[] sequences = this.sequences;
        long[] payloads = this.payloads;
        int last = size - 1;
        int hole = 0;
        int child = 1;
        while (child <= last) {
            if (child < last) {
                long right = times[child + 1] - times[child];
                if (right == 0) {
                    right = sequences[child + 1] - sequences[child];
                }
                child += (int) (right >>> 63);
            }
            long after = times[child] - time;
            if (after > 0 || (after == 0 && sequences[child] > sequence)) {
                break;
            }
            times[hole] = times[child];
            sequences[hole] = sequences[child];
            payloads[hole] = payloads[child];
            hole = child;
            child = 2 * hole + 1;
        }
        times[hole] = time;
        sequences[hole] = sequence;
        payloads[hole] = payload;
    }
}
