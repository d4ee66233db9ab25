package roundhouse.storage.versions;

import org.jspecify.annotations.Nullable;

/**
 * A register that merges by itself: the larger timestamp stays, at a tie that of the larger replica, then the larger value.
 *
 * @param <V> the values
 */
public final class LastWriteRegister<V extends Comparable<V>> {
    private @Nullable V value;
    private long timestamp;
    private int replica;

    /** @param byClock the timestamp, by the clock of the replica */
    public void set(int byReplica, V newer, long byClock) {
        if (value == null || isLater(byClock, byReplica, newer, value)) {
            value = newer;
            timestamp = byClock;
            replica = byReplica;
        }
    }

    private boolean isLater(long byClock, int byReplica, V newer, V older) {
        if (byClock != timestamp) {
            return byClock > timestamp;
        }
        return byReplica != replica ? byReplica > replica : newer.compareTo(older) > 0;
    }

    public void merge(LastWriteRegister<V> other) {
        if (other.value != null) {
            set(other.replica, other.value, other.timestamp);
        }
    }

    /** The value; none before the first. */
    public @Nullable V value() {
        return value;
    }
}
