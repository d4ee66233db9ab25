package roundhouse.kernel;

/**
 * One event at a time, for a process that mostly has one to come: its next arrival, say. It competes by itself, where in the heap it
 * would be sifted down again and again. While very many queues are in use it goes through the heap all the same.
 */
public final class SingleEvent extends EventQueue {
    private final Kernel kernel;
    private final EventHandler handler;
    private int argument;
    /** It is happening, and nothing took its place yet. */
    private boolean happening;

    public SingleEvent(Kernel kernel, EventHandler handler) {
        super(kernel.queues());
        this.kernel = kernel;
        this.handler = handler;
    }

    /** Schedules the event {@code delayNanos} nanoseconds from now; none may be to come. */
    public void schedule(long delayNanos, int argument) {
        if (place < 0 && kernel.queues().isCrowded()) {
            kernel.schedule(delayNanos, handler, argument);
            return;
        }
        happening = false;
        this.argument = argument;
        head(kernel.now() + delayNanos, kernel.nextSequence());
    }

    /** Keeps its place while it happens, for mostly the next one is scheduled then. */
    @Override
    void fireHead() {
        happening = true;
        kernel.dispatch(Kernel.payload(handler, argument));
        if (happening) {
            happening = false;
            noHead();
        }
    }

    @Override
    void cancel(int handler) {
        if (handler == this.handler.number()) {
            noHead();
        }
    }
}
