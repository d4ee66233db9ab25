package roundhouse.routing;

import java.util.random.RandomGenerator;

/**
 * Random numbers drawn a pick ahead, so that an explanation can look at what the next pick will use without using it up. A pick
 * may use {@link #AHEAD} of them.
 */
public final class LookaheadRandom {
    public static final int AHEAD = 8;

    private final RandomGenerator source;
    private final long[] ahead;
    private int next;

    public LookaheadRandom(RandomGenerator source) {
        this.source = source;
        ahead = new long[AHEAD];
        for (int i = 0; i < AHEAD; i++) {
            ahead[i] = source.nextLong();
        }
    }

    private LookaheadRandom(long[] ahead, int next, RandomGenerator source) {
        this.ahead = ahead;
        this.next = next;
        this.source = source;
    }

    /** The same numbers, enough for one pick, leaving these untouched. */
    public LookaheadRandom peek() {
        return new LookaheadRandom(ahead.clone(), next, () -> 0);
    }

    /** Evenly from 0 to the bound less one; off by less than bound ÷ 2⁶⁴. */
    public long below(long bound) {
        long bits = ahead[next];
        ahead[next] = source.nextLong();
        next = next + 1 & AHEAD - 1;
        return Math.unsignedMultiplyHigh(bits, bound);
    }
}
