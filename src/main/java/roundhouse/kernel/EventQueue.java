package roundhouse.kernel;

/**
 * A queue of events that is in order by itself, so that only its head competes with the heads of the other queues. It counts among
 * its kernel's sources only while it is not empty; there should not be many at a time.
 */
public abstract class EventQueue {
    private final Kernel kernel;
    private long time = Long.MAX_VALUE;
    private long sequence = Long.MAX_VALUE;
    /** Where the kernel keeps it while it is not empty. */
    int place = -1;

    protected EventQueue(Kernel kernel) {
        this.kernel = kernel;
    }

    /** When the head comes due; {@link Long#MAX_VALUE} while there is none. */
    final long time() {
        return time;
    }

    final boolean comesBefore(EventQueue other) {
        return time < other.time || (time == other.time && sequence < other.sequence);
    }

    final long sequence() {
        return sequence;
    }

    /** Says what the head is now. */
    protected final void head(long time, long sequence) {
        this.time = time;
        this.sequence = sequence;
        if (place < 0) {
            kernel.activate(this);
        } else {
            kernel.headChanged(this);
        }
    }

    /** Says what the head is after the one that comes due. */
    protected final void nextHead(long time, long sequence) {
        this.time = time;
        this.sequence = sequence;
        kernel.earliestMoved(time);
    }

    /** Says that there is no head any more. */
    protected final void noHead() {
        time = Long.MAX_VALUE;
        sequence = Long.MAX_VALUE;
        if (place >= 0) {
            kernel.deactivate(this);
        }
    }

    /** The head comes due: takes it off, says what the head is now, then makes it happen. */
    protected abstract void fireHead();

    /** Takes out all events of that handler. */
    protected abstract void cancel(int handler);
}
