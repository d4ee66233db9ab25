package roundhouse.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void aLevelIsWeightedByTime() {
        TimeWeightedGauge level = new TimeWeightedGauge();
        level.add(0, 2);
        level.add(10, 3);
        level.add(30, -5);
        assertThat(level.mean(40)).isEqualTo((2 * 10 + 5 * 20) / 40.0);
        assertThat(level.max()).isEqualTo(5);
        level.set(40, 4);
        level.reset(50);
        assertThat(level.mean(50)).isEqualTo(4);
        assertThat(level.mean(60)).isEqualTo(4);
        assertThat(level.max()).isEqualTo(4);
    }

    @Test
    void aLevelDoesNotOverflow() {
        TimeWeightedGauge level = new TimeWeightedGauge();
        long day = 86_400_000_000_000L;
        level.add(0, 1_000_000);
        for (long time = day; time <= 100 * day; time += day) {
            level.add(time, 1);
            level.add(time, -1);
        }
        assertThat(level.mean(100 * day)).isCloseTo(1_000_000, within(1e-6));
    }

    /** The same percentiles as the library's own recording. */
    @Test
    void latenciesAreThoseOfAnHdrHistogram() {
        SplittableRandom random = new SplittableRandom(1);
        for (int digits = 2; digits <= 3; digits++) {
            Latencies latencies = new Latencies(digits);
            Histogram histogram = new Histogram(digits);
            for (int i = 0; i < 20_000; i++) {
                long nanos = random.nextLong(1L << random.nextInt(1, 43));
                latencies.record(nanos);
                histogram.recordValue(nanos);
            }
            double[] percents = {0, 1, 25, 50, 90, 99, 99.9};
            long[] found = latencies.percentilesNanos(percents);
            for (int i = 0; i < percents.length; i++) {
                assertThat(found[i]).as("%s %%", percents[i]).isEqualTo(histogram.getValueAtPercentile(percents[i]));
            }
            assertThat(latencies.count()).isEqualTo(20_000);
        }
    }

    @Test
    void latenciesAddUp() {
        Latencies a = new Latencies(3);
        Latencies b = new Latencies(3);
        a.record(1_000);
        b.record(3_000_000);
        a.add(b);
        assertThat(a.count()).isEqualTo(2);
        assertThat(a.meanNanos()).isEqualTo(1_500_500.0);
        assertThat(a.maxNanos()).isEqualTo(3_000_000);
        a.reset();
        assertThat(a.percentilesNanos(50)).containsExactly(0);
        assertThat(a.meanNanos()).isZero();
    }

    @Test
    void bucketsAreInOrderAndPercentilesWithinSixPerCent() {
        long before = -1;
        for (int bucket = 0; bucket < DurationBuckets.COUNT; bucket++) {
            long least = DurationBuckets.leastNanos(bucket);
            assertThat(least).isGreaterThan(before);
            assertThat(DurationBuckets.of(least)).isEqualTo(bucket);
            before = least;
        }
        assertThat(DurationBuckets.of(Long.MAX_VALUE)).isEqualTo(DurationBuckets.COUNT - 1);
        int[] counts = new int[DurationBuckets.COUNT];
        for (int i = 1; i <= 1_000; i++) {
            counts[DurationBuckets.of(i * 10_000L)]++;
        }
        assertThat(DurationBuckets.percentileNanos(counts, 1_000, 50)).isCloseTo(5_000_000L, within(300_000L));
        assertThat(DurationBuckets.percentileNanos(counts, 1_000, 99)).isCloseTo(9_900_000L, within(600_000L));
        assertThat(DurationBuckets.percentileNanos(counts, 0, 50)).isZero();
    }

    @Test
    void recentForgetsAfterTenSlices() {
        RecentDurations recent = new RecentDurations();
        recent.record(5_000_000);
        int[] sums = new int[DurationBuckets.COUNT];
        for (int slice = 0; slice < 9; slice++) {
            recent.nextSlice();
        }
        assertThat(recent.addTo(sums)).isEqualTo(1);
        recent.nextSlice();
        assertThat(recent.addTo(new int[DurationBuckets.COUNT])).isZero();
    }
}
