package roundhouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Means over seeds and their differences against the closed formulas. */
class OverSeedsTest {
    private static OverSeeds of(double... values) {
        TreeMap<Long, Double> bySeed = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            bySeed.put(42L + i, values[i]);
        }
        return new OverSeeds(bySeed);
    }

    @Test
    void theIntervalIsStudentsOfSoManySeeds() {
        OverSeeds four = of(1, 2, 3, 4);
        assertThat(four.mean()).isEqualTo(2.5);
        // t of 3 degrees of freedom is 3.18245, the standard deviation is the root of 5/3.
        assertThat(four.interval().halfWidth()).isCloseTo(3.18245 * Math.sqrt(5.0 / 3) / 2, within(1e-4));
        assertThat(of(1, 2).interval().halfWidth()).isCloseTo(12.7062 * 0.5, within(1e-3));
        assertThat(of(7).interval().isKnown()).isFalse();
        assertThat(of().mean()).isNaN();
    }

    @Test
    void whatBothHaveInCommonIsNotInTheDifference() {
        SeedDifference difference = of(100, 1_000, 10, 1).less(of(99, 998, 9, -1));
        assertThat(difference.mean()).isEqualTo(1.5);
        assertThat(difference.interval().halfWidth()).isCloseTo(3.18245 * Math.sqrt(1.0 / 3) / 2, within(1e-4));
        assertThat(difference.isCertain()).isTrue();
        assertThat(of(1, 2, 3).less(of(3, 2, 1)).isCertain()).isFalse();
        assertThat(of(1, 2).less(of(1, 2)).isCertain()).as("no difference").isFalse();
    }

    @Test
    void onlySeedsThatBothWereMeasuredUnderCount() {
        OverSeeds gap = of(5, Double.NaN, 7);
        assertThat(gap.values()).hasSize(2);
        SeedDifference difference = gap.less(of(4, 4, 4, 4));
        assertThat(difference.seeds()).isEqualTo(2);
        assertThat(difference.mean()).isEqualTo(2);
        assertThat(gap.less(of()).seeds()).isZero();
        assertThat(gap.less(of()).mean()).isNaN();
    }

    /** Of 2,000 intervals of ten values each, 95 of 100 hold the true mean. */
    @Test
    void ofHundredIntervalsNinetyFiveHold() {
        SplittableRandom random = new SplittableRandom(17);
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            double[] values = random.doubles(10).map(value -> 2 * value).toArray();
            OverSeeds ten = of(values);
            held += Math.abs(ten.mean() - 1) <= ten.interval().halfWidth() ? 1 : 0;
        }
        assertThat(held / 2_000.0).isBetween(0.93, 0.965);
    }
}
