package roundhouse.storage.searching.orders;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.tables.TupleTable;

/**
 * Reads and writes of a history in which every value is written once, so that it is known which write each read had its answer from. What
 * nobody needs is left out: reads without an answer, and writes that may have happened and that nobody read.
 */
final class ReadsFrom {
    /** What was there at first. */
    static final int INITIAL = -1;

    final OperationHistory history;
    /** The operations that matter, in the order of their calls. */
    final int[] operations;
    /** By place in {@link #operations}: the place of the write that a read had its answer from; its own place for a write. */
    final int[] source;
    /** Whether somebody read what nobody wrote. */
    final boolean isInvented;

    private ReadsFrom(OperationHistory history, int[] writeOfRead, BitSet used, boolean isInvented) {
        this.history = history;
        this.isInvented = isInvented;
        operations = used.stream().toArray();
        int[] place = new int[history.size()];
        for (int i = 0; i < operations.length; i++) {
            place[operations[i]] = i;
        }
        source = new int[operations.length];
        for (int i = 0; i < operations.length; i++) {
            int write = writeOfRead[operations[i]];
            source[i] = history.isObserver(operations[i]) ? (write == INITIAL ? INITIAL : place[write]) : i;
        }
    }

    /** Nothing where anything but reads and writes is done, or a value is written twice under one key. */
    static Optional<ReadsFrom> of(OperationHistory history) {
        TupleTable values = new TupleTable();
        int[] writer = new int[history.size()];
        int[] value = new int[2];
        for (int i = 0; i < history.size(); i++) {
            OperationKind kind = history.kind(i);
            if (kind == OperationKind.WRITE) {
                value[0] = history.key(i);
                value[1] = history.argument(i);
                int known = values.count();
                if (history.argument(i) == history.initial() || values.id(value, 2) < known) {
                    return Optional.empty();
                }
                writer[known] = i;
            } else if (kind != OperationKind.READ) {
                return Optional.empty();
            }
        }
        return Optional.of(of(history, values, writer));
    }

    private static ReadsFrom of(OperationHistory history, TupleTable values, int[] writer) {
        int[] writeOfRead = new int[history.size()];
        Arrays.fill(writeOfRead, INITIAL);
        BitSet used = new BitSet();
        boolean invented = false;
        int written = values.count();
        for (int i = 0; i < history.size(); i++) {
            if (history.isNeeded(i)) {
                used.set(i);
                if (history.isObserver(i) && history.result(i) != history.initial()) {
                    int id = values.id(new int[] {history.key(i), history.result(i)}, 2);
                    invented |= id >= written;
                    writeOfRead[i] = id >= written ? INITIAL : writer[id];
                }
            }
        }
        IntStream.range(0, history.size())
                .filter(i -> writeOfRead[i] != INITIAL)
                .forEach(i -> used.set(writeOfRead[i]));
        return new ReadsFrom(history, writeOfRead, used, invented);
    }

    int size() {
        return operations.length;
    }

    boolean isRead(int place) {
        return source[place] != place;
    }

    int key(int place) {
        return history.key(operations[place]);
    }

    /** The places of the reads and writes of each key. */
    int[][] byKey() {
        int[] counts = new int[history.keys()];
        for (int i = 0; i < operations.length; i++) {
            counts[key(i)]++;
        }
        int[][] keys = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = operations.length - 1; i >= 0; i--) {
            keys[key(i)][--counts[key(i)]] = i;
        }
        return keys;
    }
}
