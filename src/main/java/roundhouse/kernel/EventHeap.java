package roundhouse.kernel;

import java.util.Arrays;

/**
 * The events whose delays vary, as a binary heap ordered by (time, sequence). What is known of an event stands together, so that both
 * children of an event share a line of the processor's cache.
 *
 * <p>Taking the top leaves a hole that the next push fills with one sift down, because an event that fires mostly schedules its
 * successor. The choice of the smaller child is arithmetic, not a branch, for that branch would be mispredicted half the time.
 * O(log n) each, nothing allocated but growth.
 */
final class EventHeap {
    /** Longs an event has: its time, its sequence, its payload, and one that keeps the next one from straddling two lines. */
    private static final int STRIDE = 4;

    private long[] events = new long[64 * STRIDE];
    private int size;
    private boolean hole;

    EventHeap() {
        events[0] = Long.MAX_VALUE;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The first event's time, or {@link Long#MAX_VALUE} when there is none. */
    long timeNanos() {
        return events[0];
    }

    /** The time of any event, of which the place among them is 0 to {@link #size} less one. */
    long timeNanos(int place) {
        return events[place * STRIDE];
    }

    long sequence() {
        return events[1];
    }

    /** Removes the first event; {@link #settle} must come before the next look at the top. */
    long take() {
        hole = true;
        return events[2];
    }

    /** Closes the hole when nothing was pushed since the last {@link #take}. */
    void settle() {
        if (hole) {
            hole = false;
            int last = --size * STRIDE;
            if (last > 0) {
                siftDown(events[last], events[last + 1], events[last + 2]);
            } else {
                events[0] = Long.MAX_VALUE;
            }
        }
    }

    void push(long timeNanos, long sequence, long payload) {
        if (hole) {
            hole = false;
            siftDown(timeNanos, sequence, payload);
            return;
        }
        if (size * STRIDE == events.length) {
            events = Arrays.copyOf(events, events.length * 2);
        }
        siftUp(size++, timeNanos, sequence, payload);
    }

    /** Gives all its events to the far ones. */
    void moveTo(FarEvents far) {
        for (int at = 0; at < size * STRIDE; at += STRIDE) {
            far.add(events[at], events[at + 1], events[at + 2]);
        }
        size = 0;
        events[0] = Long.MAX_VALUE;
    }

    /** Removes every event of that handler: O(n log n), for rare occasions. */
    void cancel(int handler) {
        settle();
        int kept = size;
        size = 0;
        for (int i = 0; i < kept; i++) {
            int at = i * STRIDE;
            if ((int) (events[at + 2] >>> 32) != handler) {
                // Never writes beyond i: at most i events were pushed back so far.
                siftUp(size++, events[at], events[at + 1], events[at + 2]);
            }
        }
        if (size == 0) {
            events[0] = Long.MAX_VALUE;
        }
    }

    private void siftUp(int hole, long timeNanos, long sequence, long payload) {
        long[] events = this.events;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            int from = parent * STRIDE;
            long before = timeNanos - events[from];
            if (before > 0 || (before == 0 && sequence > events[from + 1])) {
                break;
            }
            move(from, hole * STRIDE);
            hole = parent;
        }
        put(hole * STRIDE, timeNanos, sequence, payload);
    }

    /** From the top; here {@code hole} and {@code child} are places in the array. */
    private void siftDown(long timeNanos, long sequence, long payload) {
        long[] events = this.events;
        int last = (size - 1) * STRIDE;
        int hole = 0;
        int child = STRIDE;
        while (child <= last) {
            if (child < last) {
                long right = events[child + STRIDE] - events[child];
                if (right == 0) {
                    right = events[child + STRIDE + 1] - events[child + 1];
                }
                child += (int) (right >>> 63) * STRIDE;
            }
            long after = events[child] - timeNanos;
            if (after > 0 || (after == 0 && events[child + 1] > sequence)) {
                break;
            }
            move(child, hole);
            hole = child;
            child = 2 * hole + STRIDE;
        }
        put(hole, timeNanos, sequence, payload);
    }

    private void move(int from, int to) {
        put(to, events[from], events[from + 1], events[from + 2]);
    }

    private void put(int at, long timeNanos, long sequence, long payload) {
        events[at] = timeNanos;
        events[at + 1] = sequence;
        events[at + 2] = payload;
    }
}
