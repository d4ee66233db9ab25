package roundhouse.storage.replication;

/**
 * What a request found.
 *
 * @param value as one number: of siblings one of them, of a counter its sum, of a set how many are in it
 * @param values all values that are side by side, the elements of a set
 * @param seen what its client has seen by it
 */
public record Found(long value, long[] values, Seen seen) {
    /** Of a request that did not come to anything. */
    public static final Found NONE = new Found(Replica.NOTHING, new long[0], Seen.Nothing.YET);

    public static Found of(long value, Seen seen) {
        return new Found(value, new long[] {value}, seen);
    }
}
