package roundhouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchMeansTest {
    @Test
    void theMeanIsThatOfAllValuesAndBatchesAreOfOneSize() {
        for (int count : new int[] {1, 19, 20, 39, 40, 41, 1_000, 123_457}) {
            BatchMeans series = new BatchMeans();
            for (int i = 0; i < count; i++) {
                series.add(i);
            }
            assertThat(series.mean()).isEqualTo((count - 1) / 2.0);
            BatchMeans.Spread spread = series.spread();
            assertThat(spread.batches() * spread.size()).isBetween(count - spread.size() + 1, (long) count);
            if (count >= 20) {
                assertThat(spread.batches()).isBetween(BatchMeans.MOST / 2, BatchMeans.MOST - 1);
            }
        }
    }

    @Test
    void aSpreadIsThatOfTheBatchesMeans() {
        BatchMeans series = new BatchMeans();
        for (double value : new double[] {3, 5, 4, 8}) {
            series.add(value);
        }
        // Mean 5, squares 4 + 0 + 1 + 9 = 14, products (−2)·0 + 0·(−1) + (−1)·3 = −3.
        assertThat(series.spread().variance()).isEqualTo(14 / 3.0 / 4, within(1e-12));
        assertThat(series.spread().correlation()).isEqualTo(-3 / 14.0, within(1e-12));
    }

    /**
     * An AR(1) series with coefficient 0.9 has 19 times the variance of the mean that its values suggest: an interval for independent
     * values covers the truth a third of the time, one of batches nearly as often as it says. 1,000 series of 20,000 values; with
     * 0.95 as it should be, fewer than 92 % have a chance below 1e-4.
     */
    @Test
    void dependentValuesDoNotMakeTheIntervalTooNarrow() {
        Random random = new Random(5);
        int covered = 0;
        int naive = 0;
        int runs = 1_000;
        int length = 20_000;
        for (int run = 0; run < runs; run++) {
            BatchMeans series = new BatchMeans();
            double value = random.nextGaussian() / Math.sqrt(1 - 0.81);
            double squares = 0;
            for (int i = 0; i < length; i++) {
                series.add(value);
                squares += value * value;
                value = 0.9 * value + random.nextGaussian();
            }
            covered += Interval.of(series.spread()).covers(series.mean()) ? 1 : 0;
            naive += Math.abs(series.mean()) <= 1.96 * Math.sqrt(squares / length / length) ? 1 : 0;
        }
        assertThat(covered).isBetween(920, 980);
        assertThat(naive).isLessThan(500);
    }

    @Test
    void successiveBatchesThatAreAlikeAreToldOf() {
        Random random = new Random(6);
        BatchMeans drifting = new BatchMeans();
        BatchMeans steady = new BatchMeans();
        for (int i = 0; i < 10_000; i++) {
            steady.add(random.nextGaussian());
            drifting.add(random.nextGaussian() + i / 1_000.0);
        }
        assertThat(difference(drifting).batchesDepend()).isTrue();
        assertThat(difference(steady).batchesDepend()).isFalse();
    }

    private static Difference difference(BatchMeans series) {
        return Difference.of(series, series, series);
    }
}
