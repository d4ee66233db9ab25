package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;

/** The window of Caffeine's policy, and what it says of those that compete for the main part. */
final class AdaptiveWindowTest {
    private static final EvictionPolicy CAFFEINE =
            EvictionPolicies.named("w-tinylfu").orElseThrow();

    private static Cache cache(long entries, CacheListener listener) {
        return new Cache(CAFFEINE, CacheBound.entries(entries), new SplittableRandom(1), listener);
    }

    private static void ask(Cache cache, LongStream keys) {
        keys.forEach(key -> {
            if (cache.get(key, 0) == Cache.NONE) {
                cache.put(key, 0, 1);
            }
        });
    }

    /** Of window, probation and protected. */
    private static List<Integer> sizes(Cache cache) {
        CacheLists lists = new CacheLists();
        cache.describe(lists);
        return lists.lists().stream().map(list -> list.keys().size()).toList();
    }

    /** A sample has 2,560 requests, and a sixteenth of 100 entries are six. */
    @Test
    void theWindowOfASmallCacheGrowsSampleBySample() {
        Cache cache = cache(100, CacheListener.NONE);
        ask(cache, LongStream.range(0, 100));
        assertThat(sizes(cache)).containsExactly(1, 99, 0);
        // Until the cache is half full nothing counts.
        ask(cache, LongStream.range(100, 2_608));
        assertThat(sizes(cache)).containsExactly(1, 99, 0);
        ask(cache, LongStream.range(2_608, 2_620));
        assertThat(sizes(cache)).containsExactly(7, 93, 0);
        ask(cache, LongStream.range(2_620, 5_400));
        assertThat(sizes(cache)).containsExactly(13, 87, 0);
    }

    @Test
    void theWindowOfALargeCacheShrinksToOne() {
        Cache cache = cache(600, CacheListener.NONE);
        ask(cache, LongStream.range(0, 600));
        assertThat(sizes(cache)).containsExactly(6, 594, 0);
        ask(cache, LongStream.range(600, 6_600));
        assertThat(sizes(cache)).containsExactly(1, 599, 0);
    }

    /** Four fifths of 99 entries are protected. */
    @Test
    void whatIsUsedTwiceIsProtectedAsFarAsThereIsRoom() {
        Cache cache = cache(100, CacheListener.NONE);
        ask(cache, LongStream.range(0, 100));
        ask(cache, LongStream.range(0, 60));
        assertThat(sizes(cache)).containsExactly(1, 39, 60);
        ask(cache, LongStream.range(60, 99));
        assertThat(sizes(cache)).containsExactly(1, 20, 79);
    }

    /** Before the cache is half full there is no sketch, and a hit moves nothing. */
    @Test
    void noUseIsNotedUntilTheCacheIsHalfFull() {
        Cache cache = cache(100, CacheListener.NONE);
        ask(cache, LongStream.range(0, 49));
        ask(cache, LongStream.range(0, 40));
        assertThat(sizes(cache)).containsExactly(1, 48, 0);
        ask(cache, LongStream.range(100, 101));
        ask(cache, LongStream.range(0, 40));
        assertThat(sizes(cache)).containsExactly(1, 9, 40);
    }

    private static List<String> why(long entries, long... keys) {
        List<String> reasons = new ArrayList<>();
        Cache cache = cache(entries, (from, slot) -> {
            EvictionReason reason = from.whyEvicted(slot);
            reasons.add(from.key(slot) + ": " + reason.saw() + " (" + reason.rival() + ")");
        });
        ask(cache, LongStream.of(keys));
        return reasons;
    }

    @Test
    void whoComesOutOfTheWindowMustBeUsedMoreOften() {
        assertThat(why(3, 1, 1, 2, 2, 3, 4, 4, 4, 5, 6))
                .containsExactly(
                        "3: a candidate for the main part, its frequency 1 lost against 2 (1)",
                        "1: the oldest of probation, its frequency 2 lost against 3 (4)",
                        "5: a candidate for the main part, its frequency 1 lost against 2 (2)");
    }

    @Test
    void withNothingToCompeteWithTheOldestGoes() {
        List<String> reasons = new ArrayList<>();
        Cache cache = cache(
                10,
                (from, slot) -> reasons.add(
                        from.key(slot) + ": " + from.whyEvicted(slot).saw()));
        ask(cache, LongStream.range(0, 10));
        ask(cache, LongStream.range(0, 7));
        cache.resize(CacheBound.entries(0));
        assertThat(reasons).hasSize(10);
        assertThat(reasons).anyMatch(reason -> reason.endsWith("the oldest of protected"));
    }
}
