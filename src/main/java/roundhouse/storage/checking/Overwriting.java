package roundhouse.storage.checking;

import java.util.BitSet;
import java.util.List;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.searching.Reason;

/** Which arrows say where an answer came from, and what had taken its place by then. */
final class Overwriting {
    /** No operation, or no value. */
    private static final int NONE = -1;

    private final OperationHistory history;
    private final Precedes precedes;

    /** Whether one operation must come before another. */
    @FunctionalInterface
    interface Precedes {
        boolean test(int first, int then);
    }

    Overwriting(OperationHistory history, Precedes precedes) {
        this.history = history;
        this.precedes = precedes;
    }

    /** Adds an arrow from each answer's source; those from what overwrote it take the place of the plain ones. */
    void mark(List<Integer> wrong, List<Reason> arrows) {
        BitSet bad = new BitSet();
        wrong.forEach(bad::set);
        for (int reader = 0; reader < history.size(); reader++) {
            int found = found(reader);
            if (found == NONE) {
                continue;
            }
            int source = source(reader, found);
            if (bad.get(reader)) {
                overwritten(reader, found, source, arrows);
            }
            if (source != NONE) {
                arrows.add(new Reason(source, reader, Reason.Kind.ANSWERED));
            }
        }
    }

    private void overwritten(int reader, int found, int source, List<Reason> arrows) {
        for (int writer = 0; writer < history.size(); writer++) {
            boolean isLater = source == NONE ? found == history.initial() : precedes.test(source, writer);
            if (isLater && sets(writer, reader) && history.argument(writer) != found && precedes.test(writer, reader)) {
                int from = writer;
                arrows.removeIf(arrow -> arrow.from() == from && arrow.to() == reader);
                arrows.add(new Reason(from, reader, Reason.Kind.OVERWROTE));
            }
        }
    }

    private int source(int reader, int found) {
        for (int i = 0; i < history.size(); i++) {
            if (i != reader && sets(i, reader) && history.argument(i) == found) {
                return i;
            }
        }
        return NONE;
    }

    /** The value that it found there; nothing where it does not say. */
    private int found(int operation) {
        return switch (history.kind(operation)) {
            case READ -> history.isKnown(operation) ? history.result(operation) : NONE;
            case CAS ->
                history.isKnown(operation) && !history.isObserver(operation) ? history.expected(operation) : NONE;
            default -> NONE;
        };
    }

    /** Whether it puts its argument where the other looks. */
    private boolean sets(int operation, int reader) {
        OperationKind kind = history.kind(operation);
        return history.key(operation) == history.key(reader)
                && (kind == OperationKind.WRITE || kind == OperationKind.CAS)
                && !history.isObserver(operation);
    }
}
