package roundhouse.kernel;

import java.util.Arrays;

/**
 * The queues of one kernel that have an event to come, and the one whose head comes first. The same queue mostly stays the earliest
 * for a while, so the time of its next head is compared with that of the second; all heads are looked at only when it is passed.
 * The kernel extends this class rather than has one, because each event would pay for the further step.
 */
abstract class EventQueues {
    /** An event may look at the heads of all queues, so what would need more than so many goes through the heap. */
    static final int MAX_QUEUES = 12;

    private final EventQueue none = new Empty(this);
    private EventQueue[] queues = new EventQueue[8];
    private int count;
    private EventQueue earliest = none;
    /** No head but the earliest is before this time. */
    private long runnerUpNanos = Long.MAX_VALUE;

    /** Stands for the earliest queue while all are empty. */
    private static final class Empty extends EventQueue {
        Empty(EventQueues queues) {
            super(queues);
        }

        @Override
        void fireHead() {
            throw new IllegalStateException("no event to come");
        }

        @Override
        void cancel(int handler) {
            // It has no events.
        }
    }

    /** The queue whose head comes first; an empty one when all are. */
    final EventQueue earliest() {
        return earliest;
    }

    /** Whether so many queues are in use that looking at their heads costs more than the heap. */
    final boolean isCrowded() {
        return count >= MAX_QUEUES;
    }

    /** Takes all events of that handler out of the queues. */
    final void cancelQueued(int handler) {
        // Backwards, for a queue that becomes empty gives its place to the last.
        for (int i = count - 1; i >= 0; i--) {
            queues[i].cancel(handler);
        }
    }

    final void activate(EventQueue queue) {
        if (count == queues.length) {
            queues = Arrays.copyOf(queues, count * 2);
        }
        queue.place = count;
        queues[count++] = queue;
        challenge(queue);
    }

    final void deactivate(EventQueue queue) {
        boolean wasEarliest = queue.place == earliest.place;
        EventQueue last = queues[--count];
        queues[queue.place] = last;
        last.place = queue.place;
        queue.place = -1;
        if (wasEarliest) {
            findEarliest();
        }
    }

    final void headChanged(EventQueue queue) {
        if (queue.place != earliest.place) {
            challenge(queue);
        } else {
            earliestMoved(queue.timeNanos());
        }
    }

    /** The head of the earliest queue is at that time now. */
    final void earliestMoved(long timeNanos) {
        if (timeNanos >= runnerUpNanos) {
            findEarliest();
        }
    }

    private void challenge(EventQueue queue) {
        if (queue.comesBefore(earliest)) {
            runnerUpNanos = earliest.timeNanos();
            earliest = queue;
        } else {
            runnerUpNanos = Math.min(runnerUpNanos, queue.timeNanos());
        }
    }

    private void findEarliest() {
        EventQueue best = none;
        long second = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            EventQueue queue = queues[i];
            if (queue.comesBefore(best)) {
                second = best.timeNanos();
                best = queue;
            } else {
                second = Math.min(second, queue.timeNanos());
            }
        }
        earliest = best;
        runnerUpNanos = second;
    }
}
