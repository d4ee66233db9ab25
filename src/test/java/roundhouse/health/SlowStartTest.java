package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

class SlowStartTest {
    private static SlowStart ramp(JsonNode recorded) {
        return new SlowStart(
                Integer.parseInt(recorded.get("slowstart").asString().replace("s", "")));
    }

    static List<JsonNode> cases() {
        return Golden.cases("haproxy/slowstart.json");
    }

    /** HAProxy works out the percentage first, rounded down. */
    @Test
    void theLimitClimbsByWholePercents() {
        SlowStart ramp = new SlowStart(7);
        assertThat(ramp.limit(50, 0)).isEqualTo(1);
        assertThat(ramp.limit(50, 1)).isEqualTo(7);
        assertThat(ramp.limit(50, 3)).isEqualTo(21);
        assertThat(ramp.limit(50, 6)).isEqualTo(42);
        assertThat(ramp.limit(50, 7)).isEqualTo(50);
        assertThat(ramp.limit(1, 3)).isEqualTo(1);
        assertThat(ramp.limit(Integer.MAX_VALUE - 1, 6)).isEqualTo(1_825_361_099);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWeightClimbsInHaproxysSteps(JsonNode recorded) {
        List<Integer> shown = new ArrayList<>();
        for (JsonNode row : recorded.get("weight_timeline")) {
            if (row.get(1).asString().equals("UP")) {
                shown.add(row.get(2).asInt());
            }
        }
        int weight = recorded.get("weights").get(0).asInt();
        SlowStart ramp = ramp(recorded);
        List<Integer> steps = new ArrayList<>();
        for (int t = 0; steps.isEmpty() || steps.getLast() < weight; t += ramp.stepSeconds()) {
            // HAProxy shows whole weights, rounded up.
            int now = (ramp.sixteenths(weight, t) + SlowStart.SIXTEENTHS - 1) / SlowStart.SIXTEENTHS;
            if (steps.isEmpty() || steps.getLast() != now) {
                steps.add(now);
            }
        }
        assertThat(steps).isEqualTo(shown);
        Golden.equal(shown.size());
    }

    /** Of the picks in each second its share by weight, but for the second's two ends: one pick each, and one for rounding. */
    @ParameterizedTest
    @MethodSource("cases")
    void theSharesOfPicksAreThoseOfTheWeights(JsonNode recorded) {
        int[] weights = Golden.ints(recorded.get("weights"));
        SlowStart ramp = ramp(recorded);
        int second = 0;
        for (JsonNode row : recorded.get("picks_per_second")) {
            int[] picks = Golden.ints(row);
            double rising = ramp.sixteenths(weights[0], second);
            double other = weights[1] * SlowStart.SIXTEENTHS;
            double expected = (picks[0] + picks[1]) * rising / (rising + other);
            assertThat((double) picks[0]).as("second %d", second).isCloseTo(expected, within(3.0));
            second++;
        }
    }

    @Test
    void aRampOfOneSecondIsTheShortest() {
        assertThat(new SlowStart(1).sixteenths(5, 0)).isEqualTo(5);
        assertThat(new SlowStart(1).sixteenths(5, 1)).isEqualTo(80);
        assertThatIllegalArgumentException().isThrownBy(() -> new SlowStart(0));
    }

    @Test
    void theWeightIsWorkedOutEverySecondOrTwentiethOfTheRamp() {
        assertThat(new SlowStart(10).stepSeconds()).isEqualTo(1);
        assertThat(new SlowStart(39).stepSeconds()).isEqualTo(1);
        assertThat(new SlowStart(60).stepSeconds()).isEqualTo(3);
    }
}
