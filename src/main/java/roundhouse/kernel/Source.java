package roundhouse.kernel;

/**
 * A queue of events that is in order by itself, so that only its head competes with the other queues. A kernel looks at all heads;
 * there should be few sources.
 */
public abstract class Source {
    private final Kernel kernel;
    private final int place;
    private long time = Long.MAX_VALUE;
    private long sequence;

    protected Source(Kernel kernel) {
        this.kernel = kernel;
        this.place = kernel.register(this);
    }

    /** Its number among the kernel's sources. */
    final int place() {
        return place;
    }

    /** When the head comes due; {@link Long#MAX_VALUE} while there is none. */
    final long time() {
        return time;
    }

    final long sequence() {
        return sequence;
    }

    /** Says what the head is now. */
    protected final void head(long time, long sequence) {
        this.time = time;
        this.sequence = sequence;
        kernel.headChanged(this);
    }

    /** Says that there is no head any more. */
    protected final void noHead() {
        head(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The head comes due: takes it off, says what the head is now, then makes it happen. */
    protected abstract void fireHead();

    /** Takes out all events of that handler. */
    protected abstract void cancel(int handler);
}
