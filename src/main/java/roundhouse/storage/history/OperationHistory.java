package roundhouse.storage.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The operations of a history in the order of their calls, as columns of numbers. Made by a {@link HistoryRecorder}.
 *
 * <p>An operation whose outcome is unknown may have taken effect at any moment after its call, or never, but at most once. One that is
 * optional may also have had no effect, but if it had one, then within its time and with its answer: so a history can be asked what of
 * it is needed to break a promise.
 *
 * <p>Times are whole numbers of the unit of whoever recorded it; the simulator's are nanoseconds.
 */
public final class OperationHistory {
    /** The return of an operation that never returned. */
    public static final long NEVER = Long.MAX_VALUE;

    private final ModelKind model;
    private final int initial;
    private final HistoryNames names;
    private final Columns columns;
    private final BitSet optional;

    /**
     * The operations, one column for each thing known of them.
     *
     * @param arguments for a compare and set what to put there
     * @param expected for a compare and set what to find there
     */
    record Columns(
            int[] clients,
            OperationKind[] kinds,
            int[] keys,
            int[] arguments,
            int[] expected,
            int[] results,
            long[] calls,
            long[] returns) {}

    OperationHistory(ModelKind model, int initial, HistoryNames names, Columns columns, BitSet optional) {
        this.model = model;
        this.initial = initial;
        this.names = names;
        this.columns = columns;
        this.optional = optional;
    }

    public ModelKind model() {
        return model;
    }

    /** The number of the value that is under each key at first. */
    public int initial() {
        return initial;
    }

    public ValueTable values() {
        return names.values();
    }

    public int size() {
        return columns.calls.length;
    }

    public int client(int operation) {
        return columns.clients[operation];
    }

    public String clientName(int operation) {
        return names.clients().name(columns.clients[operation]);
    }

    public int clients() {
        return names.clients().count();
    }

    public OperationKind kind(int operation) {
        return columns.kinds[operation];
    }

    public int key(int operation) {
        return columns.keys[operation];
    }

    public String keyName(int operation) {
        return names.keys().name(columns.keys[operation]);
    }

    public int keys() {
        return names.keys().count();
    }

    public int argument(int operation) {
        return columns.arguments[operation];
    }

    public int expected(int operation) {
        return columns.expected[operation];
    }

    public int result(int operation) {
        return columns.results[operation];
    }

    public Value value(int number) {
        return names.values().value(number);
    }

    public long call(int operation) {
        return columns.calls[operation];
    }

    public long returned(int operation) {
        return columns.returns[operation];
    }

    /** Whether its client was told how it ended. */
    public boolean isKnown(int operation) {
        return columns.returns[operation] != NEVER;
    }

    /** Whether an order must have it in it. */
    public boolean isNeeded(int operation) {
        return isKnown(operation) && !optional.get(operation);
    }

    /** Whether it never changes what is stored: a read, a compare and set that did not match, a queue found empty. */
    public boolean isObserver(int operation) {
        return switch (kind(operation)) {
            case READ -> true;
            case CAS -> isKnown(operation) && isFalse(result(operation));
            case DEQUEUE -> isKnown(operation) && result(operation) == ValueTable.NOTHING;
            default -> false;
        };
    }

    private boolean isFalse(int number) {
        return value(number) instanceof Value.Truth(boolean value) && !value;
    }

    /** The operations of each key, by the numbers of the keys; keys without any are left out. */
    public List<int[]> byKey() {
        int[] counts = new int[keys()];
        for (int key : columns.keys) {
            counts[key]++;
        }
        int[][] operations = new int[counts.length][];
        for (int key = 0; key < counts.length; key++) {
            operations[key] = new int[counts[key]];
        }
        for (int i = size() - 1; i >= 0; i--) {
            operations[key(i)][--counts[key(i)]] = i;
        }
        return Arrays.stream(operations).filter(each -> each.length > 0).toList();
    }

    /** Some of its operations. */
    public OperationHistory part(int[] operations) {
        return part(operations, i -> !optional.get(i));
    }

    /**
     * Some of its operations, of which some may be left out of an order.
     *
     * @param needed which of them may not
     */
    public OperationHistory part(int[] operations, IntPredicate needed) {
        BitSet optionalThere = new BitSet();
        for (int i = 0; i < operations.length; i++) {
            optionalThere.set(i, !needed.test(operations[i]));
        }
        Columns some = new Columns(
                pick(columns.clients, operations),
                Arrays.stream(operations).mapToObj(i -> columns.kinds[i]).toArray(OperationKind[]::new),
                pick(columns.keys, operations),
                pick(columns.arguments, operations),
                pick(columns.expected, operations),
                pick(columns.results, operations),
                Arrays.stream(operations).mapToLong(i -> columns.calls[i]).toArray(),
                Arrays.stream(operations).mapToLong(i -> columns.returns[i]).toArray());
        return new OperationHistory(model, initial, names, some, optionalThere);
    }

    private static int[] pick(int[] column, int[] rows) {
        return Arrays.stream(rows).map(i -> column[i]).toArray();
    }

    /** The same operations, the calls of the reads so much earlier; as they were, not in the order of their calls. */
    public OperationHistory withReadsEarlier(long by) {
        long[] calls = columns.calls.clone();
        for (int i = 0; i < calls.length; i++) {
            calls[i] -= kind(i) == OperationKind.READ ? by : 0;
        }
        Columns moved = new Columns(
                columns.clients,
                columns.kinds,
                columns.keys,
                columns.arguments,
                columns.expected,
                columns.results,
                calls,
                columns.returns);
        return new OperationHistory(model, initial, names, moved, optional);
    }

    /** The first so many rows by the times of their calls; those called at the same time stay as they are. */
    public OperationHistory inOrderOfCalls(int rows) {
        return part(orderOfCalls(rows));
    }

    /** The numbers of the first so many rows by the times of their calls. */
    public int[] orderOfCalls(int rows) {
        return IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingLong(i -> columns.calls[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
