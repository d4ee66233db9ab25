package roundhouse.kernel;

import java.util.Arrays;

/**
 * The events whose delays vary. The next ones are in an {@link EventHeap}. As soon as they are many, those that come later wait as
 * {@link FarEvents}, of which one window after the other is sorted: the heap has only what is scheduled within the window that is open.
 * In what order events happen does not depend on that.
 */
final class VaryingDelays {
    /** So many events are no trouble to a heap. */
    private static final int FEW = 512;

    private static final int SAMPLE = 64;

    private final EventHeap heap = new EventHeap();
    private final SortedEvents sorted = new SortedEvents();
    private final FarEvents far = new FarEvents();
    /** The heap is not to have more events than that. */
    private int most = FEW;
    /** The place in the order of scheduling at which the far ones were spread last. */
    private long spreadAt;
    /** The time of the first event, here because it is looked at with every event of any queue. */
    private long firstNanos = Long.MAX_VALUE;
    /** The time of the first of those that are sorted. */
    private long sortedNanos = Long.MAX_VALUE;
    /** Whether the first of all is one of these. */
    private boolean firstIsSorted;

    private final long[] sample = new long[SAMPLE];

    /**
     * The first event's time, or {@link Long#MAX_VALUE} when there is none; from a {@link #take} to the next {@link #add} or
     * {@link #settle} before all times.
     */
    long timeNanos() {
        return firstNanos;
    }

    /** The first event's place in the order of scheduling. */
    long sequence() {
        return firstIsSorted ? sorted.sequence() : heap.sequence();
    }

    /** Removes the first event; {@link #settle} must come before the next look at it. */
    long take() {
        firstNanos = Long.MIN_VALUE;
        if (firstIsSorted) {
            long payload = sorted.take();
            sortedNanos = sorted.timeNanos();
            return payload;
        }
        return heap.take();
    }

    /** Finds the first event when nothing was added since the last {@link #take}. */
    void settle() {
        if (firstNanos == Long.MIN_VALUE) {
            heap.settle();
            refill();
        }
    }

    private void refill() {
        if (far.count() > 0 && sorted.isEmpty() && heap.isEmpty()) {
            far.moveTo(sorted, heap);
            if (far.isUneven()) {
                spread(far.meanNanos());
            }
            sortedNanos = sorted.timeNanos();
        }
        findFirst();
    }

    private void findFirst() {
        long ofHeap = heap.timeNanos();
        if (ofHeap < sortedNanos) {
            firstIsSorted = false;
            firstNanos = ofHeap;
        } else {
            firstIsSorted = ofHeap > sortedNanos || (!sorted.isEmpty() && sorted.sequence() < heap.sequence());
            firstNanos = sortedNanos;
        }
    }

    void add(long timeNanos, long sequence, long payload) {
        if (timeNanos > far.nearNanos()) {
            far.add(timeNanos, sequence, payload);
            return;
        }
        heap.push(timeNanos, sequence, payload);
        if (heap.size() > most) {
            lighten(sequence);
        }
        findFirst();
    }

    /** The heap has many events: most of them are for later, unless they were sorted out just before. */
    private void lighten(long sequence) {
        if (sequence - spreadAt < far.count()) {
            most *= 2;
            return;
        }
        spreadAt = sequence;
        for (int i = 0; i < SAMPLE; i++) {
            sample[i] = heap.timeNanos(i * heap.size() / SAMPLE);
        }
        Arrays.sort(sample);
        int part = SAMPLE / 8;
        long partNanos = sample[part] - heap.timeNanos();
        spread((double) partNanos * part / heap.size());
        most = Math.max(FEW, 2 * heap.size());
    }

    private void spread(double meanNanos) {
        long fromNanos = Math.min(heap.timeNanos(), sorted.timeNanos());
        far.spread(meanNanos, fromNanos, heap.size() + sorted.size());
        heap.moveTo(far);
        sorted.moveTo(far);
        far.moveTo(sorted, heap);
        sortedNanos = sorted.timeNanos();
    }

    /** Removes every event of that handler: for rare occasions. */
    void cancel(int handler) {
        heap.cancel(handler);
        sorted.cancel(handler);
        far.cancel(handler);
        sortedNanos = sorted.timeNanos();
        refill();
    }
}
