package roundhouse.simulation.engine;

/** Figures of all clients of a run together. */
public final class ClientTotals {
    /** Requests that clients began. */
    public long requests;
    /** Attempts of them. */
    public long attempts;
    /** Replies that came after their client had given up. */
    public long lateReplies;

    /** Sessions whose state a crash or a removal took. */
    public long sessionsLost;
    /** Requests of sessions begun before that came to a server without their state. */
    public long sessionsMissed;

    public final OutcomeCounts outcomes = new OutcomeCounts();

    /** Requests without an outcome yet. */
    public long unfinished() {
        return requests - outcomes.total();
    }
}
