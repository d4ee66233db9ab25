package roundhouse.storage.history;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Writes down what clients ask and are told, as it happens: a call, and later its return, if there is one. Columns of numbers that grow;
 * a client or key is named once and is a number then.
 */
public final class HistoryRecorder {
    private final HistoryNames names = new HistoryNames();
    private int[] clients = new int[64];
    private OperationKind[] kinds = new OperationKind[64];
    private int[] keys = new int[64];
    private int[] arguments = new int[64];
    private int[] expected = new int[64];
    private int[] results = new int[64];
    private long[] calls = new long[64];
    private long[] returns = new long[64];
    private int size;

    public HistoryNames names() {
        return names;
    }

    public int size() {
        return size;
    }

    /** An operation is called. Returns its number here, by which it {@link #returned}. */
    public int called(int client, OperationKind kind, int key, int argument, long atTime) {
        return called(client, kind, key, ValueTable.NOTHING, argument, atTime);
    }

    /**
     * An operation is called that may be a compare and set.
     *
     * @param find what a compare and set is to find
     */
    public int called(int client, OperationKind kind, int key, int find, int argument, long atTime) {
        if (size == calls.length) {
            grow();
        }
        clients[size] = client;
        kinds[size] = kind;
        keys[size] = key;
        expected[size] = find;
        arguments[size] = argument;
        calls[size] = atTime;
        returns[size] = OperationHistory.NEVER;
        return size++;
    }

    /** An operation returns, with the number of its answer. */
    public void returned(int operation, int result, long atTime) {
        results[operation] = result;
        returns[operation] = atTime;
    }

    private void grow() {
        int length = size * 2;
        clients = Arrays.copyOf(clients, length);
        kinds = Arrays.copyOf(kinds, length);
        keys = Arrays.copyOf(keys, length);
        arguments = Arrays.copyOf(arguments, length);
        expected = Arrays.copyOf(expected, length);
        results = Arrays.copyOf(results, length);
        calls = Arrays.copyOf(calls, length);
        returns = Arrays.copyOf(returns, length);
    }

    /**
     * What was recorded until now. Those called at the same time stay in the order in which they were written down.
     *
     * @param initial what is under each key at first
     */
    public OperationHistory history(ModelKind model, Value initial) {
        OperationHistory.Columns columns =
                new OperationHistory.Columns(clients, kinds, keys, arguments, expected, results, calls, returns);
        return new OperationHistory(model, names.values().number(initial), names, columns, new BitSet())
                .inOrderOfCalls(size);
    }
}
