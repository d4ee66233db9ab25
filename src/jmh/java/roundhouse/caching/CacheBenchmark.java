package roundhouse.caching;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.caching.eviction.EvictionPolicies;

/**
 * A read of a cache of 8,000 entries by keys with Zipf popularity (10,000 keys, exponent 0.99), of which all but a few per cent are hits;
 * what is missed is put. {@code caffeine} is the library with the same bound, in one thread, with its own work done in that thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CacheBenchmark {
    private static final int ENTRIES = 8_000;
    private static final int KEYS = 10_000;
    private static final double EXPONENT = 0.99;
    private static final int ACCESSES = 1 << 18;

    /** Reads a key, puts it if it is missing. */
    private interface Reader {
        long read(int access);
    }

    @Param({"caffeine", "lru", "clock", "sieve", "s3-fifo", "w-tinylfu"})
    String policy;

    private final long[] keys = new long[ACCESSES];
    private final Long[] boxed = new Long[ACCESSES];
    private Reader reader;
    private int next;
    private long now;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        double[] cumulated = new double[KEYS];
        double sum = 0;
        for (int i = 0; i < KEYS; i++) {
            sum += 1 / Math.pow(i + 1, EXPONENT);
            cumulated[i] = sum;
        }
        for (int i = 0; i < ACCESSES; i++) {
            int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
            keys[i] = found < 0 ? -found - 1 : found;
            boxed[i] = keys[i];
        }
        reader = policy.equals("caffeine") ? caffeine() : ours();
    }

    private Reader caffeine() {
        com.github.benmanes.caffeine.cache.Cache<Long, Long> cache = Caffeine.newBuilder()
                .maximumSize(ENTRIES)
                .executor(Runnable::run)
                .build();
        return access -> {
            Long key = boxed[access];
            Long value = cache.getIfPresent(key);
            if (value == null) {
                cache.put(key, key);
                return 0;
            }
            return value;
        };
    }

    private Reader ours() {
        Cache cache = new Cache(
                EvictionPolicies.named(policy).orElseThrow(),
                CacheBound.entries(ENTRIES),
                new SplittableRandom(1),
                CacheListener.NONE);
        return access -> {
            int slot = cache.get(keys[access], now++);
            if (slot == Cache.NONE) {
                cache.put(keys[access], now, 1);
                return 0;
            }
            return cache.key(slot);
        };
    }

    @Benchmark
    public long read() {
        next = (next + 1) & (ACCESSES - 1);
        return reader.read(next);
    }
}
