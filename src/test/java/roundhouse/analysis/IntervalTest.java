package roundhouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    /** The table in every textbook, two-sided 95 %. */
    @Test
    void quantilesOfStudentsT() {
        double[][] table = {{1, 12.706}, {2, 4.303}, {9, 2.262}, {19, 2.093}, {29, 2.045}, {39, 2.023}, {1e6, 1.960}};
        for (double[] row : table) {
            assertThat(Interval.quantile(row[0])).isEqualTo(row[1], within(5e-4));
        }
    }

    @Test
    void tooFewBatchesSayNothing() {
        BatchMeans few = new BatchMeans();
        for (int i = 0; i < Interval.FEWEST - 1; i++) {
            few.add(i);
        }
        assertThat(Interval.of(few.spread()).isKnown()).isFalse();
        assertThat(Interval.of(few.spread()).covers(1e9)).as("nobody knows").isTrue();
        assertThat(Interval.welch(few.spread(), few.spread()).isKnown()).isFalse();
        few.add(3);
        assertThat(Interval.of(few.spread()).isKnown()).isTrue();
    }

    @Test
    void aDifferenceThatNeverVariesIsCertain() {
        BatchMeans same = new BatchMeans();
        for (int i = 0; i < 100; i++) {
            same.add(7);
        }
        assertThat(Interval.of(same.spread()).halfWidth()).isZero();
        assertThat(Interval.welch(same.spread(), same.spread()).halfWidth()).isZero();
    }

    /** Variances of the means 4 and 1 with 10 and 20 batches: degrees 25 / (16/9 + 1/19) = 13.66, between t13 and t14. */
    @Test
    void welchTakesFewerDegreesWhereVariancesDiffer() {
        Interval interval = Interval.welch(new BatchMeans.Spread(4, 10, 1, 0), new BatchMeans.Spread(1, 20, 1, 0));
        assertThat(interval.halfWidth() / Math.sqrt(5)).isBetween(2.145, 2.160);
    }
}
