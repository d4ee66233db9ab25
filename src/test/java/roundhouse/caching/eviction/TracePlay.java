package roundhouse.caching.eviction;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;

/** A cache that is asked for one key after another and keeps each that it misses; and what came of it. */
record TracePlay(int hits, byte[] bits, long[] resident) {
    private static final Map<String, String> NAMES = Map.of(
            "clock_append", "clock-append",
            "lfu_incache", "lfu",
            "lfu_perfect", "lfu-perfect",
            "slru_low", "slru-low",
            "arc_real", "arc-real",
            "s3fifo", "s3-fifo",
            "s3fifo_b", "s3-fifo-b",
            "wtinylfu_aged", "w-tinylfu-aged",
            "wtinylfu_cm4", "w-tinylfu-cm4");

    /** The policy that the recordings call so. */
    static EvictionPolicy recorded(String name, long[] trace) {
        return switch (name) {
            case "opt_bypass" -> EvictionPolicies.opt(trace);
            case "belady_forced" -> EvictionPolicies.belady(trace);
            default -> EvictionPolicies.named(NAMES.getOrDefault(name, name)).orElseThrow();
        };
    }

    static TracePlay of(EvictionPolicy policy, long capacity, long[] trace, long nanosPerAccess, long seed) {
        Cache cache = new Cache(policy, CacheBound.entries(capacity), new SplittableRandom(seed), CacheListener.NONE);
        byte[] bits = new byte[(trace.length + 7) / 8];
        int hits = 0;
        for (int i = 0; i < trace.length; i++) {
            long now = i * nanosPerAccess;
            if (cache.get(trace[i], now) != Cache.NONE) {
                hits++;
                bits[i / 8] |= (byte) (0x80 >>> (i % 8));
            } else {
                int slot = cache.put(trace[i], now, 1);
                if (slot != Cache.NONE) {
                    cache.expires(slot, now + (60_000 + trace[i] * 7919 % 100_000) * 1_000_000);
                }
            }
        }
        long[] resident = IntStream.range(0, cache.slots())
                .filter(cache::kept)
                .mapToLong(cache::key)
                .sorted()
                .toArray();
        return new TracePlay(hits, bits, resident);
    }

    static TracePlay of(EvictionPolicy policy, long capacity, long[] trace) {
        return of(policy, capacity, trace, 100_000_000, 1);
    }
}
