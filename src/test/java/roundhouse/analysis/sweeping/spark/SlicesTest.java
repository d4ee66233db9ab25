package roundhouse.analysis.sweeping.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlicesTest {
    @Test
    void eachCoreHasSeveralAndNoneIsLarge() {
        assertThat(SparkSweep.slices(1_000, 4)).isEqualTo(32);
        assertThat(SparkSweep.slices(5, 4)).isEqualTo(5);
        assertThat(SparkSweep.slices(10_000_000, 100)).isEqualTo(10_000);
        assertThat(SparkSweep.slices(1, 100)).isEqualTo(1);
    }
}
