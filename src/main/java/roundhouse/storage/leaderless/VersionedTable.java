package roundhouse.storage.leaderless;

import roundhouse.storage.tables.NumberTable;

/** The newest version of each key that a member has: the last write wins, at a tie the larger value. */
final class VersionedTable {
    private final NumberTable values = new NumberTable();
    private final NumberTable timestamps = new NumberTable();

    long value(long key) {
        return values.get(key);
    }

    /** When it was written, by the clock of who coordinated that; 0 for what was never written. */
    long timestamp(long key) {
        return timestamps.get(key);
    }

    /** Takes a version if it is newer than what is there. */
    void put(long key, long value, long timestamp) {
        if (isNewer(value, timestamp, values.get(key), timestamps.get(key))) {
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
