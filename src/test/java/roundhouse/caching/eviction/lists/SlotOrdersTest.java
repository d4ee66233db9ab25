package roundhouse.caching.eviction.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slots and keys in the orders in which they leave. */
final class SlotOrdersTest {
    private static List<Long> keys(GhostList ghosts) {
        List<Long> keys = new ArrayList<>();
        ghosts.forEach(keys::add);
        return keys;
    }

    @Test
    void whoLeftIsRememberedInOrder() {
        GhostList ghosts = new GhostList();
        assertThat(ghosts.isEmpty()).isTrue();
        for (long key = 1; key <= 20; key++) {
            ghosts.append(key, key % 3);
        }
        assertThat(ghosts.isEmpty()).isFalse();
        assertThat(ghosts.units()).isEqualTo(21);
        assertThat(keys(ghosts)).startsWith(20L, 19L, 18L).endsWith(2L, 1L).hasSize(20);
        assertThat(ghosts.remove(19)).isTrue();
        assertThat(ghosts.remove(19)).isFalse();
        assertThat(ghosts.contains(19)).isFalse();
        assertThat(ghosts.contains(18)).isTrue();
        assertThat(ghosts.units()).isEqualTo(20);
        ghosts.dropOldest();
        assertThat(ghosts.contains(1)).isFalse();
        ghosts.append(30, 5);
        assertThat(keys(ghosts)).startsWith(30L, 20L, 18L);
        ghosts.trim(7);
        assertThat(keys(ghosts)).as("18 took nothing").containsExactly(30L, 20L, 18L);
        ghosts.trim(6);
        assertThat(keys(ghosts)).containsExactly(30L);
        assertThat(ghosts.units()).isEqualTo(5);
        ghosts.trim(0);
        assertThat(ghosts.isEmpty()).isTrue();
    }

    @Test
    void aHeapHasTheLeastFirst() {
        SlotHeap heap = new SlotHeap();
        heap.slots(64);
        Map<Integer, long[]> plain = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(2);
        Comparator<Map.Entry<Integer, long[]>> order = Comparator.<Map.Entry<Integer, long[]>>comparingLong(
                        entry -> entry.getValue()[0])
                .thenComparingLong(entry -> entry.getValue()[1]);
        for (int step = 0; step < 4_000; step++) {
            int slot = random.nextInt(64);
            long first = random.nextLong(10);
            if (!plain.containsKey(slot)) {
                heap.add(slot, first, step);
                plain.put(slot, new long[] {first, step});
            } else if (random.nextBoolean()) {
                heap.change(slot, first, step);
                plain.put(slot, new long[] {first, step});
            } else {
                heap.remove(slot);
                plain.remove(slot);
            }
            assertThat(heap.size()).isEqualTo(plain.size());
            if (!plain.isEmpty()) {
                assertThat(heap.least())
                        .isEqualTo(plain.entrySet().stream()
                                .min(order)
                                .orElseThrow()
                                .getKey());
            }
        }
        assertThat(IntStream.range(0, heap.size()).mapToObj(heap::at))
                .containsExactlyInAnyOrderElementsOf(plain.keySet());
    }

    private static List<Integer> inOrder(FrequencyLists lists) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = lists.least(); slot != FrequencyLists.NONE; slot = lists.following(slot)) {
            slots.add(slot);
        }
        return slots;
    }

    @Test
    void theFewestUsesAreFirstAndWithinThemWhoHadThemFirst() {
        FrequencyLists lists = new FrequencyLists();
        lists.slots(20);
        Map<Integer, long[]> plain = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int step = 0; step < 2_000; step++) {
            int slot = random.nextInt(20);
            if (!plain.containsKey(slot)) {
                lists.add(slot);
                plain.put(slot, new long[] {1, step});
            } else if (random.nextInt(4) > 0) {
                lists.raise(slot);
                plain.put(slot, new long[] {plain.get(slot)[0] + 1, step});
            } else {
                lists.remove(slot);
                assertThat(lists.count(slot)).as("just removed").isEqualTo(plain.remove(slot)[0]);
            }
            List<Integer> expected = plain.entrySet().stream()
                    .sorted(Comparator.<Map.Entry<Integer, long[]>>comparingLong(entry -> entry.getValue()[0])
                            .thenComparingLong(entry -> entry.getValue()[1]))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(inOrder(lists)).isEqualTo(expected);
        }
        plain.forEach((slot, uses) -> assertThat(lists.count(slot)).isEqualTo(uses[0]));
    }

    private static List<Long> taken(CandidatePool pool) {
        List<Long> keys = new ArrayList<>();
        while (!pool.isEmpty()) {
            pool.take();
            assertThat(pool.slot()).isEqualTo((int) pool.key() + 100);
            keys.add(pool.key());
        }
        return keys;
    }

    @Test
    void aPoolHandsOutTheHighestScoreFirst() {
        CandidatePool pool = new CandidatePool();
        for (long score : new long[] {3, 1, 4, 5, 2}) {
            pool.offer((int) score + 100, score, score);
        }
        assertThat(taken(pool)).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void aFullPoolDropsTheWorst() {
        CandidatePool pool = new CandidatePool();
        for (int key = 1; key <= 16; key++) {
            pool.offer(key + 100, key, key * 10L);
        }
        pool.offer(120, 20, 10);
        pool.offer(121, 21, 5);
        pool.offer(122, 22, 25);
        pool.offer(123, 23, 1_000);
        assertThat(taken(pool))
                .containsExactly(23L, 16L, 15L, 14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 22L);
    }

    @Test
    void ofEqualScoresTheOneOfferedFirstIsTakenFirst() {
        CandidatePool pool = new CandidatePool();
        pool.offer(101, 1, 7);
        pool.offer(102, 2, 7);
        assertThat(taken(pool)).containsExactly(1L, 2L);
    }

    @Test
    void aSetKnowsWhoIsInIt() {
        SlotSet set = new SlotSet();
        set.slots(5);
        set.add(3);
        set.add(1);
        set.add(4);
        set.remove(3);
        assertThat(IntStream.range(0, set.size()).map(set::at)).containsExactly(4, 1);
        assertThat(IntStream.range(0, 5).filter(set::contains)).containsExactly(1, 4);
    }

    @Test
    void chainsKnowWhoIsInThem() {
        ChainedSlots chains = new ChainedSlots();
        chains.slots(100);
        Set<Integer> plain = new HashSet<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int step = 0; step < 2_000; step++) {
            int slot = random.nextInt(100);
            if (plain.remove(slot)) {
                chains.remove(slot);
            } else {
                chains.add(slot, random.nextLong());
                plain.add(slot);
            }
            assertThat(chains.size()).isEqualTo(plain.size());
            assertThat(chains.contains(slot)).isEqualTo(plain.contains(slot));
            int count = chains.sample(5, random);
            assertThat(count).isLessThanOrEqualTo(Math.min(5, plain.size()));
            assertThat(IntStream.range(0, count).map(chains::sampled).boxed()).allMatch(plain::contains);
        }
        List<Integer> all = new ArrayList<>();
        for (int slot = chains.nextAfter(-1); slot >= 0; slot = chains.nextAfter(slot)) {
            all.add(slot);
        }
        assertThat(all).isEqualTo(plain.stream().sorted().toList());
    }

    /** Slot n hashes to bucket n of 16, but for three more in bucket 2. */
    @Test
    void aSampleIsANeighbourhoodWithTheNewestOfAChainFirst() {
        ChainedSlots chains = new ChainedSlots();
        chains.slots(20);
        for (int slot = 0; slot < 12; slot++) {
            chains.add(slot, slot);
        }
        chains.add(12, 2);
        chains.add(13, 2 + 16);
        Set<List<Integer>> seen = new HashSet<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            int count = chains.sample(3, random);
            seen.add(IntStream.range(0, count).map(chains::sampled).boxed().toList());
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        List.of(0, 1, 13),
                        List.of(1, 13, 12),
                        List.of(13, 12, 2),
                        List.of(3, 4, 5),
                        List.of(4, 5, 6),
                        List.of(5, 6, 7),
                        List.of(6, 7, 8),
                        List.of(7, 8, 9),
                        List.of(8, 9, 10),
                        List.of(9, 10, 11),
                        List.of(10, 11, 0),
                        List.of(11, 0, 1));
    }
}
