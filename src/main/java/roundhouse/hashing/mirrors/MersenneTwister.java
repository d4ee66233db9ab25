package roundhouse.hashing.mirrors;

/**
 * MT19937, the generator that C++ calls {@code std::mt19937}. Source: Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).
 */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final int MATRIX = 0x9908b0df;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** 32 bits. */
    int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int both = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (both >>> 1) ^ ((both & 1) == 0 ? 0 : MATRIX);
        }
        next = 0;
    }

    /** A number below that limit, 1 or more, each as likely as the others: as Envoy draws it. */
    int below(int limit) {
        long part = (1L << 32) / limit;
        long drawn = limit;
        while (drawn >= limit) {
            drawn = Integer.toUnsignedLong(nextInt()) / part;
        }
        return (int) drawn;
    }
}
