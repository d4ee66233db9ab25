package roundhouse.storage.checking;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;

/** Where an answer came from: shown beside a counter-example, so that nobody must look for it. */
final class Sources {
    private static final int NONE = -1;

    private Sources() {}

    /** Operations and where their answers came from. */
    static BitSet shown(OperationHistory history, int[] operations) {
        BitSet shown = new BitSet();
        IntStream.of(operations).forEach(shown::set);
        for (int operation : operations) {
            int from = of(history, operation, shown);
            if (from != NONE) {
                shown.set(from);
            }
        }
        return shown;
    }

    /**
     * The latest operation that put there what another found; none if one that is shown did, or nobody.
     *
     * @param shown operations that are shown
     */
    private static int of(OperationHistory history, int operation, BitSet shown) {
        boolean isCas = history.kind(operation) == OperationKind.CAS;
        int found = isCas ? history.expected(operation) : history.result(operation);
        if ((history.isObserver(operation) && isCas) || found == ValueTable.NOTHING || found == history.initial()) {
            return NONE;
        }
        int[] all = IntStream.range(0, history.size())
                .filter(i -> i != operation && history.key(i) == history.key(operation) && changesTo(history, i, found))
                .toArray();
        if (IntStream.of(all).anyMatch(shown::get)) {
            return NONE;
        }
        return IntStream.of(all)
                .filter(i -> history.call(i) <= history.returned(operation))
                .reduce((_, then) -> then)
                .orElse(all.length == 0 ? NONE : all[0]);
    }

    private static boolean changesTo(OperationHistory history, int operation, int found) {
        int argument = history.argument(operation);
        return !history.isObserver(operation)
                && argument != ValueTable.NOTHING
                && (argument == found
                        || (history.value(found) instanceof Value.Many(List<Value> items)
                                && items.contains(history.value(argument))));
    }
}
