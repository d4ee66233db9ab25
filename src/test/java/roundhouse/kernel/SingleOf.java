package roundhouse.kernel;

/** A single event that a handler is told of, with what it was scheduled with. */
final class SingleOf extends SingleEvent {
    private final Kernel kernel;
    private final EventHandler handler;
    private int argument;

    SingleOf(Kernel kernel, EventHandler handler) {
        super(kernel, handler.label());
        this.kernel = kernel;
        this.handler = handler;
    }

    void schedule(long delayNanos, int argument) {
        this.argument = argument;
        scheduleAt(kernel.nowNanos() + delayNanos);
    }

    @Override
    protected void fire(long nowNanos) {
        handler.fire(argument);
    }
}
