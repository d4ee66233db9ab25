package roundhouse.kernel;

/** The events whose delays vary: an {@link EventHeap} whose first event is the head of a queue among the kernel's others. */
final class VaryingDelayQueue extends EventQueue {
    private final Kernel kernel;
    private final EventHeap heap = new EventHeap();
    /** Its head is happening: until that is over it stays the first among the queues, whatever is scheduled. */
    private boolean happening;

    VaryingDelayQueue(Kernel kernel) {
        super(kernel);
        this.kernel = kernel;
    }

    void add(long timeNanos, long sequence, long payload) {
        boolean first = heap.push(timeNanos, sequence, payload);
        if (first && !happening) {
            head(timeNanos, sequence);
        }
    }

    @Override
    void fireHead() {
        happening = true;
        kernel.dispatch(heap.take());
        happening = false;
        heap.settle();
        showNext();
    }

    private void showNext() {
        if (heap.isEmpty()) {
            noHead();
        } else {
            nextHead(heap.timeNanos(), heap.sequence());
        }
    }

    @Override
    void cancel(int handler) {
        heap.cancel(handler);
        if (happening) {
            return;
        }
        if (heap.isEmpty()) {
            noHead();
        } else {
            head(heap.timeNanos(), heap.sequence());
        }
    }
}
