package roundhouse.caching.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times to live where the usual formulas lose their digits or have nothing to divide by. */
final class TtlEdgesTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int TERMS = 40;

    /** The closed form, ttl / 2 - (1 - (1 - exp(-x)) / x) / updates with x = updates * ttl, in 60 digits. */
    private static double exactMeanStaleness(double updates, double ttl) {
        BigDecimal rate = new BigDecimal(updates);
        BigDecimal x = rate.multiply(new BigDecimal(ttl));
        BigDecimal one = BigDecimal.ONE;
        BigDecimal none = one.subtract(exp(x.negate())).divide(x, DIGITS);
        return new BigDecimal(ttl)
                .divide(BigDecimal.TWO, DIGITS)
                .subtract(one.subtract(none).divide(rate, DIGITS))
                .doubleValue();
    }

    private static BigDecimal exp(BigDecimal x) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int i = 1; i <= TERMS; i++) {
            term = term.multiply(x).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.0009, 1", "0.00001, 60", "0.0000001, 5", "0.3, 0.003"})
    void theMeanStalenessOfFewUpdatesHasAllItsDigits(double updates, double ttl) {
        assertThat(TtlTheory.meanStaleness(updates, ttl))
                .isCloseTo(exactMeanStaleness(updates, ttl), withinPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0.002, 1", "0.5, 4", "3, 2"})
    void theMeanStalenessOfMoreUpdatesIsTheSame(double updates, double ttl) {
        assertThat(TtlTheory.meanStaleness(updates, ttl))
                .isCloseTo(exactMeanStaleness(updates, ttl), withinPercentage(1e-7));
    }

    @Test
    void withoutATimeToLiveNothingIsStale() {
        assertThat(TtlTheory.staleShareOfHits(2, 0, 0)).isZero();
        assertThat(TtlTheory.meanStaleness(2, 0)).isZero();
    }

    /** Refreshes are a Poisson process that thickens towards the expiry; there is none with the probability exp(-its mean). */
    @ParameterizedTest
    @CsvSource({"5, 0.4, 1", "2, 3, 0.5", "40, 0.1, 2"})
    void nobodyRefreshesEarlyAsTheChancesAddUp(double requests, double ttl, double scale) {
        int steps = 100_000;
        double mean = 0;
        for (int i = 0; i < steps; i++) {
            mean += requests * EarlyRefreshTheory.chance(ttl * (i + 0.5) / steps, scale) * ttl / steps;
        }
        assertThat(EarlyRefreshTheory.noneEarly(requests, ttl, scale))
                .isCloseTo(Math.exp(-mean), withinPercentage(1e-4));
    }
}
