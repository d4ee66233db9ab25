package roundhouse.storage.leaderless;

import java.util.BitSet;

/** One request that a member coordinates. */
final class Coordination {
    static final int NOBODY = -1;

    final long operation;
    final long request;
    final boolean isWrite;
    final long key;
    final long since;
    /** The home replicas of the key; for a write each with whom its answer is counted. */
    final int[] replicas;

    final BitSet asked = new BitSet();
    final BitSet answered = new BitSet();
    /** Of a write whom each replica was sent to: itself, one that stands in, or nobody. */
    final int[] sentTo;

    private final long[] values;
    private final long[] timestamps;
    long value;
    long timestamp;
    boolean isAnswered;
    boolean isRepairing;

    Coordination(long operation, long request, boolean isWrite, long key, int[] replicas, long since) {
        this.operation = operation;
        this.request = request;
        this.isWrite = isWrite;
        this.key = key;
        this.replicas = replicas;
        this.since = since;
        sentTo = new int[replicas.length];
        values = new long[replicas.length];
        timestamps = new long[replicas.length];
    }

    /** Whether nothing is to come of it any more. */
    boolean isDone() {
        return isAnswered && (!isWrite || answered.cardinality() == replicas.length);
    }

    /** The place of a member among the replicas, or of the one that it stands in for; -1 if it is neither. */
    int placeOf(int member) {
        for (int i = 0; i < replicas.length; i++) {
            if ((isWrite ? sentTo[i] : replicas[i]) == member) {
                return i;
            }
        }
        return NOBODY;
    }

    /** Of a read: what a replica has. The newest of all counts. */
    void read(int place, long itsValue, long itsTimestamp) {
        values[place] = itsValue;
        timestamps[place] = itsTimestamp;
        if (VersionedTable.isNewer(itsValue, itsTimestamp, value, timestamp)) {
            value = itsValue;
            timestamp = itsTimestamp;
        }
    }

    /** Of a read: whether a replica that answered has an older version than the newest. */
    boolean isStale(int place) {
        return values[place] != value || timestamps[place] != timestamp;
    }
}
