package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

class SlowStartTest {
    private static final String FILE = "haproxy/slowstart.json";

    private static SlowStart ramp(JsonNode recorded) {
        return new SlowStart(
                Integer.parseInt(recorded.get("slowstart").asString().replace("s", "")));
    }

    private static Stream<DynamicTest> everyCase(java.util.function.Consumer<JsonNode> check) {
        return Golden.cases(FILE).stream()
                .map(recorded -> DynamicTest.dynamicTest(
                        recorded.get("weights") + " over "
                                + recorded.get("slowstart").asString(),
                        () -> check.accept(recorded)));
    }

    @TestFactory
    Stream<DynamicTest> theWeightClimbsInHaproxysSteps() {
        return everyCase(recorded -> {
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
                int now = ramp.shown(weight, t);
                if (steps.isEmpty() || steps.getLast() != now) {
                    steps.add(now);
                }
            }
            assertThat(steps).isEqualTo(shown);
        });
    }

    /** Of the picks in each second its share by weight, but for the second's two ends: one pick each, and one for rounding. */
    @TestFactory
    Stream<DynamicTest> theSharesOfPicksAreThoseOfTheWeights() {
        return everyCase(recorded -> {
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
        });
    }
}
