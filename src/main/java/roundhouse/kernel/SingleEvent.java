package roundhouse.kernel;

/**
 * At most one event to come, for a process such as arrivals. It is a queue of its own, because in the heap it would be sifted down
 * at every event. Where very many are in use, those that were made last go through the heap.
 */
public abstract class SingleEvent extends EventQueue {
    private final Kernel kernel;
    /** As an event of the heap, and for its name. */
    private final EventHandler handler;

    private final boolean hasQueue;

    /** @param name its name in the digest; others may have the same */
    protected SingleEvent(Kernel kernel, String name) {
        super(kernel);
        this.kernel = kernel;
        hasQueue = kernel.takesSingleEvent();
        handler = new EventHandler(kernel, name) {
            @Override
            protected void fire(int argument) {
                SingleEvent.this.fire(kernel.nowNanos());
            }
        };
        onlyHandler = handler.number();
        onlyHandlerName = handler.name();
    }

    /** The event comes due, and it can be scheduled again. */
    @Override
    protected abstract void fire(long nowNanos);

    /** Schedules the event for that time, now or later; none may be to come. */
    public final void scheduleAt(long timeNanos) {
        if (hasQueue) {
            newHead(timeNanos);
        } else {
            kernel.schedule(timeNanos - kernel.nowNanos(), handler, 0);
        }
    }

    /** Takes the event back, if there is one to come. */
    public final void cancel() {
        kernel.cancel(handler);
    }

    @Override
    final void cancel(int handler) {
        if (handler == onlyHandler) {
            noHead();
        }
    }
}
