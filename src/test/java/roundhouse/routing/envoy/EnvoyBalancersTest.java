package roundhouse.routing.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.TestRequest;

/** Envoy's rules worked out by hand: no Envoy could be run. */
class EnvoyBalancersTest {
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();

    private void targets(int... weights) {
        for (int weight : weights) {
            PlainTargets.add(pool, String.valueOf((char) ('a' + pool.size())), weight);
        }
    }

    private String picks(Balancer balancer, int count) {
        StringBuilder picks = new StringBuilder();
        for (int i = 0; i < count; i++) {
            picks.append(pool.name(balancer.pick(request, pool)));
        }
        return picks.toString();
    }

    /** Deadlines of a are 1/4, 2/4, … and those of b and c are 1, 2, …; at 1 all three are due, and b and c were put in before a. */
    @Test
    void theEarliestDeadlineComesNext() {
        targets(4, 1, 1);
        assertThat(picks(new EnvoyRoundRobin(0), 12)).isEqualTo("aaabcaaaabca");
    }

    /** The seed is how many turns have passed, modulo the number of targets. */
    @Test
    void theSeedSaysWhereItBegins() {
        targets(5, 1, 1);
        assertThat(picks(new EnvoyRoundRobin(5), 5)).isEqualTo("aabca");
    }

    @Test
    void equalWeightsNeedNoSchedule() {
        targets(2, 2, 2);
        assertThat(picks(new EnvoyRoundRobin(4), 6)).isEqualTo("bcabca");
    }

    /** With replacement: the one idle of three wins unless both draws miss it, so it has 1 − 4/9. */
    @Test
    void ofTwoDrawnThatMayBeTheSameTheOneWithFewerWins() {
        targets(1, 1, 1);
        pool.started(0);
        pool.started(1);
        Balancer balancer = new EnvoyLeastRequest(
                RandomGeneratorFactory.of("L64X128MixRandom").create(3), 0);
        long idle = picks(balancer, 90_000).chars().filter(name -> name == 'c').count();
        assertThat(idle / 90_000.0).isCloseTo(5.0 / 9, within(0.007));
    }

    /** Where weights differ a target's turn comes after (in flight + 1) ÷ weight: a with two in flight has a weight of 1, like b. */
    @Test
    void loadStretchesTheScheduleOfAWeightedTarget() {
        targets(3, 1);
        pool.started(0);
        pool.started(0);
        Balancer balancer = new EnvoyLeastRequest(
                RandomGeneratorFactory.of("L64X128MixRandom").create(3), 0);
        assertThat(picks(balancer, 6)).isEqualTo("ababab");
    }
}
