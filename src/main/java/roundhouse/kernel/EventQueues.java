package roundhouse.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The queues of one kernel that have an event to come, as a list in the order of their heads. A head that comes due is followed by a
 * later one of its queue, which passes those queues that come before it now: one or two mostly, as there are few queues. The kernel
 * extends this class rather than has one, because each event would pay for the further step.
 */
abstract class EventQueues {
    /** A head may have to pass all queues, so what would need more than so many goes through the heap. */
    static final int MAX_QUEUES = 12;

    /** Behind the last queue; it never has an event. */
    private final EventQueue none = new Empty(this);

    private EventQueue earliest = none;

    private long sequence;

    /** Stands for the earliest queue while all are empty. */
    private static final class Empty extends EventQueue {
        Empty(EventQueues queues) {
            super(queues);
        }

        @Override
        void cancel(int handler) {
            // It has no events.
        }
    }

    /** Reserves the next place in the order of scheduling. */
    public final long nextSequence() {
        return sequence++;
    }

    /** The queue whose head comes first; an empty one when all are. */
    final EventQueue earliest() {
        return earliest;
    }

    /** Makes an event happen. */
    abstract void dispatch(long payload);

    /** Takes all events of that handler out of the queues. */
    final void cancelQueued(int handler) {
        List<EventQueue> all = new ArrayList<>();
        for (EventQueue queue = earliest; queue.isActive(); queue = queue.follower) {
            all.add(queue);
        }
        all.forEach(queue -> queue.cancel(handler));
    }

    /** The head of the earliest queue comes due, and was its only one. */
    final void earliestLeaves(EventQueue queue) {
        queue.hasNone();
        earliest = queue.follower;
    }

    final void headChanged(EventQueue queue) {
        remove(queue);
        insert(queue);
    }

    /** The earliest queue has a later head now. */
    final void earliestMoved() {
        EventQueue queue = earliest;
        EventQueue at = queue.follower;
        if (at.comesBefore(queue)) {
            earliest = at;
            while (at.follower.comesBefore(queue)) {
                at = at.follower;
            }
            queue.follower = at.follower;
            at.follower = queue;
        }
    }

    /** Inserts a queue whose head was scheduled after all others, so that it follows those of the same time. */
    final void insertNewest(EventQueue queue) {
        long timeNanos = queue.timeNanos();
        EventQueue first = earliest;
        if (first.timeNanos() > timeNanos) {
            queue.follower = first;
            earliest = queue;
            return;
        }
        EventQueue at = first;
        while (at.follower.timeNanos() <= timeNanos) {
            at = at.follower;
        }
        queue.follower = at.follower;
        at.follower = queue;
    }

    final void insert(EventQueue queue) {
        EventQueue first = earliest;
        if (!first.comesBefore(queue)) {
            queue.follower = first;
            earliest = queue;
            return;
        }
        EventQueue at = first;
        while (at.follower.comesBefore(queue)) {
            at = at.follower;
        }
        queue.follower = at.follower;
        at.follower = queue;
    }

    final void remove(EventQueue queue) {
        if (earliest.equals(queue)) {
            earliest = queue.follower;
            return;
        }
        EventQueue at = earliest;
        while (!at.follower.equals(queue)) {
            at = at.follower;
        }
        at.follower = queue.follower;
    }
}
