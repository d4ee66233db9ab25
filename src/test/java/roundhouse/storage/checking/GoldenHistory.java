package roundhouse.storage.checking;

import java.io.StringReader;
import java.util.OptionalLong;
import roundhouse.exchange.history.HistoryFile;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;
import tools.jackson.databind.JsonNode;

/** Histories of the recordings. */
public final class GoldenHistory {
    private GoldenHistory() {}

    public static OperationHistory of(JsonNode recorded) {
        return of(recorded.toString());
    }

    static OperationHistory of(String json) {
        return switch (HistoryFile.read("golden", new StringReader(json), "")) {
            case HistoryFile.Result.Read(OperationHistory history) -> history;
            case HistoryFile.Result.Refused(String message) -> throw new AssertionError(message);
        };
    }

    static HistoryVerdict judge(OperationHistory history, Check check) {
        return new Checker(history, Budget.of(20_000_000)).check(check, OptionalLong.empty());
    }

    static HistoryVerdict judge(OperationHistory history, Check check, long bound) {
        return new Checker(history, Budget.of(20_000_000)).check(check, OptionalLong.of(bound));
    }
}
