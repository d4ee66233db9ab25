package roundhouse.hashing.rings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.Balance;
import roundhouse.simulation.testing.Theory;

/** How unevenly a ring parts its keys, against the law of spacings between points drawn on a circle. */
class RingTheoryTest {
    private static final int TARGETS = 10;
    private static final int RINGS = 50;
    private static final long[] EVENLY = evenly(1 << 14);

    /** So many positions at equal distances, which measure shares. */
    private static long[] evenly(int count) {
        long[] positions = new long[count];
        for (int i = 0; i < count; i++) {
            positions[i] = Long.divideUnsigned(-1, count) * i;
        }
        return positions;
    }

    /** Means over rings of other names. */
    private static double[] means(int virtualNodes, ToDoubleFunction<Balance> figure) {
        double[] means = new double[Theory.REPLICATIONS];
        for (int replication = 0; replication < means.length; replication++) {
            for (int ring = 0; ring < RINGS; ring++) {
                List<Target> targets = new ArrayList<>();
                for (int target = 0; target < TARGETS; target++) {
                    targets.add(Target.of("r" + replication + "-" + ring + "-t" + target));
                }
                Placement placement = new Ring(targets, HashFunction.XXH3, virtualNodes);
                means[replication] += figure.applyAsDouble(Balance.of(placement, EVENLY)) / RINGS;
            }
        }
        return means;
    }

    /** The largest of n spacings is the n-th harmonic number ÷ n on average (David and Nagaraja, Order Statistics, 6.4). */
    @Test
    void withOneTokenEachTheLargestShareIsHarmonic() {
        double harmonic = 0;
        for (int i = 1; i <= TARGETS; i++) {
            harmonic += 1.0 / i;
        }
        Theory.agrees("largest share ÷ mean", means(1, Balance::maxOverMean), harmonic);
    }

    /** Shares of v spacings each are Dirichlet: the variance of share ÷ mean is (n - 1) ÷ (n v + 1). */
    @Test
    void tokensMakeSharesEvenByTheirSquareRoot() {
        for (int tokens : new int[] {1, 16, 128}) {
            Theory.agrees(
                    tokens + " tokens",
                    means(tokens, balance -> balance.deviation() * balance.deviation()),
                    (TARGETS - 1.0) / (TARGETS * tokens + 1));
        }
    }

    /** The bound of Karger et al.: with tokens in proportion to log n no share is far above the mean; here 1 + 3 √(2 ln n ÷ v). */
    @Test
    void manyTokensKeepEveryShareWithinItsBound() {
        double bound = 1 + 3 * Math.sqrt(2 * Math.log(TARGETS) / 128);
        for (double mean : means(128, Balance::maxOverMean)) {
            assertThat(mean).isBetween(1.0, bound);
        }
    }
}
