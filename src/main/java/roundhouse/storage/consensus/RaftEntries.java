package roundhouse.storage.consensus;

/** Entries of a log on their way, as columns. */
record RaftEntries(int[] terms, long[] keys, long[] values) {
    static final RaftEntries NONE = new RaftEntries(new int[0], new long[0], new long[0]);

    int count() {
        return terms.length;
    }
}
