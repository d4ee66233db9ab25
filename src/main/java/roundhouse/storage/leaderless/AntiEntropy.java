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
    private int next;

    AntiEntropy(LeaderlessState state) {
        this.state = state;
        next = state.self;
    }

    private boolean isShared(long key, int other) {
        int[] home = state.home(key);
        return Arrays.stream(home).anyMatch(member -> member == state.self)
                && Arrays.stream(home).anyMatch(member -> member == other);
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
        state.outbox.send(next, new LeaderlessMessage.Summary(sums(next), true));
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
            return;
        }
        long[] keys = LongStream.of(state.contents.keys())
                .filter(key -> mine[part(key)] != summary.sums()[part(key)] && isShared(key, other))
                .toArray();
        state.outbox.send(
                other,
                new LeaderlessMessage.Versions(
                        keys, LongStream.of(keys).mapToObj(state.contents::get).toList()));
        if (summary.wantsAnswer()) {
            state.outbox.send(other, new LeaderlessMessage.Summary(mine, false));
        }
    }

    void take(LeaderlessMessage.Versions newer) {
        for (int i = 0; i < newer.keys().length; i++) {
            state.contents.merge(newer.keys()[i], newer.contents().get(i));
        }
    }
}
