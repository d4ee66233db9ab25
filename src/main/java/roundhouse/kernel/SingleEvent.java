package roundhouse.kernel;

/**
 * At most one event to come, for a process such as arrivals. It is a queue of its own, because in the heap it would be sifted down
 * at every event. While very many queues are in use it goes through the heap.
 */
public final class SingleEvent extends EventQueue {
    private final Kernel kernel;
    private final EventHandler handler;
    private int argument;
    /** The event is happening: it stays the first among the queues until that is over, because the next one is mostly scheduled then. */
    private boolean happening;
    /** Whether the next one has been scheduled while it happens, and when that is. */
    private boolean again;

    private long nextNanos;
    private long nextSequence;

    public SingleEvent(Kernel kernel, EventHandler handler) {
        super(kernel);
        this.kernel = kernel;
        this.handler = handler;
    }

    /** Schedules the event {@code delayNanos} nanoseconds from now; none may be to come. */
    public void schedule(long delayNanos, int argument) {
        if (happening) {
            this.argument = argument;
            again = true;
            nextNanos = kernel.nowNanos() + delayNanos;
            nextSequence = kernel.nextSequence();
        } else if (!isActive() && kernel.isCrowded()) {
            kernel.schedule(delayNanos, handler, argument);
        } else {
            this.argument = argument;
            head(kernel.nowNanos() + delayNanos, kernel.nextSequence());
        }
    }

    @Override
    void fireHead() {
        happening = true;
        again = false;
        kernel.dispatch(handler, argument);
        happening = false;
        if (again) {
            nextHead(nextNanos, nextSequence);
        } else {
            noHead();
        }
    }

    @Override
    void cancel(int handler) {
        if (handler != this.handler.number()) {
            return;
        }
        again = false;
        if (!happening) {
            noHead();
        }
    }
}
