package roundhouse.storage.leaderless;

import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.versions.SignedBytes;

/**
 * The last write wins: the later by the clock of who coordinated it, in microseconds; at a tie a tombstone, then the larger value with its
 * bytes compared as signed (Cassandra's {@code Cells.resolveRegular}).
 */
record LastWrite(long value, long timestamp, boolean isTombstone) implements Content {
    static final LastWrite NONE = new LastWrite(Replica.NOTHING, Long.MIN_VALUE, false);

    @Override
    public Content merge(Content other) {
        LastWrite that = (LastWrite) other;
        return isNewer(that) ? that : this;
    }

    private boolean isNewer(LastWrite that) {
        if (that.timestamp != timestamp) {
            return that.timestamp > timestamp;
        }
        return that.isTombstone != isTombstone ? that.isTombstone : SignedBytes.compare(that.value, value) > 0;
    }

    @Override
    public Found found() {
        return isTombstone || versions() == 0 ? new Found(Replica.NOTHING, new long[0], this) : Found.of(value, this);
    }

    @Override
    public int versions() {
        return this.equals(NONE) ? 0 : 1;
    }

    @Override
    public long sum() {
        return value * 31 + timestamp * 2 + (isTombstone ? 1 : 0);
    }

    @Override
    public int bytes() {
        return 24;
    }
}
