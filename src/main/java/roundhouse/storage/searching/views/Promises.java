package roundhouse.storage.searching.views;

/**
 * ClientSession guarantees (Terry et al. 1994), as views and one arbitration order of all writes (Burckhardt 2014; Viotti and Vukolic 2016):
 * every read has a set of writes that it sees, its view, and answers the last of its key in it.
 *
 * @param readYourWrites a client's earlier writes are in the views of its reads
 * @param monotonicReads the views of a client never shrink
 * @param monotonicWrites a client's writes are arbitrated as it made them, and a view that has one has those before it
 * @param writesFollowReads what a client has seen is arbitrated before what it writes then, and is in every view that has that
 * @param commonOrder whether the order of the writes is the same for all; else each client may have its own
 */
public record Promises(
        boolean readYourWrites,
        boolean monotonicReads,
        boolean monotonicWrites,
        boolean writesFollowReads,
        boolean commonOrder) {
    public static final Promises READ_YOUR_WRITES = new Promises(true, false, false, false, true);
    public static final Promises MONOTONIC_READS = new Promises(false, true, false, false, true);

    /** With monotonic reads: alone it can never be seen broken, as every read may have a view of its own. */
    public static final Promises MONOTONIC_WRITES = new Promises(false, true, true, false, true);

    /** With monotonic reads, as {@link #MONOTONIC_WRITES}. */
    public static final Promises WRITES_FOLLOW_READS = new Promises(false, true, false, true, true);

    /** Pipelined RAM: the first three. */
    public static final Promises PRAM = new Promises(true, true, true, false, true);

    /** All four, and so causality: convergent causal consistency. */
    public static final Promises CAUSAL = new Promises(true, true, true, true, true);

    /** Causal memory (Ahamad et al. 1995): two clients may see concurrent writes in opposite orders, for ever. */
    public static final Promises CAUSAL_MEMORY = new Promises(true, true, true, true, false);
}
