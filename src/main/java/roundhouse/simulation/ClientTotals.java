package roundhouse.simulation;

/** Figures of all clients of a run together. */
final class ClientTotals {
    /** Requests that clients began. */
    long requests;
    /** Tries of them. */
    long attempts;
    /** Replies that came after their client had given up. */
    long lateReplies;

    /** Sessions whose state a crash or a removal took. */
    long sessionsLost;
    /** Requests of sessions begun before that came to a server without their state. */
    long sessionsMissed;

    final OutcomeCounts outcomes = new OutcomeCounts();

    /** Requests without an outcome yet. */
    long unfinished() {
        return requests - outcomes.total();
    }
}
