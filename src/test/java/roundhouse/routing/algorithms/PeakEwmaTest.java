package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

class PeakEwmaTest {
    private static final long MILLIS = 1_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();

    private PeakEwma balancer(long decayNanos) {
        return new PeakEwma(RandomGeneratorFactory.of("L64X128MixRandom").create(1), clock::get, decayNanos);
    }

    private void answered(PeakEwma balancer, int target, long latency) {
        pool.started(target);
        balancer.started(target);
        pool.finished(target);
        balancer.finished(target, latency, Outcome.OK);
    }

    @Test
    void loadsAreThoseOfTheReferenceModel() {
        JsonNode recorded = Golden.read("other/peak_ewma.json");
        PeakEwma balancer = balancer(recorded.get("decay_ns").asLong());
        PlainTargets.add(pool, "a", 1);
        int loads = 0;
        for (JsonNode event : recorded.get("events")) {
            clock.set(event.get(1).asLong());
            switch (event.get(0).asString()) {
                case "start" -> {
                    pool.started(0);
                    balancer.started(0);
                }
                case "end" -> {
                    pool.finished(0);
                    balancer.finished(0, clock.get() - event.get(2).asLong(), Outcome.OK);
                }
                default -> {
                    double expected = Double.parseDouble(event.get(2).asString());
                    assertThat(balancer.load(0, pool.inFlight(0), clock.get()))
                            .as("%s", event)
                            .isCloseTo(expected, within(StrictMath.abs(expected) * 1e-9));
                    Golden.equal(1);
                    loads++;
                }
            }
        }
        assertThat(loads).isPositive();
    }

    @Test
    void aSlowReplyCountsAtOnceAndAQuickOneLittleByLittle() {
        PeakEwma balancer = balancer(1_000 * MILLIS);
        PlainTargets.add(pool, "a", 1);
        answered(balancer, 0, 10 * MILLIS);
        answered(balancer, 0, 100 * MILLIS);
        assertThat(balancer.load(0, 0, clock.get())).isEqualTo(100.0 * MILLIS);
        clock.addAndGet(1_000 * MILLIS);
        answered(balancer, 0, 10 * MILLIS);
        assertThat(balancer.load(0, 0, clock.get()))
                .isCloseTo((100 * StrictMath.exp(-1) + 10 * (1 - StrictMath.exp(-1))) * MILLIS, offset(1.0));
    }

    @Test
    void aFreshTargetIsTriedOnceAndThenWaitedFor() {
        PeakEwma balancer = balancer(10_000 * MILLIS);
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 1);
        answered(balancer, 0, 500 * MILLIS);
        assertThat(balancer.pick(request, pool)).isEqualTo(1);
        pool.started(1);
        balancer.started(1);
        for (int i = 0; i < 100; i++) {
            assertThat(balancer.pick(request, pool)).isEqualTo(0);
            pool.started(0);
            balancer.started(0);
        }
    }

    @Test
    void equalCostsGoToTheFirstDeclared() {
        PeakEwma balancer = balancer(10_000 * MILLIS);
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 1);
        assertThat(balancer.pick(request, pool)).isEqualTo(0);
        answered(balancer, 1, 5 * MILLIS);
        answered(balancer, 0, 5 * MILLIS);
        assertThat(balancer.pick(request, pool)).isEqualTo(0);
        assertThat(balancer.explain(request, pool).tieBreak()).isEqualTo("2 are equal: the first declared wins");
    }

    @Test
    void weightDividesTheCost() {
        PeakEwma balancer = balancer(10_000 * MILLIS);
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 3);
        answered(balancer, 0, 10 * MILLIS);
        answered(balancer, 1, 25 * MILLIS);
        assertThat(balancer.pick(request, pool)).isEqualTo(1);
        answered(balancer, 1, 31 * MILLIS);
        assertThat(balancer.pick(request, pool)).isEqualTo(0);
    }

    /** In a pool too big to walk the better of two draws is taken, so a slow target gets only what drawing it twice would need. */
    @Test
    void inABigPoolTheSlowTargetIsNeverTheBetterOfTwo() {
        PeakEwma balancer = balancer(10_000_000 * MILLIS);
        for (int target = 0; target < 100; target++) {
            PlainTargets.add(pool, "t" + target, 1);
            answered(balancer, target, target == 42 ? 500 * MILLIS : 5 * MILLIS);
        }
        int[] counts = new int[100];
        for (int i = 0; i < 20_000; i++) {
            counts[balancer.pick(request, pool)]++;
        }
        assertThat(counts[42]).isZero();
        assertThat(java.util.Arrays.stream(counts).filter(count -> count > 0).count())
                .isEqualTo(99);
    }
}
