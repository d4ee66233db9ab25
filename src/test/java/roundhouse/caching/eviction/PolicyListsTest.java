package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;

/** What is in which list of each policy after the same few accesses, and what follows from how a policy is made. */
final class PolicyListsTest {
    private static final long[] KEYS = {1, 2, 1, 3, 4, 1, 5, 2, 6, 5, 7, 1};
    private static final long SECOND = 1_000_000_000;

    private static List<CacheLists.Contents> lists(EvictionPolicy policy, long... keys) {
        Cache cache = new Cache(policy, CacheBound.entries(4), new SplittableRandom(1), CacheListener.NONE);
        long now = 0;
        for (long key : keys) {
            now += SECOND;
            if (cache.get(key, now) == Cache.NONE) {
                cache.put(key, now, 1);
            }
        }
        CacheLists lists = new CacheLists();
        cache.describe(lists);
        return lists.lists();
    }

    private static EvictionPolicy named(String policy) {
        return EvictionPolicies.named(policy).orElseThrow();
    }

    private static String shown(CacheLists.Contents list) {
        return list.name()
                + IntStream.range(0, list.keys().size())
                        .mapToObj(place -> " " + list.keys().get(place) + (place == list.hand() ? "<" : ""))
                        .collect(Collectors.joining());
    }

    /** Of four entries; a hand points at the key before the {@code <}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lru                 | recency 1 7 5 6
            fifo                | queue 1 7 6 5
            mru                 | recency 1 6 4 3
            clock               | clock 1 5 7 6<
            clock-append        | clock 1 5 7 6<
            lfu                 | 'by count, fewest first 6 7 5 1'
            lfu-perfect         | 'heap by count, fewest first 7 2 1 5'
            slru                | probation 7 6; protected 1 5
            slru-low            | probation 7; protected 1 5 2
            2q                  | A1in 1 7 6 5; Am; A1out 4 3
            arc                 | T1 7; T2 1 5 2; B1 6 4 3; B2
            arc-real            | T1 7; T2 1 5 2; B1 6 4 3; B2
            lirs                | LIR 1 5 2; HIR 7; remembered 6
            s3-fifo             | small 7 6; main 2 1; ghost 5 4 3
            s3-fifo-b           | small 7 6; main 2 1; ghost 5 4 3
            sieve               | queue 7 6< 5 1
            w-tinylfu           | window 7; probation 5; protected 1 2
            w-tinylfu-aged      | window 7; probation 5; protected 1 2
            w-tinylfu-cm4       | window 7; probation 5; protected 1 2
            memcached-segmented | hot; warm 1; cold 7 6 2
            """)
    void afterTwelveAccesses(String policy, String expected) {
        assertThat(lists(named(policy), KEYS).stream()
                        .map(PolicyListsTest::shown)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "redis-lru", "redis-lfu", "volatile-ttl"})
    void whoDrawsHasOneListInNoOrder(String policy) {
        List<CacheLists.Contents> lists = lists(named(policy), 3, 1, 2);
        assertThat(lists).hasSize(1);
        assertThat(lists.getFirst().name()).isEqualTo("entries, in no order");
        assertThat(lists.getFirst().keys()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    /** Each is asked for again as far ahead as it is large. */
    @Test
    void theOptimaKnowWhatComes() {
        long[] trace = {4, 3, 2, 1, 9, 1, 2, 3, 4};
        assertThat(lists(EvictionPolicies.opt(trace), trace)).first().satisfies(list -> {
            assertThat(list.name()).isEqualTo("heap by next use, farthest first");
            assertThat(list.keys()).as("9 is passed by").containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        });
        assertThat(lists(EvictionPolicies.belady(trace), 4, 3, 2, 1, 9))
                .first()
                .satisfies(list -> assertThat(list.keys())
                        .as("4 goes for 9, which is never used again")
                        .startsWith(9L)
                        .containsExactlyInAnyOrder(1L, 2L, 3L, 9L));
        assertThat(EvictionPolicies.opt(trace).key()).isEqualTo("opt");
        assertThat(EvictionPolicies.belady(trace).key()).isEqualTo("belady");
    }

    @Test
    void theOptimumSaysWhy() {
        long[] trace = {1, 2, 3, 1};
        List<String> why = new ArrayList<>();
        Cache cache = new Cache(
                EvictionPolicies.belady(trace),
                CacheBound.entries(2),
                new SplittableRandom(1),
                (from, slot) ->
                        why.add(from.key(slot) + ": " + from.whyEvicted(slot).saw()));
        for (long key : trace) {
            if (cache.get(key, 0) == Cache.NONE) {
                cache.put(key, 0, 1);
            }
        }
        assertThat(why).containsExactly("2: used next farthest ahead, or never again");
    }

    @Test
    void threePoliciesDrawAFewForEachVictim() {
        assertThat(EvictionPolicies.all().stream().map(EvictionPolicy::key).filter(EvictionPolicies::samples))
                .containsExactly("redis-lru", "redis-lfu", "volatile-ttl");
        assertThat(EvictionPolicies.named("lru", 9)).contains(EvictionPolicies.LRU);
        assertThat(EvictionPolicies.named("none", 9)).isEmpty();
        EvictionPolicy redis = EvictionPolicies.named("redis-lru", 9).orElseThrow();
        assertThat(List.of(redis.key(), redis.label(), redis.says()))
                .containsExactly(
                        "redis-lru",
                        named("redis-lru").label(),
                        named("redis-lru").says());
    }

    /** With 64 drawn of 4, all entries are seen each time, so that the one idle for longest leaves as under LRU. */
    @Test
    void whoDrawsAllIsExact() {
        EvictionPolicy all = EvictionPolicies.named("redis-lru", 64).orElseThrow();
        assertThat(lists(all, KEYS).getFirst().keys()).containsExactlyInAnyOrder(1L, 7L, 5L, 6L);
    }

    private static List<String> evicted(String policy, long... keysAndMinutes) {
        List<String> reasons = new ArrayList<>();
        Cache cache = new Cache(
                EvictionPolicies.named(policy, 64).orElseThrow(),
                CacheBound.entries(2),
                new SplittableRandom(1),
                (from, slot) -> reasons.add(
                        from.key(slot) + ": " + from.whyEvicted(slot).saw()));
        for (int i = 0; i < keysAndMinutes.length; i += 2) {
            long now = keysAndMinutes[i + 1] * 60 * SECOND;
            if (cache.get(keysAndMinutes[i], now) == Cache.NONE) {
                int slot = cache.put(keysAndMinutes[i], now, 1);
                cache.expires(slot, now + keysAndMinutes[i] * 60 * SECOND);
            }
        }
        return reasons;
    }

    /** The first use of a counter that stands at 5 or below raises it always; each minute without use takes one off. */
    @Test
    void redisCountersFallByOneEachMinute() {
        assertThat(evicted("redis-lfu", 1, 0, 2, 3, 3, 3)).containsExactly("1: counter 2, the lowest of those drawn");
        assertThat(evicted("redis-lfu", 1, 0, 1, 1, 2, 1, 2, 1, 3, 1))
                .as("4 and one more, against 5 and one more")
                .containsExactly("1: counter 5, the lowest of those drawn");
        assertThat(evicted("redis-lfu", 1, 0, 2, 99, 3, 99)).containsExactly("1: counter 0, the lowest of those drawn");
    }

    @Test
    void whatExpiresFirstLeaves() {
        assertThat(evicted("volatile-ttl", 6, 0, 3, 1, 4, 1, 9, 2))
                .containsExactly("3: expires first of those drawn", "4: expires first of those drawn");
    }

    @Test
    void redisClockHasWholeSeconds() {
        assertThat(evicted("redis-lru", 1, 0, 2, 1, 1, 2, 3, 5))
                .containsExactly("2: idle for 240 s by its clock of whole seconds, the longest of those drawn");
    }
}
