package roundhouse.kernel;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers: xoshiro256++ of Blackman and Vigna (2019), seeded through SplitMix64 as they advise. Exponential and
 * normal draws go through a {@link Ziggurat}. The same numbers on every machine.
 */
public final class RandomStream implements RandomGenerator {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    public RandomStream(long seed) {
        restart(seed);
    }

    /** Becomes the stream of another seed, at its beginning. */
    public void restart(long seed) {
        long state = seed;
        s0 = Mix.mix(state += Mix.GOLDEN);
        s1 = Mix.mix(state += Mix.GOLDEN);
        s2 = Mix.mix(state += Mix.GOLDEN);
        s3 = Mix.mix(state + Mix.GOLDEN);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** 0 to {@code bound} less one, by multiplication; the bias is below bound / 2^64. */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("the bound " + bound + " is not above 0");
        }
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    @Override
    public double nextExponential() {
        return Ziggurat.exponential(this);
    }

    @Override
    public double nextGaussian() {
        return Ziggurat.normal(this);
    }
}
