package roundhouse.caching.traces;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;
import roundhouse.caching.eviction.EvictionPolicy;

/**
 * What became of a trace in a cache that was empty and kept each key that it missed, reads and writes alike.
 *
 * @param accesses how many there were
 * @param hits how many found their key
 * @param bits which: a bit an access
 * @param resident the keys at the end, in the order of their numbers
 */
public record TraceReplay(int accesses, int hits, BitSet bits, long[] resident) {
    private static final double NANOS = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SHORTEST_MILLIS = 60_000;
    private static final long SPREAD = 7_919;
    private static final long SPREAD_MILLIS = 100_000;

    /**
     * Plays it.
     *
     * @param rate accesses per second where the trace has no times, above 0
     * @param random for policies that draw
     */
    public static TraceReplay of(
            KeyTrace trace, EvictionPolicy policy, CacheBound bound, double rate, RandomGenerator random) {
        Cache cache = new Cache(policy, bound, random, CacheListener.NONE);
        BitSet bits = new BitSet(trace.length());
        for (int i = 0; i < trace.length(); i++) {
            long now = trace.isTimed() ? trace.timeNanos(i) : (long) (i / rate * NANOS);
            if (cache.get(trace.key(i), now) != Cache.NONE) {
                bits.set(i);
                continue;
            }
            int slot = cache.put(trace.key(i), now, trace.isSized() ? trace.sizeBytes(i) : 1);
            if (slot != Cache.NONE) {
                cache.expires(slot, expiry(trace.key(i)));
            }
        }
        long[] resident = IntStream.range(0, cache.slots())
                .filter(cache::kept)
                .mapToLong(cache::key)
                .sorted()
                .toArray();
        return new TraceReplay(trace.length(), bits.cardinality(), bits, resident);
    }

    /** What {@code volatile-ttl} goes by, drawn from the key: 60 s to 160 s after the beginning. Nothing expires while a trace is played. */
    private static long expiry(long key) {
        return (SHORTEST_MILLIS + Math.floorMod(key * SPREAD, SPREAD_MILLIS)) * NANOS_PER_MILLI;
    }

    /** Share of hits, 0 of no accesses. */
    public double hitRatio() {
        return accesses == 0 ? 0 : (double) hits / accesses;
    }

    /** A character an access: 1 for a hit, 0 for a miss. */
    public String bitText() {
        char[] text = new char[accesses];
        Arrays.fill(text, '0');
        bits.stream().forEach(i -> text[i] = '1');
        return new String(text);
    }
}
