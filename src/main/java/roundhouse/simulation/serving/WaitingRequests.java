package roundhouse.simulation.serving;

import java.util.Arrays;
import roundhouse.simulation.engine.Attempt;

/** The requests of a server that wait for others. Slots are handed out again last in, first out. */
final class WaitingRequests {
    private RequestWait[] waits = {};
    private int[] free = {};
    private int freeCount;

    /** A request begins to wait. */
    RequestWait begin(Attempt request) {
        if (freeCount == 0) {
            grow();
        }
        RequestWait wait = waits[free[--freeCount]];
        wait.begin(request);
        return wait;
    }

    private void grow() {
        int count = waits.length;
        waits = Arrays.copyOf(waits, Math.max(16, count * 2));
        free = Arrays.copyOf(free, waits.length);
        for (int slot = waits.length - 1; slot >= count; slot--) {
            waits[slot] = new RequestWait(slot);
            free[freeCount++] = slot;
        }
    }

    /** It waits no longer. */
    void end(RequestWait wait) {
        wait.request = null;
        free[freeCount++] = wait.slot;
    }

    /** Nothing is waited for any more. */
    void clear() {
        freeCount = 0;
        for (int slot = waits.length - 1; slot >= 0; slot--) {
            waits[slot].request = null;
            free[freeCount++] = slot;
        }
    }
}
