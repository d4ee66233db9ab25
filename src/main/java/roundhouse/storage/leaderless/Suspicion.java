package roundhouse.storage.leaderless;

import java.util.Arrays;

/** Which members are held to be up: those that were heard of late. */
final class Suspicion {
    private final int self;
    private final long suspectNanos;
    private final long[] heardAt;

    Suspicion(int self, LeaderlessSettings settings) {
        this.self = self;
        suspectNanos = settings.timing().suspectNanos();
        heardAt = new long[settings.members()];
    }

    /** At first all are held to be up. */
    void reset(long nowNanos) {
        Arrays.fill(heardAt, nowNanos);
    }

    void heard(int member, long nowNanos) {
        heardAt[member] = nowNanos;
    }

    boolean isUp(int member, long nowNanos) {
        return member == self || nowNanos - heardAt[member] <= suspectNanos;
    }
}
