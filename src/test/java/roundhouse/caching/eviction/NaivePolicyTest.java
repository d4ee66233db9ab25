package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;

/** The fast policies hold, key for key, what slow ones do, also where keys are removed and replaced and the bound moves. */
final class NaivePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "fifo,false",
        "fifo,true",
        "lru,false",
        "lru,true",
        "mru,false",
        "mru,true",
        "clock,false",
        "clock,true",
        "sieve,false",
        "sieve,true",
        "lfu,false",
        "lfu,true"
    })
    void sameContentsAtEveryStep(String name, boolean bytes) {
        for (int seed = 0; seed < 8; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long capacity = 1 + random.nextLong(bytes ? 200 : 30);
            NaivePolicy naive = NaivePolicy.of(name, bytes, capacity);
            Cache cache = new Cache(
                    EvictionPolicies.named(name).orElseThrow(),
                    bytes ? CacheBound.bytes(capacity) : CacheBound.entries(capacity),
                    random,
                    CacheListener.NONE);
            for (int step = 0; step < 2_000; step++) {
                long key = (long) (Math.pow(random.nextDouble(), 2) * 60);
                long size = 1 + random.nextLong(20);
                int what = random.nextInt(100);
                if (what < 75) {
                    boolean here = cache.get(key, step) != Cache.NONE;
                    assertThat(here).isEqualTo(naive.get(key));
                    if (!here) {
                        cache.put(key, step, size);
                        naive.put(key, size);
                    }
                } else if (what < 87) {
                    cache.put(key, step, size);
                    naive.put(key, size);
                } else if (what < 98) {
                    cache.remove(key);
                    naive.remove(key);
                } else {
                    long next = random.nextLong(bytes ? 250 : 40);
                    cache.resize(bytes ? CacheBound.bytes(next) : CacheBound.entries(next));
                    naive.resize(next);
                }
                assertThat(IntStream.range(0, cache.slots()).filter(cache::kept).mapToObj(cache::key))
                        .as("%s, seed %d, step %d", name, seed, step)
                        .containsExactlyInAnyOrderElementsOf(naive.sizes.keySet());
            }
        }
    }
}
