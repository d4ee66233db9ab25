package roundhouse.caching.eviction;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Redis's {@code allkeys-lfu}: of a sample the one with the lowest counter leaves. The counter has 8 bits, begins at 5, grows with
 * probability 1 / ((counter - 5) · 10 + 1) at each use, so that it stands for the logarithm, and falls by 1 for each minute without use.
 * Redis 7.0, src/evict.c, lfu-log-factor 10, lfu-decay-time 1.
 */
final class RedisLfu extends SampledEviction {
    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST = 255;
    private static final int AT_FIRST = 5;
    private static final double LOG_FACTOR = 10;

    private int[] counters = new int[0];
    private long[] usedMinute = new long[0];

    RedisLfu(Residents residents, RandomGenerator random, int samples) {
        super(residents, random, samples);
    }

    private long minute() {
        return residents.nowNanos() / MINUTE;
    }

    private int decayed(int slot) {
        return (int) Math.max(0, counters[slot] - (minute() - usedMinute[slot]));
    }

    @Override
    long score(int slot) {
        return (long) MOST - decayed(slot);
    }

    @Override
    void begin(int slot) {
        counters[slot] = AT_FIRST;
        usedMinute[slot] = minute();
    }

    @Override
    public void hit(int slot) {
        int counter = decayed(slot);
        double chance = 1 / (Math.max(0, counter - AT_FIRST) * LOG_FACTOR + 1);
        counters[slot] = counter < MOST && random().nextDouble() < chance ? counter + 1 : counter;
        usedMinute[slot] = minute();
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        counters = Arrays.copyOf(counters, count);
        usedMinute = Arrays.copyOf(usedMinute, count);
    }

    @Override
    String saw(int slot) {
        return "counter " + decayed(slot) + ", the lowest";
    }
}
