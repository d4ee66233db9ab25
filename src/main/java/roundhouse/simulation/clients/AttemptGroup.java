package roundhouse.simulation.clients;

import roundhouse.simulation.components.SlotList;

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

    /** The slots of attempts on their way. */
    final SlotList underWay = new SlotList();

    AttemptGroup(AttemptGroups owner, int slot) {
        this.owner = owner;
        this.slot = slot;
    }

    /** Its first attempt is about to be sent. */
    void begin() {
        underWay.clear();
        attempts = 1;
        retries = 0;
        hedges = 0;
    }
}
