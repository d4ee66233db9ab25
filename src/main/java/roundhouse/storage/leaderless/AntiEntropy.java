package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.stream.LongStream;
import roundhouse.storage.replication.Outbox;

/**
 * Two members compare all that both should have, by a sum for each of 64 parts of the keys, and send each other the parts that differ:
 * one level of the Merkle trees of Dynamo and Cassandra.
 */
final class AntiEntropy {
    private static final int PARTS = 64;

    private final int self;
    private final LeaderlessSettings settings;
    private final PreferenceList preferences;
    private final VersionedTable versions;
    private final Outbox outbox;
    private int next;

    AntiEntropy(
            int self, LeaderlessSettings settings, PreferenceList preferences, VersionedTable versions, Outbox outbox) {
        this.self = self;
        this.settings = settings;
        this.preferences = preferences;
        this.versions = versions;
        this.outbox = outbox;
        next = self;
    }

    /** The members that a key is kept at. */
    int[] home(long key) {
        int[] list = new int[settings.members()];
        preferences.of(key, list);
        return Arrays.copyOf(list, settings.replicas());
    }

    private boolean isShared(long key, int other) {
        int[] home = home(key);
        return Arrays.stream(home).anyMatch(member -> member == self)
                && Arrays.stream(home).anyMatch(member -> member == other);
    }

    private static int part(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 58);
    }

    /** The next member in turn gets a summary. */
    void compareWithNext() {
        next = (next + 1) % settings.members();
        if (next == self) {
            next = (next + 1) % settings.members();
        }
        outbox.send(next, new LeaderlessMessage.Summary(sums(next), true));
    }

    private long[] sums(int other) {
        long[] sums = new long[PARTS];
        for (long key : versions.keys()) {
            if (isShared(key, other)) {
                long mixed = (key * 31 + versions.timestamp(key)) * 31 + versions.value(key);
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
        long[] keys = LongStream.of(versions.keys())
                .filter(key -> mine[part(key)] != summary.sums()[part(key)] && isShared(key, other))
                .toArray();
        outbox.send(
                other,
                new LeaderlessMessage.Versions(
                        keys,
                        LongStream.of(keys).map(versions::value).toArray(),
                        LongStream.of(keys).map(versions::timestamp).toArray()));
        if (summary.wantsAnswer()) {
            outbox.send(other, new LeaderlessMessage.Summary(mine, false));
        }
    }

    void take(LeaderlessMessage.Versions newer) {
        for (int i = 0; i < newer.keys().length; i++) {
            versions.put(newer.keys()[i], newer.values()[i], newer.timestamps()[i]);
        }
    }
}
