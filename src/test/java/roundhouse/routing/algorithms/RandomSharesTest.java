package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import tools.jackson.databind.JsonNode;

/**
 * The random algorithms' shares against theory, by chi-square at an error rate of 1 in 1,000 for each. The seeds are fixed: a failure
 * is a change of behaviour, never chance.
 */
class RandomSharesTest {
    private static final int PICKS = 100_000;

    private final TestRequest request = new TestRequest();

    private static Algorithm.Context context(long seed) {
        return new Algorithm.Context(
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed), () -> 0, new Regions(new double[0][]), 1);
    }

    private static Pool pool(int... weights) {
        Pool pool = new Pool();
        for (int weight : weights) {
            PlainTargets.add(pool, "t" + pool.size(), weight);
        }
        return pool;
    }

    private int[] counts(Algorithm algorithm, Pool pool, int picks, boolean held) {
        Balancer balancer = algorithm.create(context(7));
        int[] counts = new int[pool.size()];
        for (int i = 0; i < picks; i++) {
            int target = balancer.pick(request, pool);
            counts[target]++;
            if (held) {
                pool.started(target);
                balancer.started(target);
            }
        }
        return counts;
    }

    private static void assertShares(int[] counts, double... shares) {
        double picks = 0;
        for (int count : counts) {
            picks += count;
        }
        double chiSquare = 0;
        for (int i = 0; i < shares.length; i++) {
            double expected = picks * shares[i];
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(chiSquare)
                .as("chi-square of %s against %s", java.util.Arrays.toString(counts), java.util.Arrays.toString(shares))
                .isLessThan(critical(shares.length - 1));
    }

    /** The 99.9 % point of chi-square, by Wilson and Hilferty's approximation; exact to 2 % for the degrees used here. */
    private static double critical(int degrees) {
        double ninth = 2.0 / (9 * degrees);
        return degrees * StrictMath.pow(1 - ninth + 3.0902 * StrictMath.sqrt(ninth), 3);
    }

    @Test
    void randomIsInProportionToWeight() {
        assertShares(counts(Algorithm.RANDOM, pool(5, 2, 1), PICKS, false), 0.625, 0.25, 0.125);
    }

    /** nginx's own figures for 3:1:1 were 1178, 1411 and 1411 of 4,000. */
    @Test
    void nginxGivesTheHeaviestOfIdleTargetsLess() {
        assertShares(counts(Algorithm.NGINX_RANDOM_TWO, pool(3, 1, 1), PICKS, false), 0.30, 0.35, 0.35);
    }

    /** The first draw wins, or among equal weights either: a share of the weight. */
    @Test
    void twoChoicesAmongIdleTargetsGiveEachItsShare() {
        assertShares(counts(Algorithm.POWER_OF_TWO, pool(3, 1, 1), PICKS, false), 0.6, 0.2, 0.2);
        assertShares(counts(Algorithm.POWER_OF_TWO, pool(5, 2, 2, 1), PICKS, false), 0.5, 0.2, 0.2, 0.1);
    }

    /** Held for ever, what is in flight comes to the same for each unit of weight. */
    @Test
    void twoChoicesUnderLoadFillByWeight() {
        int[] counts = counts(Algorithm.POWER_OF_TWO, pool(6, 3, 2, 1), 12_000, true);
        for (int i = 0; i < counts.length; i++) {
            double perWeight = counts[i] / (double) new int[] {6, 3, 2, 1}[i];
            assertThat(perWeight).isBetween(990.0, 1_010.0);
        }
    }

    @Test
    void withEqualWeightsBothVariantsPickAlike() {
        assertThat(counts(Algorithm.POWER_OF_TWO, pool(2, 2, 2, 2), 4_000, true))
                .isEqualTo(counts(Algorithm.NGINX_RANDOM_TWO, pool(2, 2, 2, 2), 4_000, true));
    }

    /** Idle, the second draw wins: P(i) = Σ over the first j ≠ i of w(j)/W · w(i)/(W - w(j)). */
    @Test
    void nginxsTwoChoicesOfAnIdleBigPool() {
        int[] weights = new int[40];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + i % 4;
            total += weights[i];
        }
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                if (i != j) {
                    shares[i] += weights[j] / total * weights[i] / (total - weights[j]);
                }
            }
        }
        assertShares(counts(Algorithm.NGINX_RANDOM_TWO, pool(weights), PICKS, false), shares);
    }

    /** A search that hits somebody unable and draws again must not favour its neighbours. */
    @ParameterizedTest
    @ValueSource(ints = {8, 40})
    void theShareOfTargetsUnableIsSharedByWeight(int targets) {
        int[] weights = new int[targets];
        double total = 0;
        for (int i = 0; i < targets; i++) {
            weights[i] = 1 + i % 3;
            request.tried.set(i, i % 2 == 0);
            total += i % 2 == 0 ? 0 : weights[i];
        }
        int[] counts = counts(Algorithm.RANDOM, pool(weights), PICKS, false);
        int[] able = new int[targets / 2];
        double[] shares = new double[targets / 2];
        for (int i = 0; i < targets; i++) {
            if (i % 2 == 0) {
                assertThat(counts[i]).isZero();
            } else {
                able[i / 2] = counts[i];
                shares[i / 2] = weights[i] / total;
            }
        }
        assertShares(able, shares);
    }

    @Test
    void twoChoicesUnderLoadEvenOutWhatIsInFlight() {
        int[] counts = counts(Algorithm.POWER_OF_TWO, pool(1, 1, 1, 1), 4_000, true);
        for (int count : counts) {
            assertThat(count).isBetween(995, 1_005);
        }
    }

    static List<JsonNode> recordings() {
        return Golden.cases("nginx/random_stats.json");
    }

    /** nginx's counts and ours are draws from one distribution: a two-sample chi-square, 1 in 1,000 for each case. */
    @ParameterizedTest
    @MethodSource("recordings")
    void recordedCountsAreOfTheSameDistribution(JsonNode recorded) {
        int[] theirs = Golden.ints(recorded.get("counts"));
        int picks = recorded.get("n").asInt();
        boolean two = recorded.get("algorithm").asString().contains("two");
        boolean held = recorded.get("kind").asString().contains("held open");
        int[] ours = counts(
                two ? Algorithm.NGINX_RANDOM_TWO : Algorithm.RANDOM,
                pool(Golden.ints(recorded.get("weights"))),
                picks,
                held);
        double chiSquare = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = ours[i] - theirs[i];
            chiSquare += difference * difference / (ours[i] + theirs[i]);
        }
        assertThat(chiSquare).isLessThan(critical(ours.length - 1));
        Golden.equal(picks);
    }
}
