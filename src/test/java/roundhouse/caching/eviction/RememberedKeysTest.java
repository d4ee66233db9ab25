package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;

/** Keys that left a cache and are remembered: how many, and which not. */
final class RememberedKeysTest {
    private static final Set<String> REMEMBERED = Set.of("ghost", "A1out", "B1", "B2", "remembered");

    private static Cache cache(String policy, int entries) {
        return new Cache(
                EvictionPolicies.named(policy).orElseThrow(),
                CacheBound.entries(entries),
                new SplittableRandom(1),
                CacheListener.NONE);
    }

    private static void ask(Cache cache, long... keys) {
        for (long key : keys) {
            if (cache.get(key, 0) == Cache.NONE) {
                cache.put(key, 0, 1);
            }
        }
    }

    private static List<Long> list(Cache cache, String name) {
        CacheLists lists = new CacheLists();
        cache.describe(lists);
        return lists.lists().stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow()
                .keys();
    }

    private static List<Integer> remembered(Cache cache) {
        CacheLists lists = new CacheLists();
        cache.describe(lists);
        return lists.lists().stream()
                .filter(list -> REMEMBERED.contains(list.name()))
                .map(list -> list.keys().size())
                .toList();
    }

    /** Twice as many keys as the cache holds, half of them asked for twice. */
    private static Cache used(String policy) {
        Cache cache = cache(policy, 20);
        for (long key = 0; key < 10; key++) {
            ask(cache, key, key);
        }
        for (long key = 10; key < 60; key++) {
            ask(cache, key);
        }
        return cache;
    }

    @ParameterizedTest
    @CsvSource({"arc, 10", "arc-real, 10", "2q, 10", "s3-fifo, 18", "s3-fifo-b, 18", "lirs, 40"})
    void asManyAsThePolicySays(String policy, int most) {
        assertThat(remembered(used(policy))).first().isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"arc, 2", "arc-real, 2", "2q, 1", "s3-fifo, 1", "s3-fifo-b, 1", "lirs, 4"})
    void fewerWhenTheCacheBecomesSmaller(String policy, int most) {
        Cache full = used(policy);
        full.resize(CacheBound.entries(2));
        assertThat(remembered(full)).as("of a full cache").allMatch(count -> count <= most);
        Cache emptied = used(policy);
        IntStream.range(0, emptied.slots())
                .filter(emptied::kept)
                .mapToObj(emptied::key)
                .skip(1)
                .toList()
                .forEach(emptied::remove);
        emptied.resize(CacheBound.entries(2));
        assertThat(remembered(emptied)).as("of one that has room").allMatch(count -> count <= most);
    }

    @Test
    void arcDoesNotRememberWhatLeavesWhenAllOfTheCacheIsNew() {
        Cache arc = cache("arc", 4);
        ask(arc, 1, 2, 3, 4, 5);
        assertThat(list(arc, "T1")).containsExactly(5L, 4L, 3L, 2L);
        assertThat(list(arc, "B1")).isEmpty();
    }

    @Test
    void arcRemembersByItselfWhatWasUsedTwice() {
        Cache arc = cache("arc", 4);
        ask(arc, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6);
        assertThat(list(arc, "T1")).containsExactly(6L);
        assertThat(list(arc, "T2")).containsExactly(4L, 3L, 2L);
        assertThat(list(arc, "B1")).containsExactly(5L);
        assertThat(list(arc, "B2")).containsExactly(1L);
    }

    @Test
    void arcsMemoriesTogetherHaveAsManyAsTheCache() {
        Cache arc = cache("arc", 4);
        for (long key = 0; key < 8; key++) {
            ask(arc, key, key);
        }
        ask(arc, 10, 11, 12);
        assertThat(remembered(arc).stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
    }
}
