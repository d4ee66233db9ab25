package roundhouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How a record is drawn by its weight. */
class WeightedRecordsTest {
    private static int drawn(double fraction, boolean[] healthy, int... weights) {
        return new WeightedRecords(weights).choose(healthy, NameAnswersTest.fraction(fraction));
    }

    private static boolean[] allHealthy(int count) {
        boolean[] healthy = new boolean[count];
        Arrays.fill(healthy, true);
        return healthy;
    }

    @Test
    void eachHasTheShareOfItsWeightInTheirOrder() {
        boolean[] healthy = allHealthy(4);
        assertThat(drawn(0, healthy, 0, 1, 2, 1)).isEqualTo(1);
        assertThat(drawn(0.2499, healthy, 0, 1, 2, 1)).isEqualTo(1);
        assertThat(drawn(0.25, healthy, 0, 1, 2, 1)).isEqualTo(2);
        assertThat(drawn(0.7499, healthy, 0, 1, 2, 1)).isEqualTo(2);
        assertThat(drawn(0.75, healthy, 0, 1, 2, 1)).isEqualTo(3);
    }

    @Test
    void whatRoundingLeavesOverGoesToTheLastThatHasAChance() {
        int[] tenths = new int[11];
        Arrays.fill(tenths, 0, 10, 1);
        assertThat(drawn(Math.nextDown(1.0), allHealthy(11), tenths)).isEqualTo(9);
    }

    @Test
    void withNobodyHealthyWeightsCountAsIfAllWere() {
        boolean[] none = new boolean[3];
        assertThat(new WeightedRecords(new int[] {0, 1, 3}).probabilities(none)).containsExactly(0, 0.25, 0.75);
        assertThat(new WeightedRecords(new int[] {0, 0}).probabilities(new boolean[2]))
                .containsExactly(0.5, 0.5);
    }
}
