package roundhouse.storage.consensus;

import java.util.Arrays;

/**
 * How a leader makes sure that it still leads before it answers reads: rounds of heartbeats that a majority answers (ReadIndex), or a
 * lease that such a round gives it by its own clock. Reads that come while a round is on its way wait for the next one together.
 */
final class ReadRounds {
    /** So many rounds may be on their way at once. */
    private static final int ROUNDS = 64;

    /** Who hears up to where it must have applied. */
    @FunctionalInterface
    interface Ready {
        /** @param index -1 when this member leads no more */
        void at(int origin, long request, long index);
    }

    private final RaftState state;
    private final Ready ready;
    private final long[] answered;
    private final long[] sentAt = new long[ROUNDS];
    private final long[] indexAt = new long[ROUNDS];
    private long round;
    /** The last round before this member became the leader. */
    private long base;

    private long leaseUntil = Long.MIN_VALUE;
    private long freshIndex;
    private long freshNanos = Long.MIN_VALUE / 2;
    private long[] requests = new long[64];
    private int[] origins = new int[64];
    private long[] rounds = new long[64];
    private int count;
    /** Reads before this one have their round. */
    private int assigned;

    ReadRounds(RaftState state, Ready ready) {
        this.state = state;
        this.ready = ready;
        answered = new long[state.settings.members()];
    }

    /** A new leader: no round of an earlier one counts. */
    void reset() {
        base = round;
        Arrays.fill(answered, round);
        leaseUntil = Long.MIN_VALUE;
        freshNanos = Long.MIN_VALUE / 2;
        count = 0;
        assigned = 0;
    }

    /** Up to there all is that was committed by {@link #freshNanos}. */
    long freshIndex() {
        return freshIndex;
    }

    /** When the latest round began that a majority answered: until then this member certainly led. */
    long freshNanos() {
        return freshNanos;
    }

    /** The latest round, which heartbeats say. */
    long round() {
        return round;
    }

    void ask(int origin, long request, long nowNanos) {
        boolean leased = state.settings.reads() == RaftSettings.Reads.LEASE && nowNanos < leaseUntil && isSettled();
        if (leased) {
            ready.at(origin, request, state.commit);
            return;
        }
        if (count == requests.length) {
            requests = Arrays.copyOf(requests, count * 2);
            origins = Arrays.copyOf(origins, count * 2);
            rounds = Arrays.copyOf(rounds, count * 2);
        }
        requests[count] = request;
        origins[count++] = origin;
    }

    /** Whether a read waits and no round is on its way for it. */
    boolean wantsRound() {
        return assigned < count && (agreed() == round || agreed() == base) && isSettled();
    }

    /** Whether it knows all that was committed before it: something of its own term is. */
    private boolean isSettled() {
        return state.log.term(state.commit) == state.term;
    }

    /** A round begins; the caller sends the heartbeats. */
    void begin(long nowNanos) {
        round++;
        sentAt[(int) (round % ROUNDS)] = nowNanos;
        indexAt[(int) (round % ROUNDS)] = state.commit;
        answered[state.self] = round;
        while (isSettled() && assigned < count) {
            rounds[assigned++] = round;
        }
        release();
    }

    /** A member answered the heartbeat of a round. */
    void answered(int from, long inRound) {
        if (inRound > answered[from]) {
            answered[from] = inRound;
            release();
        }
    }

    /** The latest round that a majority answered. */
    private long agreed() {
        long[] sorted = answered.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - state.settings.majority()];
    }

    private void release() {
        long agreed = agreed();
        if (round - agreed >= ROUNDS || agreed == base) {
            return;
        }
        // A follower waits so long since the heartbeat, less the tick that may be just before it.
        long promised = (state.settings.electionTicks() - 1) * state.settings.heartbeatNanos();
        long safe = promised / 1_000 * (1_000 - state.settings.maxDriftPerMille());
        leaseUntil = Math.max(leaseUntil, sentAt[(int) (agreed % ROUNDS)] + safe);
        long index = indexAt[(int) (agreed % ROUNDS)];
        if (state.log.term(index) == state.term) {
            freshIndex = index;
            freshNanos = sentAt[(int) (agreed % ROUNDS)];
        }
        int done = 0;
        while (done < assigned && rounds[done] <= agreed) {
            ready.at(origins[done], requests[done], indexAt[(int) (rounds[done] % ROUNDS)]);
            done++;
        }
        drop(done);
    }

    private void drop(int done) {
        if (done > 0) {
            System.arraycopy(requests, done, requests, 0, count - done);
            System.arraycopy(origins, done, origins, 0, count - done);
            System.arraycopy(rounds, done, rounds, 0, assigned - done);
            count -= done;
            assigned -= done;
        }
    }

    /** This member leads no more. */
    void giveUp() {
        for (int i = 0; i < count; i++) {
            ready.at(origins[i], requests[i], -1);
        }
        count = 0;
        assigned = 0;
    }
}
