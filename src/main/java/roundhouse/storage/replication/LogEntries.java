package roundhouse.storage.replication;

/** Entries of a log on their way, as columns. The arrays are not changed. */
public record LogEntries(int[] terms, long[] keys, long[] values) {
    public static final LogEntries NONE = new LogEntries(new int[0], new long[0], new long[0]);

    public int count() {
        return terms.length;
    }
}
