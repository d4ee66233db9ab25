package roundhouse.storage.primary;

import java.util.Arrays;

/** What a primary knows of its followers. */
final class FollowerTable {
    private static final long SECOND = 1_000_000_000;

    private final int self;
    private final boolean[] isConnected;
    private final long[] received;
    private final long[] applied;
    private final long[] heardAt;
    /** How long the log was when a follower last said what it has because it was time. */
    private final long[] lastIndexThen;

    FollowerTable(int self, int members) {
        this.self = self;
        isConnected = new boolean[members];
        received = new long[members];
        applied = new long[members];
        heardAt = new long[members];
        lastIndexThen = new long[members];
    }

    /** Nothing is known of them yet. */
    void reset() {
        Arrays.fill(isConnected, false);
        Arrays.fill(received, 0);
        Arrays.fill(applied, 0);
        Arrays.fill(heardAt, Long.MIN_VALUE / 2);
        Arrays.fill(lastIndexThen, 0);
    }

    boolean isConnected(int member) {
        return isConnected[member];
    }

    void connected(int member, long has, long lastIndex, long nowNanos) {
        isConnected[member] = true;
        received[member] = has;
        applied[member] = Math.min(applied[member], has);
        heardAt[member] = nowNanos;
        lastIndexThen[member] = lastIndex;
    }

    void disconnected(int member) {
        isConnected[member] = false;
    }

    /** Returns whether the follower lacks what it should have by now, so that something got lost. */
    boolean acknowledged(int member, PrimaryMessage.Ack ack, long lastIndex, long nowNanos) {
        received[member] = Math.max(received[member], ack.received());
        applied[member] = Math.max(applied[member], ack.applied());
        heardAt[member] = nowNanos;
        if (!ack.isPeriodic()) {
            return false;
        }
        boolean lost = ack.received() < lastIndexThen[member];
        lastIndexThen[member] = lastIndex;
        return lost;
    }

    long received(int member) {
        return received[member];
    }

    /** Up to where as many have done as much as the settings ask. */
    long agreed(PrimarySettings settings, int required) {
        long[] has = settings.acknowledgement().level() == PrimarySettings.Level.APPLIED ? applied : received;
        if (settings.acknowledgement().choice() == PrimarySettings.Choice.FIRST) {
            return agreedByFirst(has, required);
        }
        long[] sorted = new long[has.length];
        int count = 0;
        for (int i = 0; i < has.length; i++) {
            if (i != self) {
                sorted[count++] = has[i];
            }
        }
        Arrays.sort(sorted, 0, count);
        return required > count ? 0 : sorted[count - required];
    }

    private long agreedByFirst(long[] has, int required) {
        long least = Long.MAX_VALUE;
        int found = 0;
        for (int i = 0; i < has.length && found < required; i++) {
            if (isConnected[i]) {
                least = Math.min(least, has[i]);
                found++;
            }
        }
        return found < required ? 0 : least;
    }

    /** How many said something no more than so long ago, in whole seconds. */
    int inTime(long maxLagNanos, long nowNanos) {
        int count = 0;
        for (int i = 0; i < heardAt.length; i++) {
            if (isConnected[i] && (nowNanos - heardAt[i]) / SECOND * SECOND <= maxLagNanos) {
                count++;
            }
        }
        return count;
    }

    /** How many said something within a time. */
    int heardWithin(long time, long nowNanos) {
        int count = 0;
        for (int i = 0; i < heardAt.length; i++) {
            count += i != self && nowNanos - heardAt[i] <= time ? 1 : 0;
        }
        return count;
    }
}
