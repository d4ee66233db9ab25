package roundhouse.storage.searching.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.golden.Golden;
import roundhouse.storage.checking.GoldenHistory;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;
import tools.jackson.databind.JsonNode;

/** Promises to a client alone, against verdicts that an exhaustive search of all views and orders found. */
class PromisesGoldenTest {
    private static final Map<String, Promises> PROMISES = Map.of(
            "read_your_writes", Promises.READ_YOUR_WRITES,
            "monotonic_reads", Promises.MONOTONIC_READS,
            "monotonic_writes", Promises.MONOTONIC_WRITES,
            "writes_follow_reads", Promises.WRITES_FOLLOW_READS,
            "pram", Promises.PRAM,
            "causal", Promises.CAUSAL,
            "causal_memory", Promises.CAUSAL_MEMORY);

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "random"})
    void areAsRecorded(String file) {
        int compared = 0;
        for (JsonNode recorded : Golden.cases("storage/histories_" + file + ".json")) {
            JsonNode verdicts = recorded.get("verdicts");
            if (!verdicts.has("causal")) {
                continue;
            }
            OperationHistory history = GoldenHistory.of(recorded);
            for (Map.Entry<String, Promises> promise : PROMISES.entrySet()) {
                if (verdicts.has(promise.getKey())) {
                    boolean isKept = verdicts.get(promise.getKey()).booleanValue();
                    assertThat(ViewSearch.run(history, promise.getValue(), Budget.of(1_000_000)))
                            .as("%s of %s", promise.getKey(), recorded.get("id").asString())
                            .isEqualTo(isKept ? Answer.YES : Answer.NO);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
    }
}
