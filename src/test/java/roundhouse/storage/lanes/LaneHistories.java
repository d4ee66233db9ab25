package roundhouse.storage.lanes;

import java.io.StringReader;
import java.util.Optional;
import java.util.OptionalLong;
import roundhouse.exchange.history.HistoryFile;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.CounterExample;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;
import tools.jackson.databind.JsonNode;

/** Histories for tests of pictures. */
public final class LaneHistories {
    private LaneHistories() {}

    /** @param operations as {@code ['A','write','x',1,null,0,10]} */
    public static OperationHistory of(String model, String... operations) {
        return read("{\"model\":\"" + model + "\",\"initial\":0,\"operations\":["
                + String.join(",", operations).replace('\'', '"') + "]}");
    }

    public static OperationHistory of(JsonNode recorded) {
        return read(recorded.toString());
    }

    private static OperationHistory read(String json) {
        return switch (HistoryFile.read("test", new StringReader(json), "")) {
            case HistoryFile.Result.Read(OperationHistory history) -> history;
            case HistoryFile.Result.Refused(String message) -> throw new AssertionError(message);
        };
    }

    public static HistoryVerdict judged(OperationHistory history, Check check) {
        return new Checker(history, Budget.of(1_000_000)).check(check, OptionalLong.empty());
    }

    /** What breaks it, if anything does. */
    public static Optional<CounterExample> broken(OperationHistory history, Check check) {
        return judged(history, check) instanceof HistoryVerdict.Broken(CounterExample example)
                ? Optional.of(example)
                : Optional.empty();
    }

    /** A read of what had been overwritten, among others that have nothing to do with it. */
    public static OperationHistory stale() {
        return of(
                "register",
                "['D','write','y',7,null,0,5]",
                "['A','write','x',1,null,0,10]",
                "['B','read','x',null,1,12,14]",
                "['A','write','x',2,null,20,30]",
                "['D','read','y',null,7,35,36]",
                "['C','read','x',null,1,40,50]",
                "['A','write','x',3,null,60,null]",
                "['A','write','x',4,null,80,90]");
    }
}
