package roundhouse.simulation.serving;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Attempt;

/**
 * A request that waits at a server for what was asked of others on its behalf, one thing after the other or several at once. Belongs to
 * its {@link WaitingRequests} and is used again.
 */
final class RequestWait {
    /** Its place among those of its server. */
    final int slot;

    @Nullable
    Attempt request;
    /** What chance has to decide for it comes from this. */
    long seed;
    /** How far it has got: the step, and how often that was begun. */
    int step;

    int begun;
    /** Something it cannot do without has failed. */
    boolean failed;
    /** Several things are being asked for: what ends meanwhile is not yet looked at. */
    boolean asking;

    /** What it waits for, by the numbers of who asks. */
    private int[] asked = new int[4];

    private int count;

    RequestWait(int slot) {
        this.slot = slot;
    }

    void begin(Attempt attempt) {
        request = attempt;
        step = 0;
        begun = 0;
        failed = false;
        asking = false;
        count = 0;
    }

    /** How much it waits for. */
    int count() {
        return count;
    }

    int asked(int i) {
        return asked[i];
    }

    void add(int number) {
        if (count == asked.length) {
            asked = Arrays.copyOf(asked, count * 2);
        }
        asked[count++] = number;
    }

    void remove(int number) {
        for (int i = 0; i < count; i++) {
            if (asked[i] == number) {
                System.arraycopy(asked, i + 1, asked, i, --count - i);
                return;
            }
        }
    }
}
