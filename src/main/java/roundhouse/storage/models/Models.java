package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;

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
}
