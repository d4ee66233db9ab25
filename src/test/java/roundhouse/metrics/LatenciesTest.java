package roundhouse.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
    /** Over nine powers of ten, with few and with many durations. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 99, 100, 101, 5_000})
    void onePercentileIsThatOfTheHistogram(int many) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(many);
        for (int digits = 2; digits <= 3; digits++) {
            Latencies latencies = new Latencies(digits);
            for (int i = 0; i < many; i++) {
                latencies.record((long) Math.pow(10, random.nextDouble(9)));
            }
            for (double percent : new double[] {1, 50, 90, 99, 99.9, 100}) {
                assertThat(latencies.percentileNanos(percent))
                        .as("%s %% of %s, %s digits", percent, many, digits)
                        .isEqualTo(latencies.percentilesNanos(percent)[0]);
            }
        }
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(new Latencies(2).percentileNanos(99)).isZero();
    }
}
