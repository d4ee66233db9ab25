package roundhouse.simulation;

/** Figures of all clients of a run together. */
final class Totals {
    /** Requests that clients began. */
    long requests;
    /** Tries of them. */
    long attempts;
    /** Replies that came after their client had given up. */
    long lateReplies;

    final OutcomeCounts outcomes = new OutcomeCounts();

    /** Requests without an outcome yet. */
    long unfinished() {
        return requests - outcomes.total();
    }
}
