package roundhouse.caching.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

final class LifetimesTest {
    /** Whoever is not to draw must not be able to. */
    private static final RandomGenerator NOBODY = () -> {
        throw new AssertionError("a number was drawn");
    };

    @Test
    void withoutJitterNothingIsDrawn() {
        Lifetimes lifetimes = new Lifetimes(1_000, 0, 100);
        assertThat(lifetimes.draw(false, NOBODY)).isEqualTo(1_000);
        assertThat(lifetimes.draw(true, NOBODY)).as("nothing there").isEqualTo(100);
        assertThat(new Lifetimes(Freshness.NEVER, 0.5, 0).draw(false, NOBODY)).isEqualTo(Freshness.NEVER);
        assertThat(new Lifetimes(1_000, 0.5, 0).draw(true, NOBODY))
                .as("not kept")
                .isZero();
    }

    @Test
    void jitterIsUniformAroundTheLifetime() {
        Lifetimes lifetimes = new Lifetimes(1_000_000, 0.2, 0);
        Random random = new Random(5);
        double sum = 0;
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 100_000; i++) {
            long drawn = lifetimes.draw(false, random);
            sum += drawn;
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
        }
        // The mean's standard error is 0.4 / sqrt(12 · 100,000) of the lifetime.
        assertThat(sum / 100_000).isCloseTo(1_000_000, within(1_500.0));
        assertThat(least).isBetween(800_000L, 800_100L);
        assertThat(most).isBetween(1_199_900L, 1_200_000L);
    }

    static java.util.stream.Stream<JsonNode> xfetch() {
        return Golden.list("caching/formulas.json", "xfetch").stream();
    }

    /** Poisson requests from the fetch on: when the first of them fetches early, and how often none does. */
    @ParameterizedTest
    @MethodSource("xfetch")
    void refreshesAsEarlyAsTheFormulaSays(JsonNode formula) {
        double second = 1e9;
        EarlyRefresh early = new EarlyRefresh(formula.get("beta").asDouble());
        long delta = (long) (formula.get("delta").asDouble() * second);
        long expires = (long) (formula.get("ttl").asDouble() * second);
        Random random = new Random(11);
        int runs = 4_000;
        int none = 0;
        double[] gaps = new double[runs];
        for (int run = 0; run < runs; run++) {
            double now = 0;
            do {
                now += -Math.log(1 - random.nextDouble()) / formula.get("lam").asDouble() * second;
            } while (now < expires && !early.due(expires, delta, (long) now, random));
            none += now >= expires ? 1 : 0;
            gaps[run] = Math.max(0, expires - now) / second;
        }
        java.util.Arrays.sort(gaps);
        double chance = formula.get("p_no_early").asDouble();
        assertThat((double) none / runs).isCloseTo(chance, within(4 * Math.sqrt(chance * (1 - chance) / runs) + 0.001));
        double median = formula.get("median_gap").asDouble();
        assertThat(gaps[runs / 2]).isCloseTo(median, within(0.06 * median));
    }

    @Test
    void theChanceFallsByE() {
        EarlyRefresh early = new EarlyRefresh(2);
        Random random = new Random(13);
        int due = 0;
        for (int i = 0; i < 100_000; i++) {
            due += early.due(1_000_000, 100_000, 1_000_000 - 200_000, random) ? 1 : 0;
        }
        // exp(-1), with four standard errors of 0.0015.
        assertThat(due / 100_000.0).isCloseTo(Math.exp(-1), within(0.0061));
        assertThat(early.due(1_000_000, 100_000, 1_000_000, random))
                .as("at the expiry always")
                .isTrue();
    }
}
