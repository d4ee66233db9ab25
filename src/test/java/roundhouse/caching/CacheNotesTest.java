package roundhouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import roundhouse.caching.eviction.EvictionPolicies;

/** What is noted of keys, whether they are kept or not. */
final class CacheNotesTest {
    private static Cache cache(long entries) {
        return new Cache(
                EvictionPolicies.LRU, CacheBound.entries(entries), new SplittableRandom(1), CacheListener.NONE);
    }

    @Test
    void aKeyHasItsLastNoteWhetherItIsKeptOrNot() {
        Cache cache = cache(2);
        assertThat(cache.note(7)).isEqualTo(Cache.NONE);
        cache.note(7, 0);
        assertThat(cache.note(7)).isZero();
        assertThat(cache.find(7)).as("a note keeps nothing").isEqualTo(Cache.NONE);
        cache.put(8, 1, 1);
        assertThat(cache.note(8)).isEqualTo(Cache.NONE);
        cache.note(8, 20);
        cache.note(8, 21);
        cache.note(7, 1L << 40);
        assertThat(cache.note(8)).isEqualTo(21);
        assertThat(cache.note(7)).isEqualTo(1L << 40);
        assertThat(cache.find(8)).isNotNegative();
    }

    @Test
    void aNoteOutlivesWhatBecomesOfItsKey() {
        Cache cache = cache(1);
        cache.note(7, 70);
        int slot = cache.put(7, 1, 1);
        assertThat(cache.note(7)).as("put").isEqualTo(70);
        assertThat(cache.key(slot)).isEqualTo(7);
        cache.put(8, 2, 1);
        assertThat(cache.note(7)).as("evicted").isEqualTo(70);
        assertThat(cache.note(8)).as("in the slot of another").isEqualTo(Cache.NONE);
        cache.note(8, 80);
        cache.remove(8);
        assertThat(cache.note(8)).as("removed").isEqualTo(80);
        cache.put(8, 3, 1);
        cache.clear();
        assertThat(cache.note(8)).as("cleared").isEqualTo(80);
        assertThat(cache.find(8)).isEqualTo(Cache.NONE);
    }

    @Test
    void keysAreCountedNotNotes() {
        Cache cache = cache(1);
        assertThat(cache.notes()).isZero();
        cache.note(7, 1);
        cache.put(7, 1, 1);
        cache.note(7, 2);
        cache.put(8, 2, 1);
        cache.note(7, 3);
        assertThat(cache.notes()).isOne();
        cache.note(8, 4);
        assertThat(cache.notes()).isEqualTo(2);
    }

    @Test
    void anotherCacheTakesOverAllNotesAndNoEntries() {
        Cache before = cache(2);
        before.note(7, 70);
        before.put(8, 1, 1);
        before.note(8, 80);
        before.put(9, 2, 1);
        Cache after = cache(2);
        after.note(7, 1);
        after.takeNotes(before);
        assertThat(after.note(7)).isEqualTo(70);
        assertThat(after.note(8)).isEqualTo(80);
        assertThat(after.note(9)).isEqualTo(Cache.NONE);
        assertThat(after.notes()).isEqualTo(2);
        assertThat(after.size()).isZero();
    }
}
