package roundhouse.hashing.buckets;

/**
 * A number that unsigned hashes are divided by again and again, with its reciprocal, so that a remainder costs two multiplications
 * instead of a division: the quotient by the reciprocal is right or one too small, whatever the hash.
 */
public final class Divisor {
    private final long divisor;
    /** (2⁶⁴ − 1) ÷ divisor, rounded down. */
    private final long reciprocal;

    /** @param divisor 1 or more */
    public Divisor(int divisor) {
        this.divisor = divisor;
        reciprocal = Long.divideUnsigned(-1, divisor);
    }

    /** The remainder of an unsigned hash. */
    public int remainder(long hash) {
        long rest = hash - Math.unsignedMultiplyHigh(hash, reciprocal) * divisor;
        return (int) (rest >= divisor ? rest - divisor : rest);
    }
}
