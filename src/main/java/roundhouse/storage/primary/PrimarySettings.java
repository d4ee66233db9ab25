package roundhouse.storage.primary;

/**
 * How a primary ships its log and what it waits for before it acknowledges a write.
 *
 * @param members from 1
 * @param acknowledgement what it waits for
 * @param refusal when it takes no writes
 * @param applyDelayNanos so long after the primary sent it a follower applies what it received
 *     (recovery_min_apply_delay)
 * @param ackPeriodNanos how often a follower says what it has, beside each time it receives something
 * @param backlog how many entries are kept for a follower that was away; beyond that it gets all data
 */
public record PrimarySettings(
        int members,
        Acknowledgement acknowledgement,
        Refusal refusal,
        long applyDelayNanos,
        long ackPeriodNanos,
        int backlog) {
    private static final long SECOND = 1_000_000_000;

    /**
     * What a primary waits for before it acknowledges a write.
     *
     * @param required how many followers must have a write before it is acknowledged; 0 for none, asynchronous
     * @param choice which of them
     * @param level what they must have done with it
     * @param visibleAtOnce whether others can read a write at the primary before it is acknowledged (Redis), or not (PostgreSQL)
     * @param timeoutNanos how long a write waits; 0 for however long
     * @param onTimeout what happens then
     */
    public record Acknowledgement(
            int required, Choice choice, Level level, boolean visibleAtOnce, long timeoutNanos, OnTimeout onTimeout) {}

    public enum Choice {
        /** The first of the list that are connected. */
        FIRST,
        ANY
    }

    public enum Level {
        /** It is on their disks. */
        RECEIVED,
        /** It can be read there. */
        APPLIED
    }

    public enum OnTimeout {
        /** The client is told that it is not known to be safe; the write stays (WAIT). */
        TELL_UNKNOWN,
        /** It is acknowledged, and so are later ones at once until the followers have caught up (semi-synchronous). */
        FALL_BACK
    }

    /**
     * When a primary takes no writes.
     *
     * @param minFollowers with fewer that said something of late the primary refuses writes; 0 for never (min-replicas-to-write)
     * @param maxLagNanos how late is too late for that, in whole seconds
     * @param fenceNanos a primary that did not hear from a majority for so long refuses everything; 0 for no fencing
     */
    public record Refusal(int minFollowers, long maxLagNanos, long fenceNanos) {}

    private static PrimarySettings usual(int members, Acknowledgement acknowledgement) {
        return new PrimarySettings(members, acknowledgement, new Refusal(0, 10 * SECOND, 0), 0, SECOND, 10_000);
    }

    /** Acknowledged as soon as the primary has it, as Redis does, and PostgreSQL without synchronous standbys. */
    public static PrimarySettings asynchronous(int members) {
        return usual(members, new Acknowledgement(0, Choice.ANY, Level.RECEIVED, true, 0, OnTimeout.TELL_UNKNOWN));
    }

    /** Acknowledged when so many followers have it, as PostgreSQL's synchronous standbys. */
    public static PrimarySettings synchronous(int members, int required, Choice choice, Level level) {
        return usual(members, new Acknowledgement(required, choice, level, false, 0, OnTimeout.TELL_UNKNOWN));
    }

    /** Visible at once, and acknowledged when so many have it or the time is over: Redis with WAIT. */
    public static PrimarySettings waiting(int members, int required, long timeoutNanos) {
        return synchronous(members, required, Choice.ANY, Level.RECEIVED)
                .withTimeout(timeoutNanos, OnTimeout.TELL_UNKNOWN, true);
    }

    public PrimarySettings withTimeout(long timeout, OnTimeout then, boolean visible) {
        Acknowledgement other = new Acknowledgement(
                acknowledgement.required, acknowledgement.choice, acknowledgement.level, visible, timeout, then);
        return new PrimarySettings(members, other, refusal, applyDelayNanos, ackPeriodNanos, backlog);
    }

    public PrimarySettings withApplyDelay(long delay) {
        return new PrimarySettings(members, acknowledgement, refusal, delay, ackPeriodNanos, backlog);
    }

    public PrimarySettings withAckPeriod(long period) {
        return new PrimarySettings(members, acknowledgement, refusal, applyDelayNanos, period, backlog);
    }

    private PrimarySettings with(Refusal other) {
        return new PrimarySettings(members, acknowledgement, other, applyDelayNanos, ackPeriodNanos, backlog);
    }

    public PrimarySettings withMinFollowers(int followers, long maxLag) {
        return with(new Refusal(followers, maxLag, refusal.fenceNanos));
    }

    public PrimarySettings withFence(long fence) {
        return with(new Refusal(refusal.minFollowers, refusal.maxLagNanos, fence));
    }
}
