package roundhouse.simulation.serving;

import java.util.Arrays;

/** The calls of a server that have not ended. Slots are handed out again last in, first out. */
final class PendingCalls {
    private PendingCall[] calls = {};
    private int[] free = {};
    private int freeCount;

    PendingCall begin(CallRule rule, RequestWait wait, long nowNanos) {
        if (freeCount == 0) {
            grow();
        }
        PendingCall call = calls[free[--freeCount]];
        call.begin(rule, wait, nowNanos);
        return call;
    }

    private void grow() {
        int count = calls.length;
        calls = Arrays.copyOf(calls, Math.max(16, count * 2));
        free = Arrays.copyOf(free, calls.length);
        for (int slot = calls.length - 1; slot >= count; slot--) {
            calls[slot] = new PendingCall(slot);
            free[freeCount++] = slot;
        }
    }

    /** Slots given out so far, those that are over included: 0 to this less one. */
    int slots() {
        return calls.length;
    }

    PendingCall at(int slot) {
        return calls[slot];
    }

    void end(PendingCall call) {
        free[freeCount++] = call.slot;
    }

    /** None is pending any more. */
    void clear() {
        freeCount = 0;
        for (int slot = calls.length - 1; slot >= 0; slot--) {
            calls[slot].over = true;
            free[freeCount++] = slot;
        }
    }
}
