package roundhouse.workbench.playback;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the newest of what one thread makes to one other thread; neither ever waits. One value is the writer's, one the reader's,
 * and one lies between them; publishing and taking swap an end with the middle in one atomic step, so a value is never in two
 * hands. Values that were not taken in time are written over.
 */
final class TripleBuffer<T> {
    private static final int INDEX = 3;
    private static final int FRESH = 4;

    private final List<T> values;
    private final AtomicInteger middle = new AtomicInteger(1);
    private int writing;
    private int reading = 2;

    TripleBuffer(Supplier<T> make) {
        values = List.of(make.get(), make.get(), make.get());
    }

    /** The writer's value, to be filled. What is in it is old. */
    T back() {
        return values.get(writing);
    }

    /** Makes the writer's value the newest, and gives the writer another. */
    void publish() {
        writing = middle.getAndSet(writing | FRESH) & INDEX;
    }

    /** Whether the reader has taken what was published last (or nothing was yet). */
    boolean taken() {
        return (middle.get() & FRESH) == 0;
    }

    /** The newest value, the reader's until it takes the next; null when there is none since the last. */
    @Nullable
    T take() {
        if (taken()) {
            return null;
        }
        reading = middle.getAndSet(reading) & INDEX;
        return values.get(reading);
    }
}
