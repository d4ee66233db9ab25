package roundhouse.kernel;

/**
 * A queue of events that is in order by itself, so that only its head competes with the heads of the other queues. It is among
 * its kernel's queues only while it is not empty; there should not be many at a time.
 */
abstract class EventQueue {
    private static final int SEVERAL = -1;

    private final EventQueues queues;
    private long timeNanos = Long.MAX_VALUE;
    private long sequence;
    /** The number of the handler of all its events, where there is at most one to come. */
    int onlyHandler = SEVERAL;

    /** That handler's name. */
    long onlyHandlerName;
    /** The queue whose head comes after its own, while it is active. */
    EventQueue follower = this;

    EventQueue(EventQueues queues) {
        this.queues = queues;
    }

    /** Whether it has at most one event to come, which its kernel takes off and then makes happen by {@link #fire}. */
    final boolean isSingle() {
        return onlyHandler != SEVERAL;
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
        return timeNanos != Long.MAX_VALUE;
    }

    /** Says that the head is one that is scheduled now. */
    final void newHead(long timeNanos) {
        if (isActive()) {
            queues.remove(this);
        }
        this.timeNanos = timeNanos;
        sequence = queues.nextSequence();
        queues.insertNewest(this);
    }

    /** Says what the head is now. */
    final void head(long timeNanos, long sequence) {
        boolean wasActive = isActive();
        this.timeNanos = timeNanos;
        this.sequence = sequence;
        if (wasActive) {
            queues.headChanged(this);
        } else {
            queues.insert(this);
        }
    }

    /** Says what the head is after the one that comes due. */
    final void nextHead(EventQueues queues, long timeNanos, long sequence) {
        this.timeNanos = timeNanos;
        this.sequence = sequence;
        queues.earliestMoved();
    }

    /** Says that the head that comes due was the only one. */
    final void earliestLeaves(EventQueues queues) {
        queues.earliestLeaves(this);
    }

    /** Its queues took it out. */
    final void hasNone() {
        timeNanos = Long.MAX_VALUE;
    }

    /** Says that there is no head any more. */
    final void noHead() {
        if (isActive()) {
            timeNanos = Long.MAX_VALUE;
            queues.remove(this);
        }
    }

    /**
     * The head comes due where there may be several: takes it off, says what the head is now, then makes it happen.
     *
     * @param queues its kernel's, which the caller has at hand, as it has the time
     */
    void fireHead(EventQueues queues, long nowNanos) {
        throw new IllegalStateException("has not several events");
    }

    /** The event comes due, and was taken off, where there is {@linkplain #isSingle at most one}: makes it happen. */
    void fire(long nowNanos) {
        throw new IllegalStateException("may have several events");
    }

    /** Takes out all events of that handler. */
    abstract void cancel(int handler);
}
