package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Two members compare all that both should have, by a sum for each of 64 parts of the keys, and send each other the parts that differ:
 * one level of the Merkle trees of Dynamo and Cassandra.
 */
final class AntiEntropy {
    private static final int PARTS = 64;

    private final LeaderlessState state;
    /** Of each member when it had nothing that this one has not by now. */
    private final long[] equalSince;

    private int next;

    AntiEntropy(LeaderlessState state) {
        this.state = state;
        equalSince = new long[state.settings.members()];
        Arrays.fill(equalSince, Long.MIN_VALUE / 2);
        next = state.self;
    }

    /** All that any member had by then, by their clocks, this one has as well. */
    long freshNanos() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < equalSince.length; i++) {
            least = i == state.self ? least : Math.min(least, equalSince[i]);
        }
        return least;
    }

    private boolean isShared(long key, int other) {
        return state.isHome(state.self, key) && state.isHome(other, key);
    }

    private static int part(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 58);
    }

    /** The next member in turn gets a summary. */
    void compareWithNext() {
        next = (next + 1) % state.settings.members();
        if (next == state.self) {
            next = (next + 1) % state.settings.members();
        }
        state.outbox.send(next, new LeaderlessMessage.Summary(sums(next), true, state.nowNanos));
    }

    private long[] sums(int other) {
        long[] sums = new long[PARTS];
        for (long key : state.contents.keys()) {
            if (isShared(key, other)) {
                long mixed = key * 31 + state.contents.get(key).sum();
                sums[part(key)] += (mixed ^ mixed >>> 29) * 0xFF51AFD7ED558CCDL;
            }
        }
        return sums;
    }

    /** Sends what the other may lack, and asks for what this may. */
    void compare(int other, LeaderlessMessage.Summary summary) {
        long[] mine = sums(other);
        if (Arrays.equals(mine, summary.sums())) {
            equalSince[other] = Math.max(equalSince[other], summary.asOfNanos());
            return;
        }
        long[] keys = LongStream.of(state.contents.keys())
                .filter(key -> mine[part(key)] != summary.sums()[part(key)] && isShared(key, other))
                .toArray();
        state.outbox.send(
                other,
                new LeaderlessMessage.Versions(
                        keys, LongStream.of(keys).mapToObj(state.contents::get).toList(), state.nowNanos));
        if (summary.wantsAnswer()) {
            state.outbox.send(other, new LeaderlessMessage.Summary(mine, false, state.nowNanos));
        }
    }

    void take(int from, LeaderlessMessage.Versions newer) {
        for (int i = 0; i < newer.keys().length; i++) {
            state.accept(newer.keys()[i], newer.contents().get(i));
        }
        equalSince[from] = Math.max(equalSince[from], newer.asOfNanos());
    }
}
