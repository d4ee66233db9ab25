package roundhouse.caching.eviction.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact counts of keys, and the map below them. */
final class KeyCountsTest {
    private static void raise(FrequencyCounter counter, long key, int times) {
        for (int i = 0; i < times; i++) {
            counter.raise(key);
        }
    }

    @Test
    void aMapHoldsWhatAPlainOneHolds() {
        KeyIndex index = new KeyIndex();
        Map<Long, Integer> plain = new HashMap<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int step = 0; step < 4_000; step++) {
            long key = random.nextLong(100) << (random.nextInt(2) * 32);
            if (random.nextInt(5) < 2) {
                index.remove(key);
                plain.remove(key);
            } else {
                index.put(key, step);
                plain.put(key, step);
            }
            long asked = random.nextLong(100);
            assertThat(index.get(asked)).isEqualTo(plain.getOrDefault(asked, KeyIndex.NONE));
        }
        plain.forEach((key, value) -> assertThat(index.get(key)).isEqualTo(value));
    }

    @Test
    void zeroIsAValue() {
        KeyIndex index = new KeyIndex();
        index.put(7, 0);
        index.put(8, 1);
        assertThat(index.get(7)).isZero();
        index.put(7, 0);
        LongStream.range(100, 140).forEach(key -> index.put(key, 0));
        assertThat(index.get(7)).isZero();
        index.remove(7);
        assertThat(index.get(7)).isEqualTo(KeyIndex.NONE);
        assertThat(index.get(8)).isEqualTo(1);
    }

    @Test
    void everyKeyIsCountedFromOne() {
        KeyCounts counts = new KeyCounts();
        for (long key = 0; key < 40; key++) {
            for (long count = 1; count <= key; count++) {
                assertThat(counts.raise(key)).isEqualTo(count);
            }
        }
        for (long key = 0; key < 40; key++) {
            assertThat(counts.count(key)).isEqualTo(key);
        }
    }

    @Test
    void whatIsForgottenBeginsAnew() {
        KeyCounts counts = new KeyCounts();
        counts.raise(1);
        counts.raise(2);
        counts.raise(2);
        counts.forget(1);
        counts.forget(3);
        assertThat(counts.count(1)).isZero();
        assertThat(counts.count(2)).isEqualTo(2);
        assertThat(counts.raise(1)).isEqualTo(1);
        counts.forget(1);
        counts.forget(2);
        assertThat(counts.count(2)).isZero();
    }

    @Test
    void halvingRoundsDownAndForgetsOnes() {
        KeyCounts counts = new KeyCounts();
        for (long key = 1; key <= 5; key++) {
            for (int i = 0; i < key; i++) {
                counts.raise(key);
            }
        }
        counts.halve();
        assertThat(LongStream.rangeClosed(1, 5).map(counts::count)).containsExactly(0L, 1L, 1L, 2L, 2L);
        assertThat(counts.raise(1)).isEqualTo(1);
        counts.halve();
        assertThat(LongStream.rangeClosed(1, 5).map(counts::count)).containsExactly(0L, 0L, 0L, 1L, 1L);
    }

    @Test
    void agedCountsHalveAfterTenUsesForEachEntry() {
        AgedCounts aged = new AgedCounts();
        raise(aged, 1, 9);
        assertThat(aged.frequency(1))
                .as("before it knows its entries it is for one")
                .isEqualTo(9);
        aged.raise(1);
        assertThat(aged.frequency(1)).isEqualTo(5);
        aged.entries(2);
        raise(aged, 2, 14);
        assertThat(aged.frequency(2)).as("5 are left of 10, and 14 more").isEqualTo(14);
        aged.raise(3);
        assertThat(aged.frequency(1)).isEqualTo(2);
        assertThat(aged.frequency(2)).isEqualTo(7);
        assertThat(aged.frequency(3)).isZero();
        raise(aged, 2, 9);
        assertThat(aged.frequency(2)).as("10 are left of 20").isEqualTo(16);
        aged.raise(2);
        assertThat(aged.frequency(2)).isEqualTo(8);
    }

    @Test
    void agedCountsForNoEntryAreForOne() {
        AgedCounts aged = new AgedCounts();
        aged.entries(0);
        raise(aged, 1, 9);
        assertThat(aged.frequency(1)).isEqualTo(9);
    }

    @Test
    void aSketchCountsToFifteen() {
        CountMinSketch sketch = new CountMinSketch();
        sketch.entries(64);
        for (int uses = 1; uses <= 15; uses++) {
            sketch.raise(7);
            assertThat(sketch.frequency(7)).isEqualTo(uses);
        }
        raise(sketch, 7, 10_000);
        assertThat(sketch.frequency(7))
                .as("what cannot be counted does not age")
                .isEqualTo(15);
        assertThat(sketch.frequency(8)).isZero();
    }

    @Test
    void aSketchIsNeverTooLowAndSeldomTooHigh() {
        CountMinSketch sketch = new CountMinSketch();
        sketch.entries(512);
        LongStream.range(0, 512).forEach(key -> raise(sketch, key, (int) (key % 8)));
        assertThat(LongStream.range(0, 512).map(key -> sketch.frequency(key) - key % 8))
                .allMatch(more -> more >= 0);
        assertThat(LongStream.range(0, 512)
                        .filter(key -> sketch.frequency(key) > key % 8)
                        .count())
                .isLessThan(40);
    }

    /** Three entries have four blocks, as four have. */
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void aSketchHalvesAfterTenUsesForEachBlock(long entries) {
        CountMinSketch sketch = new CountMinSketch();
        sketch.entries(entries);
        raise(sketch, 1, 15);
        raise(sketch, 2, 15);
        raise(sketch, 3, 9);
        assertThat(sketch.frequency(1)).as("39 uses").isEqualTo(15);
        sketch.raise(3);
        assertThat(sketch.frequency(1)).isEqualTo(7);
    }

    @Test
    void aSketchThatGrowsKeepsItsCounts() {
        CountMinSketch sketch = new CountMinSketch();
        sketch.entries(4);
        raise(sketch, 1, 6);
        sketch.entries(1_000);
        sketch.entries(2);
        assertThat(sketch.frequency(1)).isEqualTo(6);
        raise(sketch, 2, 15);
        LongStream.range(100, 1_000).forEach(sketch::raise);
        assertThat(sketch.frequency(1)).as("no halving before 10,240 uses").isGreaterThanOrEqualTo(6);
    }
}
