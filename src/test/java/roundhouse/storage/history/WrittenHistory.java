package roundhouse.storage.history;

import java.util.List;

/** A small history, written down operation by operation. Values are whole numbers, truths, texts, lists of these, or a {@link Value}. */
public final class WrittenHistory {
    private static final long STEP = 10;

    private final HistoryRecorder recorder = new HistoryRecorder();
    private final ModelKind model;
    private final Object initial;
    private long now;

    public WrittenHistory(ModelKind model, Object initial) {
        this.model = model;
        this.initial = initial;
    }

    public OperationHistory end() {
        return recorder.history(model, value(initial));
    }

    /** Of a client A with a key x, after all before it. */
    public WrittenHistory then(OperationKind kind, Object argument, Object answer) {
        return does("A", kind, "x", argument, answer, now, now + STEP / 2);
    }

    /** Of a client A with a key x, after the calls of all before it; nobody hears how it ended. */
    public WrittenHistory thenMaybe(OperationKind kind, Object argument) {
        return does("A", kind, "x", argument, Value.NOTHING, now, OperationHistory.NEVER);
    }

    public WrittenHistory write(String client, String key, Object value, long call, long returned) {
        return does(client, OperationKind.WRITE, key, value, Value.NOTHING, call, returned);
    }

    public WrittenHistory read(String client, String key, Object answer, long call, long returned) {
        return does(client, OperationKind.READ, key, Value.NOTHING, answer, call, returned);
    }

    /** A compare and set of a client A with a key x, after all before it. */
    public WrittenHistory thenCas(Object find, Object put, Object answer) {
        return recorded("A", OperationKind.CAS, "x", find, put, answer, now, now + STEP / 2);
    }

    /** A compare and set of a client A with a key x; nobody hears how it ended. */
    public WrittenHistory thenMaybeCas(Object find, Object put) {
        return recorded("A", OperationKind.CAS, "x", find, put, Value.NOTHING, now, OperationHistory.NEVER);
    }

    public WrittenHistory cas(
            String client, String key, Object find, Object put, Object answer, long call, long returned) {
        return recorded(client, OperationKind.CAS, key, find, put, answer, call, returned);
    }

    /** @param returned {@link OperationHistory#NEVER} if nobody heard how it ended */
    public WrittenHistory does(
            String client, OperationKind kind, String key, Object argument, Object answer, long call, long returned) {
        return recorded(client, kind, key, Value.NOTHING, argument, answer, call, returned);
    }

    private WrittenHistory recorded(
            String client,
            OperationKind kind,
            String key,
            Object find,
            Object argument,
            Object answer,
            long call,
            long returned) {
        HistoryNames names = recorder.names();
        int operation = recorder.called(
                names.clients().number(client),
                kind,
                names.keys().number(key),
                names.values().number(value(find)),
                names.values().number(value(argument)),
                call);
        if (returned != OperationHistory.NEVER) {
            recorder.returned(operation, names.values().number(value(answer)), returned);
        }
        now = Math.max(now, call) + STEP;
        return this;
    }

    public static Value value(Object of) {
        return switch (of) {
            case Value value -> value;
            case Number number -> new Value.Whole(number.longValue());
            case Boolean truth -> new Value.Truth(truth);
            case List<?> items ->
                new Value.Many(items.stream().map(WrittenHistory::value).toList());
            default -> new Value.Text(of.toString());
        };
    }
}
