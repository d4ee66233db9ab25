package roundhouse.workbench.ring.model;

import roundhouse.hashing.Placement;
import roundhouse.hashing.measures.Movement;

/**
 * What the last change of a ring moved.
 *
 * @param label what was done: "Move a token of s3"
 * @param server whom it was about, or empty
 * @param fairShare what any placement would have had to move, or the fair share of the server whose tokens were moved, 0 to 1
 * @param membership whether servers came, went, or changed their weight or state
 * @param fromNanos after which simulated time it came, nanoseconds
 * @param timeNanos at which time it was there
 */
public record RingChange(
        String label,
        String server,
        int keys,
        int moved,
        double fairShare,
        boolean membership,
        long fromNanos,
        long timeNanos) {
    public static final RingChange NOTHING = new RingChange("", "", 0, 0, 0, false, 0, 0);

    /** The part of keys that moved, 0 to 1. */
    public double part() {
        return keys == 0 ? 0 : (double) moved / keys;
    }

    /** What a change from one state to another moved. */
    static RingChange between(RingSteps.Step step, RingState after, Movement moved) {
        boolean membership = isOfMembership(step.before(), after);
        int concerned = membership ? Placement.NONE : after.indexOf(step.server());
        double ofServer = concerned == Placement.NONE ? 0 : after.fairShare(concerned);
        double fair = Math.max(moved.least() / Math.max(1, moved.keys()), ofServer);
        return new RingChange(
                step.label(),
                step.server(),
                moved.keys(),
                moved.moved(),
                fair,
                membership,
                step.fromNanos(),
                step.timeNanos());
    }

    /** Whether servers come, go, or change their weight or state. */
    static boolean isOfMembership(RingState before, RingState after) {
        return !before.targets().equals(after.targets());
    }
}
