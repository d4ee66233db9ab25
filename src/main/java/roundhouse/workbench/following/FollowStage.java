package roundhouse.workbench.following;

import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.model.Spot;

/**
 * One thing that happens to a request.
 *
 * @param fromNanos when it begins, simulated nanoseconds
 * @param toNanos when it is over; no later than the next one begins where they follow each other, the same as {@code fromNanos} for
 *     what takes no time
 * @param says what happens, a sentence
 * @param scores what a balancer compares meanwhile; null where none picks
 */
record FollowStage(
        long fromNanos,
        long toNanos,
        Spot spot,
        String says,
        @Nullable Scores scores) {
    private static final long LEAST_NANOS = 1_500_000_000L;
    private static final long MOST_NANOS = 7_000_000_000L;
    /** About 17 characters a second, which whoever looks at dots beside can read. */
    private static final long NANOS_A_CHARACTER = 60_000_000;

    /** How long it is shown, real nanoseconds: so long that it can be read. */
    long shownNanos() {
        return Math.clamp(says.length() * NANOS_A_CHARACTER, LEAST_NANOS, MOST_NANOS);
    }

    /** When it is, after that part of the time that it is shown; simulated nanoseconds. */
    long timeNanos(double part) {
        return fromNanos + Math.round((toNanos - fromNanos) * part);
    }
}
