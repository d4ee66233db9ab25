package roundhouse.storage.versions;

import java.util.Arrays;

/**
 * A value under last write wins, with what decides a tie, as Cassandra's {@code Cells.resolveRegular} (5.0): the larger timestamp; then
 * what is or will be deleted before what is not; then a tombstone before a cell that expires; then the later deletion; then the larger
 * value, bytes compared as signed.
 *
 * @param timestamp by the writer's clock, in whatever unit all writers have
 * @param deletion when it was deleted or expires, in seconds; 0 for a live cell
 */
public record Cell(long timestamp, State state, long deletion, byte[] value) {
    public enum State {
        LIVE,
        EXPIRING,
        TOMBSTONE
    }

    /** The one that wins; this one where they are the same. */
    public Cell resolve(Cell other) {
        return compare(other) >= 0 ? this : other;
    }

    private int compare(Cell other) {
        if (timestamp != other.timestamp) {
            return Long.compare(timestamp, other.timestamp);
        }
        if (state != other.state) {
            return state.compareTo(other.state);
        }
        return deletion != other.deletion ? Long.compare(deletion, other.deletion) : Arrays.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && compare(cell) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(timestamp) * 31 + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return state + " " + Arrays.toString(value) + " at " + timestamp;
    }
}
