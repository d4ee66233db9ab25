package roundhouse.simulation;

import java.util.Arrays;

/** The pool of calls. Slots are handed out again last in, first out, so a run touches no more memory than it has calls in flight. */
final class AttemptPool {
    private Attempt[] calls = new Attempt[64];
    private int[] free = new int[64];
    private int count;
    private int freeCount;
    private long taken;

    /** A call with a number of its own, asking for nothing yet. */
    Attempt take() {
        Attempt call;
        if (freeCount > 0) {
            call = calls[free[--freeCount]];
        } else {
            if (count == calls.length) {
                calls = Arrays.copyOf(calls, count * 2);
                free = Arrays.copyOf(free, count * 2);
            }
            call = new Attempt(count);
            calls[count++] = call;
        }
        call.number = ++taken;
        return call;
    }

    void release(Attempt call) {
        call.clear();
        free[freeCount++] = call.slot;
    }

    Attempt at(int slot) {
        return calls[slot];
    }

    /** Slots given out so far, free ones included: 0 to this less one. */
    int slots() {
        return count;
    }

    /** Calls in use. */
    int inUse() {
        return count - freeCount;
    }
}
