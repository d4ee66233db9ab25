package roundhouse.simulation.serving;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Attempt;

/** The reads and writes of data that a server is about. Slots are handed out again last in, first out. */
final class DataWaits {
    private DataWait[] waits = {};
    /** Those that are not in use, themselves and not their slots, so that beginning one looks nothing up. */
    private DataWait[] free = {};

    private int freeCount;

    DataWait begin(@Nullable Attempt request, long key, long nowNanos) {
        if (freeCount == 0) {
            grow();
        }
        DataWait wait = free[--freeCount];
        wait.begin(request, key, nowNanos);
        return wait;
    }

    private void grow() {
        int count = waits.length;
        waits = Arrays.copyOf(waits, Math.max(16, count * 2));
        free = Arrays.copyOf(free, waits.length);
        for (int slot = waits.length - 1; slot >= count; slot--) {
            waits[slot] = new DataWait(slot);
            free[freeCount++] = waits[slot];
        }
    }

    DataWait at(int slot) {
        return waits[slot];
    }

    void end(DataWait wait) {
        wait.request = null;
        wait.child = DataWait.NONE;
        free[freeCount++] = wait;
    }

    /** None is the fetch of a key for the server's own cache any more. */
    void fetchNothing() {
        for (DataWait wait : waits) {
            wait.fetches = false;
        }
    }

    /** Nothing is under way any more. */
    void clear() {
        freeCount = 0;
        for (int slot = waits.length - 1; slot >= 0; slot--) {
            waits[slot].request = null;
            waits[slot].child = DataWait.NONE;
            free[freeCount++] = waits[slot];
        }
    }
}
