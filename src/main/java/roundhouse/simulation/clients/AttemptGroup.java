package roundhouse.simulation.clients;

import java.util.Arrays;
import roundhouse.simulation.engine.Attempt;

/**
 * What a client does for one request when it may have several attempts on their way, or a limit for all of them together. Belongs to
 * its {@link AttemptGroups} and is used again.
 */
final class AttemptGroup {
    final AttemptGroups owner;
    /** Its place among its owner's; its timers have this number. */
    final int slot;

    /** Attempts so far, retries so far, hedges so far. */
    int attempts;

    int retries;
    int hedges;
    /** Which of its timers are armed. */
    boolean limited;

    boolean hedging;

    private int[] underWay = new int[2];
    private int count;

    AttemptGroup(AttemptGroups owner, int slot) {
        this.owner = owner;
        this.slot = slot;
    }

    /** Attempts on their way. */
    int underWay() {
        return count;
    }

    /** The attempt slot of one of them, the earliest being 0. */
    int underWay(int i) {
        return underWay[i];
    }

    void add(Attempt attempt) {
        if (count == underWay.length) {
            underWay = Arrays.copyOf(underWay, count * 2);
        }
        underWay[count++] = attempt.slot;
    }

    void remove(Attempt attempt) {
        for (int i = 0; i < count; i++) {
            if (underWay[i] == attempt.slot) {
                System.arraycopy(underWay, i + 1, underWay, i, --count - i);
                return;
            }
        }
    }

    /** Its first attempt is about to be sent. */
    void begin() {
        count = 0;
        attempts = 1;
        retries = 0;
        hedges = 0;
    }
}
