package roundhouse.kernel;

/**
 * A queue of events that is in order by itself, so that only its head competes with the heads of the other queues. It is among
 * its kernel's queues only while it is not empty; there should not be many at a time.
 */
abstract class EventQueue {
    private final EventQueues queues;
    private long timeNanos = Long.MAX_VALUE;
    private long sequence = Long.MAX_VALUE;
    /** The queue whose head comes after its own, while it is active. */
    EventQueue follower = this;

    private boolean active;

    EventQueue(EventQueues queues) {
        this.queues = queues;
    }

    /** When the head comes due; says nothing while there is none. */
    final long timeNanos() {
        return timeNanos;
    }

    final boolean comesBefore(EventQueue other) {
        return timeNanos < other.timeNanos || (timeNanos == other.timeNanos && sequence < other.sequence);
    }

    final long sequence() {
        return sequence;
    }

    /** Whether it has an event to come, and so is among the kernel's queues. */
    final boolean isActive() {
        return active;
    }

    /** Says what the head is now. */
    final void head(long timeNanos, long sequence) {
        this.timeNanos = timeNanos;
        this.sequence = sequence;
        if (!active) {
            active = true;
            queues.activate(this);
        } else {
            queues.headChanged(this);
        }
    }

    /** Says what the head is after the one that comes due. */
    final void nextHead(long timeNanos, long sequence) {
        this.timeNanos = timeNanos;
        this.sequence = sequence;
        queues.earliestMoved();
    }

    /** Says that the head that comes due was the only one. */
    final void earliestLeaves() {
        active = false;
        queues.deactivateEarliest();
    }

    /** Says that there is no head any more. */
    final void noHead() {
        timeNanos = Long.MAX_VALUE;
        sequence = Long.MAX_VALUE;
        if (active) {
            active = false;
            queues.deactivate(this);
        }
    }

    /** The head comes due: takes it off, says what the head is now, then makes it happen. */
    abstract void fireHead();

    /** Takes out all events of that handler. */
    abstract void cancel(int handler);
}
