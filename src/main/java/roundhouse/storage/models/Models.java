package roundhouse.storage.models;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;

/** The models by their names: a line for each. */
public final class Models {
    private Models() {}

    /** What is under one key of a history. */
    public static Model of(OperationHistory history) {
        return switch (history.model()) {
            case REGISTER, CAS_REGISTER, KV -> new RegisterModel(history);
            case SET -> new SetModel(history);
            case QUEUE -> new QueueModel(history);
            case MUTEX -> new MutexModel(history);
            case COUNTER -> new CounterModel(history);
            case APPEND -> new AppendModel(history);
        };
    }

    /**
     * Which of the operations that may be left out of an order can be of use in one. Where that is not easily known, all.
     *
     * @return a predicate of the operations of the history
     */
    public static IntPredicate ofUse(OperationHistory history) {
        boolean isAppended = IntStream.range(0, history.size()).anyMatch(i -> history.kind(i) == OperationKind.APPEND);
        return switch (history.model()) {
            case REGISTER, CAS_REGISTER, KV -> {
                RegisterUses uses = new RegisterUses(history);
                yield isAppended ? _ -> true : i -> uses.isOfUse(history.argument(i));
            }
            default -> _ -> true;
        };
    }
}
