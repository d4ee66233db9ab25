package roundhouse.simulation.data;

import java.util.Arrays;
import java.util.List;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;

/**
 * What was asked of one replicated store and what it answered, as those see it who ask: each read and write with the user for whom, its
 * call and its return, nanoseconds. Values are the numbers of versions; 0 was there from the beginning. Of counters they are sums, of sets the elements are versions. What failed is an outcome that
 * nobody knows.
 */
public final class StoreHistory {
    /** No operation. */
    public static final int NONE = -1;

    static final int MOST = 4_000_000;

    private final HistoryRecorder recorder = new HistoryRecorder();
    private ModelKind model = ModelKind.REGISTER;
    private String flaw = "";

    /** What is under its keys; a register where nobody says otherwise. */
    public void keeps(ModelKind what) {
        if (what != model && recorder.size() > 0) {
            flaw = "it became another kind of store while it was used";
        }
        model = what;
    }

    /** Somebody asks. Returns the number of the operation; {@link #NONE} where it is not written down. */
    public int called(String client, String key, boolean write, long version, long nowNanos) {
        if (recorder.size() >= MOST) {
            flaw = "only the first " + MOST + " reads and writes are written down";
            return NONE;
        }
        return recorder.called(
                recorder.names().clients().number(client),
                write ? writing() : OperationKind.READ,
                recorder.names().keys().number(key),
                write && model != ModelKind.COUNTER ? number(version) : ValueTable.NOTHING,
                nowNanos);
    }

    private OperationKind writing() {
        return switch (model) {
            case COUNTER -> OperationKind.INCREMENT;
            case SET -> OperationKind.ADD;
            default -> OperationKind.WRITE;
        };
    }

    /** An operation was answered well. */
    public void returned(int operation, boolean write, long version, long nowNanos) {
        recorder.returned(operation, write ? ValueTable.NOTHING : number(version), nowNanos);
    }

    /**
     * A read of a counter or a set was answered well.
     *
     * @param told the sum, or the elements
     */
    public void told(int operation, long[] told, long nowNanos) {
        int number = model == ModelKind.COUNTER
                ? number(told[0])
                : recorder.names()
                        .values()
                        .number(new Value.Many(Arrays.stream(told)
                                .sorted()
                                .mapToObj(element -> (Value) new Value.Whole(element))
                                .toList()));
        recorder.returned(operation, number, nowNanos);
    }

    /** Something was written of which nobody knows when it was asked for. */
    public void isIncomplete(String why) {
        flaw = why;
    }

    /** Why it says nothing; empty where it does. */
    public String flaw() {
        return flaw;
    }

    public int size() {
        return recorder.size();
    }

    private int number(long version) {
        return recorder.names().values().number(new Value.Whole(version));
    }

    /** What was written down until now. */
    public OperationHistory history() {
        return recorder.history(model, model == ModelKind.SET ? new Value.Many(List.of()) : new Value.Whole(0));
    }
}
