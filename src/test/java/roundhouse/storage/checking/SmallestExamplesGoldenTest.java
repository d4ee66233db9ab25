package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static roundhouse.storage.checking.CounterExampleTest.broken;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.golden.Golden;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.models.Model;
import roundhouse.storage.models.Models;
import tools.jackson.databind.JsonNode;

/** Of every broken history of the recordings what is shown is broken by itself, and nothing of it can be left out. */
class SmallestExamplesGoldenTest {
    @TestFactory
    Stream<DynamicTest> nothingIsTooMuch() {
        return Stream.of("storage/histories_tiny.json", "storage/histories_random.json")
                .flatMap(file -> Golden.cases(file).stream())
                .filter(recorded ->
                        !recorded.get("verdicts").get("linearizable").booleanValue())
                .map(recorded -> dynamicTest(recorded.get("id").asString(), () -> isSmallest(recorded)));
    }

    private static void isSmallest(JsonNode recorded) {
        OperationHistory history = GoldenHistory.of(recorded);
        CounterExample example = broken(history, Check.LINEARIZABLE);
        OperationHistory few = example.operations();
        assertThat(example.why()).isNotEmpty();
        assertThat(isLinearizable(few)).isFalse();
        int needed = (int) example.needed().stream().filter(each -> each).count();
        OperationHistory key = history.part(IntStream.range(0, history.size())
                .filter(i -> history.keyName(i).equals(few.keyName(0)))
                .toArray());
        assertThat(smallestOfAll(key)).isEqualTo(needed);
    }

    /** The size of the smallest set of operations that cannot be right, whatever else happened: tries all. */
    private static int smallestOfAll(OperationHistory key) {
        int smallest = Integer.MAX_VALUE;
        for (int set = 1; set < 1 << key.size(); set++) {
            int chosen = set;
            int size = Integer.bitCount(set);
            if (size < smallest) {
                int[] there = IntStream.range(0, key.size())
                        .filter(i -> (chosen >> i & 1) != 0 || !key.isObserver(i))
                        .toArray();
                OperationHistory relaxed = key.part(there, i -> (chosen >> i & 1) != 0 && key.isKnown(i));
                smallest = isLinearizable(relaxed) ? smallest : size;
            }
        }
        return smallest;
    }

    /** By the definition, and by nothing of the program but the model: tries every order. */
    private static boolean isLinearizable(OperationHistory history) {
        Model model = Models.of(history);
        return isOrder(history, model, model.initial(), new ArrayList<>());
    }

    private static boolean isOrder(OperationHistory history, Model model, int state, List<Integer> order) {
        if (IntStream.range(0, history.size()).noneMatch(i -> history.isNeeded(i) && !order.contains(i))) {
            return true;
        }
        for (int i = 0; i < history.size(); i++) {
            int next = i;
            boolean isInTime = order.stream().noneMatch(done -> history.returned(next) < history.call(done));
            int after = order.contains(i) || !isInTime ? Model.WRONG : model.step(state, i);
            if (after != Model.WRONG) {
                order.add(i);
                boolean found = isOrder(history, model, after, order);
                order.removeLast();
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The operations that are shown, alone and nothing else, break the promise too. */
    @ParameterizedTest
    @EnumSource(
            value = Check.class,
            names = {"K_ATOMIC", "DELTA_ATOMIC"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsShownIsBrokenByItself(Check check) {
        int broken = 0;
        for (JsonNode recorded : Golden.cases("storage/histories_random.json")) {
            JsonNode said = recorded.get("verdicts").get(check.key().replace('-', '_'));
            if (said != null && !said.booleanValue()) {
                CounterExample example = broken(GoldenHistory.of(recorded), check);
                assertThat(GoldenHistory.judge(example.operations(), check))
                        .as(recorded.get("id").asString())
                        .isInstanceOf(HistoryVerdict.Broken.class);
                assertThat(example.why()).isNotEmpty();
                broken++;
            }
        }
        assertThat(broken).isPositive();
    }

    @Test
    void recordedFailoversAreSmall() {
        for (JsonNode recorded : Golden.cases("storage/histories_recorded.json")) {
            if (!recorded.get("linearizable").booleanValue()) {
                CounterExample example = broken(GoldenHistory.of(recorded), Check.LINEARIZABLE);
                assertThat(example.operations().size())
                        .as(recorded.get("id").asString())
                        .isBetween(1, 5);
            }
        }
    }
}
