package roundhouse.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import roundhouse.caching.eviction.CacheLists;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.caching.eviction.Residents;

/** What a cache promises whatever its policy. */
final class CacheTest {
    private final List<Long> evicted = new ArrayList<>();

    private Cache cache(EvictionPolicy policy, CacheBound bound) {
        return new Cache(policy, bound, new SplittableRandom(1), (cache, slot) -> {
            assertThat(cache.kept(slot)).isTrue();
            evicted.add(cache.key(slot));
        });
    }

    @Test
    void anEntryCarriesWhatItIsGiven() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.entries(2));
        int slot = cache.put(7, 10, 100);
        assertThat(cache.expiresNanos(slot)).isEqualTo(Cache.NEVER);
        cache.version(slot, 3);
        cache.expires(slot, 99);
        cache.dirty(slot, true);
        assertThat(cache.get(7, 25)).isEqualTo(slot);
        assertThat(cache.key(slot)).isEqualTo(7);
        assertThat(cache.version(slot)).isEqualTo(3);
        assertThat(cache.storedNanos(slot)).isEqualTo(10);
        assertThat(cache.usedNanos(slot)).isEqualTo(25);
        assertThat(cache.expiresNanos(slot)).isEqualTo(99);
        assertThat(cache.dirty(slot)).isTrue();
        assertThat(cache.bytes(slot)).isEqualTo(100);
        cache.dirty(slot, false);
        assertThat(cache.dirty(slot)).isFalse();
        assertThat(cache.kept(slot)).isTrue();
    }

    @Test
    void aReplacementBeginsAnew() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.entries(2));
        int slot = cache.put(7, 10, 100);
        cache.version(slot, 3);
        cache.expires(slot, 99);
        cache.dirty(slot, true);
        assertThat(cache.put(7, 30, 40)).isEqualTo(slot);
        assertThat(cache.version(slot)).isZero();
        assertThat(cache.storedNanos(slot)).isEqualTo(30);
        assertThat(cache.usedNanos(slot)).isEqualTo(30);
        assertThat(cache.expiresNanos(slot)).isEqualTo(Cache.NEVER);
        assertThat(cache.dirty(slot)).isFalse();
        assertThat(cache.bytes()).isEqualTo(40);
        assertThat(cache.size()).isOne();
    }

    @Test
    void findIsNoAccess() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.entries(2));
        cache.put(1, 1, 1);
        cache.put(2, 2, 1);
        assertThat(cache.usedNanos(cache.find(1))).isEqualTo(1);
        cache.put(3, 3, 1);
        assertThat(cache.find(1)).isEqualTo(Cache.NONE);
        assertThat(evicted).containsExactly(1L);
    }

    @Test
    void useKeepsInLruAndNotInFifo() {
        for (EvictionPolicy policy : List.of(EvictionPolicies.LRU, EvictionPolicies.FIFO)) {
            evicted.clear();
            Cache cache = cache(policy, CacheBound.entries(2));
            cache.put(1, 1, 1);
            cache.put(2, 2, 1);
            cache.get(1, 3);
            cache.put(3, 4, 1);
            assertThat(evicted).containsExactly(policy == EvictionPolicies.LRU ? 2L : 1L);
        }
    }

    @Test
    void aNewcomerTakesTheRoomOfSeveralByBytes() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.bytes(100));
        cache.put(1, 1, 40);
        cache.put(2, 2, 40);
        cache.put(3, 3, 20);
        assertThat(evicted).isEmpty();
        cache.put(4, 4, 50);
        assertThat(evicted).containsExactly(1L, 2L);
        assertThat(cache.bytes()).isEqualTo(70);
        assertThat(cache.put(3, 5, 60)).isEqualTo(cache.find(3));
        assertThat(evicted).containsExactly(1L, 2L, 4L);
        assertThat(cache.bytes()).isEqualTo(60);
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKeptAndNothingOlderIsServedInItsPlace() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.bytes(100));
        cache.put(1, 1, 40);
        assertThat(cache.put(2, 2, 101)).isEqualTo(Cache.NONE);
        assertThat(cache.size()).isOne();
        assertThat(cache.put(1, 3, 101)).isEqualTo(Cache.NONE);
        assertThat(cache.size()).isZero();
        assertThat(cache.bytes()).isZero();
        assertThat(evicted).containsExactly(1L);
    }

    @Test
    void aCacheOfNothingKeepsNothing() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.entries(0));
        assertThat(cache.put(1, 1, 1)).isEqualTo(Cache.NONE);
        assertThat(cache.get(1, 2)).isEqualTo(Cache.NONE);
        assertThat(cache.size()).isZero();
    }

    @Test
    void removalAndFlushAreNoEvictions() {
        Cache cache = cache(EvictionPolicies.FIFO, CacheBound.entries(100));
        for (long key = 0; key < 50; key++) {
            cache.put(key, key, 2);
        }
        assertThat(cache.remove(7)).isTrue();
        assertThat(cache.remove(7)).isFalse();
        assertThat(cache.size()).isEqualTo(49);
        cache.clear();
        assertThat(cache.size()).isZero();
        assertThat(cache.bytes()).isZero();
        assertThat(cache.find(3)).isEqualTo(Cache.NONE);
        assertThat(evicted).isEmpty();
        cache.put(3, 60, 2);
        assertThat(cache.size()).isOne();
    }

    @Test
    void aSmallerBoundEvictsAtOnce() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.entries(4));
        for (long key = 0; key < 4; key++) {
            cache.put(key, key, 1);
        }
        cache.get(0, 9);
        cache.resize(CacheBound.entries(2));
        assertThat(evicted).containsExactly(1L, 2L);
        cache.resize(CacheBound.entries(3));
        cache.put(8, 10, 1);
        assertThat(cache.size()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> cache.resize(CacheBound.bytes(3)));
    }

    @Test
    void aPolicyGoesByTheNewBound() {
        Cache cache = cache(EvictionPolicies.named("slru").orElseThrow(), CacheBound.entries(10));
        for (long key = 0; key < 10; key++) {
            cache.put(key, key, 1);
            cache.get(key, key);
        }
        assertThat(lists(cache).get(1).keys()).as("four fifths are protected").hasSize(8);
        cache.resize(CacheBound.entries(5));
        assertThat(lists(cache).get(1).keys()).containsExactly(9L, 8L, 7L, 6L);
    }

    @Test
    void aPolicyIsToldOfTheRoomThereIs() {
        assertThat(room(CacheBound.entries(7))).isEqualTo(7);
        assertThat(room(CacheBound.bytes(1_000_000)))
                .as("how many values fill so many bytes is not known: as many as there are places for 40")
                .isBetween(40L, 80L);
    }

    private long room(CacheBound bound) {
        List<Residents> seen = new ArrayList<>();
        EvictionPolicy policy = new EvictionPolicy("watching", "", "", (residents, random) -> {
            seen.add(residents);
            return EvictionPolicies.FIFO.create(residents, random);
        });
        Cache cache = cache(policy, bound);
        for (long key = 0; key < 40; key++) {
            cache.put(key, key, 100);
        }
        return seen.getFirst().entriesWhenFull();
    }

    private static List<CacheLists.Contents> lists(Cache cache) {
        CacheLists lists = new CacheLists();
        cache.describe(lists);
        return lists.lists();
    }

    @Test
    void listsAreToldNewestFirst() {
        Cache cache = cache(EvictionPolicies.LRU, CacheBound.entries(4));
        cache.put(1, 1, 1);
        cache.put(2, 2, 1);
        cache.put(3, 3, 1);
        cache.get(1, 4);
        assertThat(lists(cache)).containsExactly(new CacheLists.Contents("recency", List.of(1L, 3L, 2L), -1));
    }
}
