package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.storage.history.OperationHistory;
import tools.jackson.databind.JsonNode;

/** Every verdict of the recordings: hand-made and random histories by exhaustive search, those of real stores, published ones. */
class GoldenVerdictsTest {
    @TestFactory
    Stream<DynamicTest> derivedVerdicts() {
        return Stream.of("storage/histories_tiny.json", "storage/histories_random.json")
                .flatMap(file -> Golden.cases(file).stream())
                .map(recorded -> dynamicTest(recorded.get("id").asString(), () -> hasVerdicts(recorded)));
    }

    private static void hasVerdicts(JsonNode recorded) {
        OperationHistory history = GoldenHistory.of(recorded);
        List<String> wrong = new ArrayList<>();
        recorded.get("verdicts").properties().forEach(verdict -> {
            String found = found(history, verdict.getKey());
            if (!found.equals(verdict.getValue().toString())) {
                wrong.add(verdict.getKey() + ": " + found + " instead of " + verdict.getValue());
            }
        });
        assertThat(wrong).as(recorded.get("operations").toString()).isEmpty();
        Golden.equal(recorded.get("verdicts").size());
    }

    private static String found(OperationHistory history, String verdict) {
        return switch (verdict) {
            case "k_min" -> least(GoldenHistory.judge(history, Check.K_ATOMIC));
            case "delta_min" -> least(GoldenHistory.judge(history, Check.DELTA_ATOMIC));
            default ->
                String.valueOf(
                        GoldenHistory.judge(
                                        history,
                                        Check.of(verdict.replace('_', '-')).orElseThrow())
                                instanceof HistoryVerdict.Holds);
        };
    }

    private static String least(HistoryVerdict verdict) {
        return verdict instanceof HistoryVerdict.Holds(OptionalLong least)
                ? String.valueOf(least.orElseThrow())
                : "null";
    }

    @TestFactory
    Stream<DynamicTest> realStores() {
        return Golden.cases("storage/histories_recorded.json").stream()
                .map(recorded -> dynamicTest(recorded.get("id").asString(), () -> isLinearizableAsSaid(recorded)));
    }

    private static void isLinearizableAsSaid(JsonNode recorded) {
        HistoryVerdict verdict = GoldenHistory.judge(GoldenHistory.of(recorded), Check.LINEARIZABLE);
        assertThat(verdict).isNotInstanceOf(HistoryVerdict.Unknown.class);
        assertThat(verdict instanceof HistoryVerdict.Holds)
                .isEqualTo(recorded.get("linearizable").booleanValue());
        Golden.equal(1);
    }

    /** Data of others, tested where they are; see README for how to name the directory. */
    @Test
    void publishedVerdicts() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode recorded :
                Golden.readWhereItIs("storage/histories_published.json").get("cases")) {
            HistoryVerdict verdict = GoldenHistory.judge(GoldenHistory.of(recorded), Check.LINEARIZABLE);
            boolean holds = recorded.get("linearizable").booleanValue();
            if (verdict instanceof HistoryVerdict.Unknown || verdict instanceof HistoryVerdict.Holds != holds) {
                wrong.add(recorded.get("id").asString());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
