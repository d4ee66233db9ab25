package roundhouse.storage.versions;

/** Numbers compared as Cassandra compares the eight bytes of a {@code bigint} at a tie: byte by byte, each with its sign. */
public final class SignedBytes {
    private SignedBytes() {}

    public static int compare(long a, long b) {
        int shift = 56 - Long.numberOfLeadingZeros(a ^ b) / 8 * 8;
        return a == b ? 0 : Byte.compare((byte) (a >>> shift), (byte) (b >>> shift));
    }
}
