package roundhouse.storage.primary;

import java.util.Arrays;

/** What a watcher knows of the members. */
final class WatchedMembers {
    private static final int NOBODY = -1;

    /** When the first ping was sent that has no answer; none is the largest. */
    private final long[] unansweredSince;

    private final long[] answeredAt;
    private final int[] follows;
    private final int[] epochs;
    private final long[] offset;
    /** Since when it has not followed the primary. */
    private final long[] astraySince;

    WatchedMembers(int members) {
        unansweredSince = new long[members];
        answeredAt = new long[members];
        follows = new int[members];
        epochs = new int[members];
        offset = new long[members];
        astraySince = new long[members];
    }

    void reset(long nowNanos) {
        Arrays.fill(unansweredSince, Long.MAX_VALUE);
        Arrays.fill(answeredAt, nowNanos);
        Arrays.fill(follows, NOBODY);
        Arrays.fill(epochs, 0);
        Arrays.fill(offset, 0);
        sane(nowNanos);
    }

    /** There is a new primary: it takes time until all follow it. */
    void sane(long nowNanos) {
        Arrays.fill(astraySince, nowNanos);
    }

    void pinged(int member, long nowNanos) {
        unansweredSince[member] = Math.min(unansweredSince[member], nowNanos);
    }

    void answered(int member, SentinelMessage.Pong pong, long nowNanos) {
        if (nowNanos - answeredAt[member] > 2_000_000_000) {
            astraySince[member] = nowNanos;
        }
        unansweredSince[member] = Long.MAX_VALUE;
        answeredAt[member] = nowNanos;
        follows[member] = pong.primary();
        epochs[member] = pong.epoch();
        offset[member] = pong.offset();
    }

    /** Whom it followed when it last answered; itself for a primary. */
    int follows(int member) {
        return follows[member];
    }

    int epoch(int member) {
        return epochs[member];
    }

    /** How many follow a member, itself among them. */
    int followers(int member) {
        return (int) Arrays.stream(follows).filter(each -> each == member).count();
    }

    boolean isSilent(int member, long time, long nowNanos) {
        return unansweredSince[member] != Long.MAX_VALUE && nowNanos - unansweredSince[member] > time;
    }

    /** Whether it answers and has followed somebody else than the primary for so long. */
    boolean isAstray(int member, int primary, long time, long nowNanos) {
        if (follows[member] == primary || follows[member] == NOBODY) {
            astraySince[member] = nowNanos;
        }
        return nowNanos - astraySince[member] > time && nowNanos - answeredAt[member] < 2_000_000_000;
    }

    /** The follower that answered of late and has the most; at a tie the first. -1 if there is none. */
    int best(int primary, long fresh, long nowNanos) {
        int best = NOBODY;
        for (int i = 0; i < offset.length; i++) {
            boolean canBe = i != primary && follows[i] != NOBODY && nowNanos - answeredAt[i] <= fresh;
            if (canBe && (best == NOBODY || offset[i] > offset[best])) {
                best = i;
            }
        }
        return best;
    }
}
