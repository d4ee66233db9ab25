package roundhouse.simulation.serving;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.SlotList;
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
    final SlotList asked = new SlotList();

    RequestWait(int slot) {
        this.slot = slot;
    }

    void begin(Attempt attempt) {
        request = attempt;
        step = 0;
        begun = 0;
        failed = false;
        asking = false;
        asked.clear();
    }
}
