package roundhouse.simulation.data;

import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;

/**
 * What was asked of one replicated store and what it answered, as those see it who ask: each read and write with the user for whom, its
 * call and its return, nanoseconds. Values are the numbers of versions; 0 was there from the beginning. What failed is an outcome that
 * nobody knows.
 */
public final class StoreHistory {
    /** No operation. */
    public static final int NONE = -1;

    static final int MOST = 4_000_000;

    private final HistoryRecorder recorder = new HistoryRecorder();
    private String flaw = "";

    /** Somebody asks. Returns the number of the operation; {@link #NONE} where it is not written down. */
    public int called(String client, String key, boolean write, long version, long nowNanos) {
        if (recorder.size() >= MOST) {
            flaw = "only the first " + MOST + " reads and writes are written down";
            return NONE;
        }
        return recorder.called(
                recorder.names().clients().number(client),
                write ? OperationKind.WRITE : OperationKind.READ,
                recorder.names().keys().number(key),
                write ? number(version) : ValueTable.NOTHING,
                nowNanos);
    }

    /** An operation was answered well. */
    public void returned(int operation, boolean write, long version, long nowNanos) {
        recorder.returned(operation, write ? ValueTable.NOTHING : number(version), nowNanos);
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
        return recorder.history(ModelKind.REGISTER, new Value.Whole(0));
    }
}
