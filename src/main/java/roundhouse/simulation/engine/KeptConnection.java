package roundhouse.simulation.engine;

import roundhouse.routing.Outcome;

/**
 * A connection that a client keeps for several requests. Nodes on its way that choose once for a whole connection remember with it what
 * they chose: their tag.
 */
public interface KeptConnection {
    /** The tag of a node that has not chosen yet. */
    long UNTAGGED = -1;

    /** A node that chooses once for a connection. */
    interface Chooser {
        /**
         * A connection is closed.
         *
         * @param tag what this node chose for it
         * @param firstReplyNanos from sending on its first request to the reply; 0 when none came
         * @param outcome {@code FAILED} when no reply came
         */
        void connectionClosed(long tag, long firstReplyNanos, Outcome outcome);
    }

    /** What that node chose for it, or {@link #UNTAGGED}. */
    long tag(Chooser node);

    /** The request that it chose that for, or 0. */
    long taggedFor(Chooser node);

    /** The node chooses this for it with that request, in the place of what it chose before. */
    void tag(Chooser node, long tag, long request);

    /** A reply came back to the node so long after its request was sent on. Returns whether it is the first since it chose. */
    boolean replied(Chooser node, long nanos);

    /** Requests sent over it so far. */
    int requests();

    /** When it was opened, simulated nanoseconds. */
    long openedNanos();

    /** Whether it takes no further request. */
    boolean isRetired();

    /** Takes no further request, because a reply did not come in time or says so. */
    void retire();

    /** A node on its way closes it when no request was under way for so long, and is told when it did. */
    void idleLimit(long nanos, Runnable closed);

    /** A node on its way has closed it: it takes no further request, and is gone now if none is under way. Whether it was gone so. */
    boolean breakOff();

    /** A reply came back to the client, or none will come. */
    void ended(Outcome outcome);
}
