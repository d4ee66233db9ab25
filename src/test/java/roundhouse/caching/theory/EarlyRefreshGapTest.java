package roundhouse.caching.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mean gap before an expiry, beside the integral that it stands for, added up in steps so fine that their form does not matter. */
class EarlyRefreshGapTest {
    private static final int STEPS = 400_000;

    private static double integral(double requests, double ttl, double scale) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double gap = ttl * (i + 0.5) / STEPS;
            sum += 1 - Math.exp(-requests * scale * (Math.exp(-gap / scale) - Math.exp(-ttl / scale)));
        }
        return sum * ttl / STEPS;
    }

    @ParameterizedTest
    @CsvSource({
        // requests a second, time to live, scale
        "200, 10, 0.5",
        "1, 10, 0.5",
        "0.1, 3, 2",
        "5, 0.4, 1",
        "0.00025, 10, 0.5",
        // So seldom that there are hardly ever two.
        "0.00015, 10, 0.5",
        "0.00001, 1, 3"
    })
    void isTheIntegralOverAllGaps(double requests, double ttl, double scale) {
        assertThat(EarlyRefreshTheory.gapOverAll(requests, ttl, scale))
                .isCloseTo(integral(requests, ttl, scale), withinPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({"2000, 60, 0.5", "400, 60, 2"})
    void ofManyRequestsItIsTheMeanOfTheFirst(double requests, double ttl, double scale) {
        assertThat(EarlyRefreshTheory.gapOverAll(requests, ttl, scale))
                .isCloseTo(EarlyRefreshTheory.meanGap(requests, scale), withinPercentage(0.2));
    }
}
