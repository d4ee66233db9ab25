package roundhouse.storage.models;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;

/**
 * Which values of a register are of use: those that somebody found there, and texts with which one begins that somebody found, because
 * more can be appended. One that compared and did not match may have found anything.
 */
final class RegisterUses {
    private final OperationHistory history;
    private final BitSet found = new BitSet();
    private final List<String> texts;
    private final boolean isAllOfUse;
    private final BitSet looked = new BitSet();

    RegisterUses(OperationHistory history) {
        this.history = history;
        int size = history.size();
        isAllOfUse = IntStream.range(0, size)
                .anyMatch(i -> history.kind(i) == OperationKind.CAS && history.isObserver(i) && history.isNeeded(i));
        for (int i = 0; i < size; i++) {
            if (history.kind(i) == OperationKind.CAS) {
                found.set(history.expected(i));
            } else if (history.kind(i) == OperationKind.READ && history.isNeeded(i)) {
                found.set(history.result(i));
            }
        }
        boolean isAppended = IntStream.range(0, size).anyMatch(i -> history.kind(i) == OperationKind.APPEND);
        texts = isAppended
                ? found.stream()
                        .mapToObj(history::value)
                        .filter(Value.Text.class::isInstance)
                        .map(value -> ((Value.Text) value).text())
                        .toList()
                : List.of();
    }

    boolean isOfUse(int value) {
        if (isAllOfUse || found.get(value)) {
            return true;
        }
        if (texts.isEmpty() || looked.get(value)) {
            return false;
        }
        looked.set(value);
        if (history.value(value) instanceof Value.Text(String text)
                && texts.stream().anyMatch(whole -> whole.startsWith(text))) {
            found.set(value);
            return true;
        }
        return false;
    }
}
