package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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

    /** The JDK's own xoshiro256++, whose state is given as bytes, highest first. */
    @Test
    void itDrawsWhatTheJdksGeneratorDraws() {
        for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
            ByteBuffer state = ByteBuffer.allocate(32);
            SplittableRandom splitMix = new SplittableRandom(seed);
            for (int i = 0; i < 4; i++) {
                state.putLong(splitMix.nextLong());
            }
            RandomGenerator jdk =
                    RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(state.array());
            RandomStream ours = new RandomStream(seed);
            for (int i = 0; i < 1_000; i++) {
                assertThat(ours.nextLong()).isEqualTo(jdk.nextLong());
            }
        }
    }

    /** A saved run comes out the same only as long as a seed gives these draws, rare paths included. */
    @Test
    void theDrawsOfASeedNeverChange() {
        RandomStream random = new RandomStream(9);
        long exponential = 0;
        long normal = 0;
        for (int i = 0; i < DRAWS; i++) {
            exponential = Mix.mix(exponential ^ Double.doubleToRawLongBits(random.nextExponential()));
            normal = Mix.mix(normal ^ Double.doubleToRawLongBits(random.nextGaussian()));
        }
        assertThat(exponential).isEqualTo(0x33fce0c72b4819f2L);
        assertThat(normal).isEqualTo(0xe8e2b5e012b32a53L);
    }

    @Test
    void restartedItDrawsTheSameAgain() {
        RandomStream random = new RandomStream(7);
        long first = random.nextLong();
        random.nextLong();
        random.restart(7);
        assertThat(random.nextLong()).isEqualTo(first);
    }

    @Test
    void aBoundBelowOneIsRefused() {
        RandomStream random = new RandomStream(8);
        assertThat(random.nextInt(1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(-1));
    }

    /** Seeds that stand one apart are SplitMix64's successive draws, which the JDK has as well. */
    @Test
    void numbersAreMixedAsSplitMixDoes() {
        SplittableRandom splitMix = new SplittableRandom(5);
        for (long i = 1; i <= 1_000; i++) {
            assertThat(Mix.mix(5 + i * Mix.GOLDEN)).isEqualTo(splitMix.nextLong());
        }
    }

    @Test
    void textsAreToldApart() {
        Set<Long> hashes = new HashSet<>();
        List<String> texts = List.of("", "a", "b", "aa", "ab", "ba", "abc", "acb", "\0", "\0\0");
        texts.forEach(text -> hashes.add(Mix.text(0, text)));
        texts.forEach(text -> hashes.add(Mix.text(1, text)));
        assertThat(hashes).hasSize(2 * texts.size());
        assertThat(Mix.text(3, "server")).isEqualTo(Mix.text(3, "server"));
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
