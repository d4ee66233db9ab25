package roundhouse.storage.leaderless;

/**
 * How fast a member sends keys that change hands, as Cassandra's {@code stream_throughput_outbound}: to all receivers together.
 *
 * @param bytesPerSecond from 1; {@link #UNLIMITED} sends what it has at once
 * @param valueBytes how large a version is, in bytes, beside what tells it apart from others
 */
public record StreamPace(long bytesPerSecond, int valueBytes) {
    private static final double SECOND = 1e9;
    /** A batch takes no longer than this, in parts of a second. */
    private static final int BATCHES = 10;

    /** At once, of values that have no size. */
    public static final StreamPace UNLIMITED = new StreamPace(Long.MAX_VALUE, 0);

    boolean isLimited() {
        return bytesPerSecond != UNLIMITED.bytesPerSecond;
    }

    /** How long so many bytes take. */
    long nanos(long bytes) {
        return isLimited() ? Math.max(1, Math.round(bytes * SECOND / bytesPerSecond)) : 0;
    }

    /** A batch that is at least so large has no further key. */
    long batchBytes() {
        return bytesPerSecond / BATCHES;
    }
}
