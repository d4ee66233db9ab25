package roundhouse.caching.eviction.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Counts of uses by Caffeine's sketch. */
final class BlockedSketchTest {
    private static BlockedSketch of(long entries) {
        BlockedSketch sketch = new BlockedSketch();
        sketch.entries(entries);
        return sketch;
    }

    private static void raise(BlockedSketch sketch, long key, int times) {
        for (int i = 0; i < times; i++) {
            sketch.raise(key);
        }
    }

    @Test
    void knowsNothingBeforeItIsToldItsSize() {
        BlockedSketch sketch = new BlockedSketch();
        assertThat(sketch.counts()).isFalse();
        sketch.raise(7);
        assertThat(sketch.frequency(7)).isZero();
        sketch.entries(100);
        assertThat(sketch.counts()).isTrue();
        assertThat(sketch.frequency(7)).isZero();
    }

    @Test
    void countsEachUseUpToFifteen() {
        BlockedSketch sketch = of(256);
        for (int uses = 1; uses <= 15; uses++) {
            sketch.raise(7);
            assertThat(sketch.frequency(7)).isEqualTo(uses);
        }
        sketch.raise(7);
        assertThat(sketch.frequency(7)).isEqualTo(15);
        assertThat(sketch.frequency(8)).isZero();
    }

    /** Each key has four of 128 counters of one of 128 blocks: 512 keys share some, but hardly ever all four. */
    @Test
    void keysHardlyDisturbEachOther() {
        BlockedSketch sketch = of(1_024);
        LongStream.range(0, 512).forEach(key -> raise(sketch, key, (int) (key % 8)));
        LongStream.range(0, 512)
                .forEach(key ->
                        assertThat(sketch.frequency(key)).as("never too few").isGreaterThanOrEqualTo(key % 8));
        assertThat(LongStream.range(0, 512)
                        .filter(key -> sketch.frequency(key) > key % 8)
                        .count())
                .as("too many")
                .isLessThan(5);
        assertThat(LongStream.range(10_000, 20_000)
                        .filter(key -> sketch.frequency(key) > 0)
                        .count())
                .as("of 10,000 that were never used")
                .isLessThan(300);
    }

    @Test
    void tenUsesForEachEntryHalveAll() {
        BlockedSketch sketch = of(300);
        assertThat(sketch.usesToHalve()).isEqualTo(3_000);
        raise(sketch, 1, 9);
        raise(sketch, 2, 14);
        LongStream.range(1_000, 1_000 + 3_000 - 24).forEach(sketch::raise);
        assertThat(sketch.frequency(2)).isGreaterThanOrEqualTo(14);
        sketch.raise(3);
        assertThat(sketch.frequency(1)).isBetween(4L, 6L);
        assertThat(sketch.frequency(2)).isBetween(7L, 9L);
    }

    /** Uses of a key that is counted to the end do not bring the halving nearer. */
    @Test
    void usesThatCannotBeCountedDoNotAge() {
        BlockedSketch sketch = of(256);
        raise(sketch, 1, 10_000);
        assertThat(sketch.frequency(1)).isEqualTo(15);
    }

    /** A use that a halving rounds away counts for the next one no more: of two uses of each key one is left, of one none. */
    @Test
    void theNextHalvingCountsWhatIsLeft() {
        BlockedSketch twice = of(256);
        LongStream.range(0, 1_280).forEach(key -> raise(twice, key, 2));
        assertThat(usesToTheNextHalving(twice)).isBetween(1_280L, 1_500L);
        BlockedSketch once = of(256);
        LongStream.range(0, 2_560).forEach(once::raise);
        assertThat(usesToTheNextHalving(once)).isGreaterThan(1_500L);
    }

    private static long usesToTheNextHalving(BlockedSketch sketch) {
        raise(sketch, -1, 15);
        long uses = 15;
        for (long key = 1_000_000; sketch.frequency(-1) == 15; key++) {
            sketch.raise(key);
            uses++;
        }
        return uses;
    }

    @Test
    void smallCachesHaveRoomFor256() {
        assertThat(of(0).usesToHalve()).isEqualTo(2_560);
        assertThat(of(256).usesToHalve()).isEqualTo(2_560);
        assertThat(of(257).usesToHalve()).isEqualTo(2_570);
        assertThat(of(Long.MAX_VALUE).usesToHalve()).isEqualTo(10 << 24);
    }

    @Test
    void itForgetsWhenItNeedsMoreRoomOnly() {
        BlockedSketch sketch = of(300);
        raise(sketch, 1, 5);
        sketch.entries(512);
        assertThat(sketch.frequency(1)).as("there is room for 512").isEqualTo(5);
        sketch.entries(100);
        assertThat(sketch.frequency(1)).isEqualTo(5);
        sketch.entries(513);
        assertThat(sketch.frequency(1)).isZero();
    }

    /** Fewer entries do not make what was counted already more than a halving away. */
    @Test
    void withFewerEntriesTheHalvingComesAtOnce() {
        BlockedSketch sketch = of(512);
        raise(sketch, 1, 14);
        LongStream.range(1_000, 4_000).forEach(sketch::raise);
        sketch.entries(256);
        assertThat(sketch.frequency(1)).isGreaterThanOrEqualTo(14);
        sketch.raise(5_000);
        assertThat(sketch.frequency(1)).isBetween(7L, 9L);
    }
}
