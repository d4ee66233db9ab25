package roundhouse.kernel;

/** Mixes bits: numbers and names to 64 bits that look random, the same on every machine. */
public final class Mix {
    /** 2^64 over the golden ratio: steps that spread over all numbers. */
    public static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Mix() {}

    /** The finaliser of SplitMix64 (Stafford's variant 13): a bijection in which every input bit moves every output bit. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A text's hash on top of another hash. */
    public static long text(long seed, String text) {
        long hash = mix(seed + GOLDEN + text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + GOLDEN + text.charAt(i));
        }
        return hash;
    }
}
