package roundhouse.simulation.engine;

import java.util.Arrays;

/** The pool of attempts. Slots are handed out again last in, first out, so a run touches no more memory than it has attempts in flight. */
public final class AttemptPool {
    private Attempt[] attempts = new Attempt[64];
    /** Those that are not in use, themselves and not their slots, so that taking one looks nothing up. */
    private Attempt[] free = new Attempt[64];

    private int count;
    private int freeCount;
    private long taken;

    /** An attempt with a new number; its request is still to be set. */
    public Attempt take() {
        Attempt attempt;
        if (freeCount > 0) {
            attempt = free[--freeCount];
        } else {
            if (count == attempts.length) {
                attempts = Arrays.copyOf(attempts, count * 2);
                free = Arrays.copyOf(free, count * 2);
            }
            attempt = new Attempt(count);
            attempts[count++] = attempt;
        }
        attempt.number = ++taken;
        return attempt;
    }

    public void release(Attempt attempt) {
        attempt.clear();
        free[freeCount++] = attempt;
    }

    public Attempt at(int slot) {
        return attempts[slot];
    }

    /** Slots given out so far, free ones included: 0 to this less one. */
    public int slots() {
        return count;
    }

    /** Attempts in use. */
    public int inUse() {
        return count - freeCount;
    }
}
