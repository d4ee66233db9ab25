package roundhouse.storage.leaderless;

import roundhouse.tables.LongTable;

/** The newest version of each key that a member has: the last write wins, at a tie the larger value. */
final class VersionedTable {
    private final LongTable values = new LongTable();
    private final LongTable timestamps = new LongTable();

    long value(long key) {
        return values.get(key, 0);
    }

    /** When it was written, by the clock of who coordinated that; 0 for what was never written. */
    long timestamp(long key) {
        return timestamps.get(key, 0);
    }

    /** Takes a version if it is newer than what is there. */
    void put(long key, long value, long timestamp) {
        if (isNewer(value, timestamp, values.get(key, 0), timestamps.get(key, 0))) {
            values.put(key, value);
            timestamps.put(key, timestamp);
        }
    }

    static boolean isNewer(long value, long timestamp, long otherValue, long otherTimestamp) {
        return timestamp != otherTimestamp ? timestamp > otherTimestamp : value > otherValue;
    }

    long[] keys() {
        return values.keys();
    }
}
