package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;

/** What holds under every policy, whatever is done to the cache. */
final class PolicyInvariantsTest {
    /** Bytes for all accesses measured; one object for each would be a hundred times as many. */
    private static final long BOUND = 200_000;

    /** Lists of keys that are not in the cache. */
    private static final Set<String> REMEMBERED = Set.of("ghost", "A1out", "B1", "B2", "remembered");

    static Stream<String> policies() {
        return EvictionPolicies.all().stream().map(EvictionPolicy::key);
    }

    static Stream<CacheBound> bounds() {
        return Stream.of(0L, 1L, 2L, 3L, 5L, 17L, 100L).map(CacheBound::entries);
    }

    private static EvictionPolicy policy(String key) {
        return EvictionPolicies.named(key).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void byEntriesNothingIsLostAndNothingTooMuch(String key) {
        bounds().forEach(bound -> swarm(key, bound, 100));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void neitherByBytes(String key) {
        Stream.of(1L, 10L, 100L, 1_000L).map(CacheBound::bytes).forEach(bound -> swarm(key, bound, 200));
    }

    /** The cache beside a map that forgets exactly what the listener was told and what was removed. */
    private static void swarm(String key, CacheBound bound, int most) {
        Map<Long, Long> sizes = new TreeMap<>();
        Cache cache = new Cache(policy(key), bound, new SplittableRandom(3), (at, slot) -> {
            assertThat(sizes.remove(at.key(slot))).isEqualTo(at.bytes(slot));
        });
        SplittableRandom random = new SplittableRandom(key.hashCode() + bound.most());
        for (int step = 0; step < 6_000; step++) {
            long asked = (long) (Math.pow(random.nextDouble(), 3) * 150);
            long size = 1 + random.nextLong(most / 4);
            int what = random.nextInt(100);
            if (what < 70) {
                int slot = cache.get(asked, step);
                assertThat(slot >= 0).isEqualTo(sizes.containsKey(asked));
                if (slot < 0) {
                    put(cache, sizes, asked, step, size);
                }
            } else if (what < 84) {
                put(cache, sizes, asked, step, size);
            } else if (what < 98) {
                assertThat(cache.remove(asked)).isEqualTo(sizes.remove(asked) != null);
            } else if (what == 98) {
                cache.resize(new CacheBound(bound.unit(), random.nextLong(2 * most)));
            } else if (step % 7 == 0) {
                cache.clear();
                sizes.clear();
            }
            check(cache, sizes);
        }
        lists(cache, sizes);
    }

    private static void put(Cache cache, Map<Long, Long> sizes, long asked, int step, long size) {
        // What is larger than the cache is not kept, and the listener hears only of what was here in its place.
        if (units(cache, size) <= cache.bound().most()) {
            sizes.put(asked, size);
        }
        int slot = cache.put(asked, step, size);
        assertThat(slot >= 0).isEqualTo(sizes.containsKey(asked));
        if (slot >= 0) {
            assertThat(cache.key(slot)).isEqualTo(asked);
            cache.expires(slot, step + size);
        }
    }

    private static long units(Cache cache, long size) {
        return cache.bound().unit() == CacheBound.Unit.BYTES ? size : 1;
    }

    private static void check(Cache cache, Map<Long, Long> sizes) {
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        assertThat(cache.size()).isEqualTo(sizes.size());
        assertThat(cache.bytes()).isEqualTo(bytes);
        assertThat(cache.bound().unit() == CacheBound.Unit.BYTES ? bytes : cache.size())
                .isLessThanOrEqualTo(cache.bound().most());
    }

    /** Every resident key is in one list exactly once; what else is there is remembered only. */
    private static void lists(Cache cache, Map<Long, Long> sizes) {
        CacheLists lists = new CacheLists();
        cache.describe(lists);
        List<Long> told = new ArrayList<>();
        lists.lists().stream()
                .filter(list -> !REMEMBERED.contains(list.name()))
                .forEach(list -> told.addAll(list.keys()));
        assertThat(told).containsExactlyInAnyOrderElementsOf(sizes.keySet());
        lists.lists().stream()
                .filter(list -> REMEMBERED.contains(list.name()))
                .forEach(list -> assertThat(list.keys()).noneMatch(sizes::containsKey));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void accessesAllocateNothing(String key) {
        Cache cache = new Cache(policy(key), CacheBound.entries(500), new SplittableRandom(3), CacheListener.NONE);
        SplittableRandom random = new SplittableRandom(5);
        long[] keys = random.longs(400_000, 0, 1).toArray();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (Math.pow(random.nextDouble(), 3) * 4_000);
        }
        play(cache, keys);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        play(cache, keys);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(BOUND);
    }

    private static void play(Cache cache, long[] keys) {
        for (int i = 0; i < keys.length; i++) {
            if (cache.get(keys[i], i) < 0) {
                cache.put(keys[i], i, 1);
            }
        }
    }
}
