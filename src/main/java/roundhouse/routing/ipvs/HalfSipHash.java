package roundhouse.routing.ipvs;

/**
 * The kernel's {@code hsiphash} of one 32-bit word as 64-bit machines compute it: SipHash-1-3 under a key of 128 bits, of which the low
 * 32 bits are kept.
 *
 * <p>Source: Linux, lib/siphash.c, hsiphash_1u32; Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
 */
final class HalfSipHash {
    private static final int WORD_BYTES = 4;
    private static final int FINAL_ROUNDS = 3;

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /**
     * @param key0 the first half of the key
     * @param key1 the second
     */
    int hash(int word, long key0, long key1) {
        v0 = 0x736f_6d65_7073_6575L ^ key0;
        v1 = 0x646f_7261_6e64_6f6dL ^ key1;
        v2 = 0x6c79_6765_6e65_7261L ^ key0;
        long block = ((long) WORD_BYTES << 56) | Integer.toUnsignedLong(word);
        v3 = 0x7465_6462_7974_6573L ^ key1 ^ block;
        round();
        v0 ^= block;
        v2 ^= 0xff;
        for (int i = 0; i < FINAL_ROUNDS; i++) {
            round();
        }
        return (int) (v0 ^ v1 ^ v2 ^ v3);
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
