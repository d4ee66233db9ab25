package roundhouse.storage.leaderless;

import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.tables.NumberTable;

/** The newest version of each key that a member has: the last write wins, at a tie the larger value. */
final class VersionedTable {
    private final NumberTable values = new NumberTable();
    private final NumberTable timestamps = new NumberTable();
    private final Outbox outbox;
    private long taken;

    VersionedTable(Outbox outbox) {
        this.outbox = outbox;
    }

    /** How many versions it has taken. */
    long taken() {
        return taken;
    }

    long value(long key) {
        return values.get(key);
    }

    /** When it was written, by the clock of who coordinated that; 0 for what was never written. */
    long timestamp(long key) {
        return timestamps.get(key);
    }

    /** Takes a version if it is newer than what is there. */
    void put(long key, long value, long timestamp) {
        long there = values.get(key);
        if (isNewer(value, timestamp, there, timestamps.get(key))) {
            taken++;
            outbox.holds(key, value);
            if (there != Replica.NOTHING) {
                outbox.drops(key, there, value);
            }
            values.put(key, value);
            timestamps.put(key, timestamp);
        } else if (value != there) {
            outbox.drops(key, value, there);
        }
    }

    static boolean isNewer(long value, long timestamp, long otherValue, long otherTimestamp) {
        return timestamp != otherTimestamp ? timestamp > otherTimestamp : value > otherValue;
    }

    long[] keys() {
        return values.keys();
    }
}
