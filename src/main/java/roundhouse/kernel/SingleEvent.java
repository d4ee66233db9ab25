package roundhouse.kernel;

/**
 * At most one event to come, for a process such as arrivals. It is a queue of its own, because in the heap it would be sifted down
 * at every event. While very many queues are in use it goes through the heap.
 */
public final class SingleEvent extends EventQueue {
    private final Kernel kernel;
    private final EventHandler handler;
    private int argument;

    public SingleEvent(Kernel kernel, EventHandler handler) {
        super(kernel);
        this.kernel = kernel;
        this.handler = handler;
    }

    /** Schedules the event {@code delayNanos} nanoseconds from now; none may be to come. */
    public void schedule(long delayNanos, int argument) {
        if (!isActive() && kernel.isCrowded()) {
            kernel.schedule(delayNanos, handler, argument);
        } else {
            this.argument = argument;
            head(kernel.nowNanos() + delayNanos, kernel.nextSequence());
        }
    }

    @Override
    void fireHead() {
        earliestLeaves();
        kernel.dispatch(handler, argument);
    }

    @Override
    void cancel(int handler) {
        if (handler == this.handler.number()) {
            noHead();
        }
    }
}
