package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 1_000_000;

    /** Kolmogorov and Smirnov's test; a right distribution fails it with probability 0.1 %, and the seeds are fixed. */
    private static void fits(DoubleSupplier draws, DoubleUnaryOperator distribution) {
        double[] values = new double[DRAWS];
        Arrays.setAll(values, _ -> draws.getAsDouble());
        Arrays.sort(values);
        double worst = 0;
        for (int i = 0; i < DRAWS; i++) {
            double expected = distribution.applyAsDouble(values[i]);
            worst = Math.max(
                    worst, Math.max(Math.abs(expected - (double) i / DRAWS), Math.abs((i + 1.0) / DRAWS - expected)));
        }
        assertThat(worst * Math.sqrt(DRAWS)).isLessThan(1.95);
    }

    @Test
    void exponentialDrawsFitTheirDistribution() {
        fits(new RandomStream(1)::nextExponential, x -> -Math.expm1(-x));
    }

    @Test
    void normalDrawsFitTheirDistribution() {
        fits(new RandomStream(2)::nextGaussian, RandomStreamTest::normal);
    }

    @Test
    void uniformDrawsFitTheirDistribution() {
        fits(new RandomStream(3)::nextDouble, x -> x);
    }

    /** The tails are drawn by other paths: one normal in 3,880 lies beyond 3.6541…, one exponential in 2,202 beyond 7.697…. */
    @Test
    void tailsHaveTheirWeight() {
        RandomStream random = new RandomStream(4);
        int normal = 0;
        int exponential = 0;
        for (int i = 0; i < 10 * DRAWS; i++) {
            normal += Math.abs(random.nextGaussian()) > 3.8 ? 1 : 0;
            exponential += random.nextExponential() > 9 ? 1 : 0;
        }
        // Expected 1,447 and 1,234: within four standard deviations.
        assertThat(normal).isBetween(1_295, 1_599);
        assertThat(exponential).isBetween(1_093, 1_375);
    }

    @Test
    void boundedDrawsCoverTheirRangeEvenly() {
        RandomStream random = new RandomStream(5);
        int[] counts = new int[7];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.nextInt(7)]++;
        }
        // Four standard deviations of 350 about 142,857.
        for (int count : counts) {
            assertThat(count).isBetween(141_457, 144_257);
        }
    }

    @Test
    void aStreamDependsOnSeedOwnerAndPurposeAlone() {
        Streams streams = new Streams(42);
        streams.of("somebody", "else");
        long first = streams.of("s1", "service").nextLong();
        assertThat(new Streams(42).of("s1", "service").nextLong()).isEqualTo(first);
        assertThat(new Streams(43).of("s1", "service").nextLong()).isNotEqualTo(first);
        assertThat(new Streams(42).of("s1", "keys").nextLong()).isNotEqualTo(first);
        assertThat(new Streams(42).of("s1s", "ervice").nextLong()).isNotEqualTo(first);
        assertThat(streams.of("s1", "service").nextLong())
                .as("it goes on where it stands")
                .isNotEqualTo(first);
    }

    /** By the trapezoid rule on the density, as the JDK has no error function. */
    private static double normal(double x) {
        int index = (int) Math.floor((x + 8) * 1_000);
        if (index < 0 || index >= NORMAL.length - 1) {
            return x < 0 ? 0 : 1;
        }
        double part = (x + 8) * 1_000 - index;
        return NORMAL[index] * (1 - part) + NORMAL[index + 1] * part;
    }

    private static final double[] NORMAL = new double[16_001];

    static {
        for (int i = 1; i < NORMAL.length; i++) {
            NORMAL[i] = NORMAL[i - 1] + (density((i - 1) / 1_000.0 - 8) + density(i / 1_000.0 - 8)) / 2_000;
        }
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
