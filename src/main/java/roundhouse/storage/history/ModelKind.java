package roundhouse.storage.history;

import static roundhouse.storage.history.OperationKind.ACQUIRE;
import static roundhouse.storage.history.OperationKind.ADD;
import static roundhouse.storage.history.OperationKind.CAS;
import static roundhouse.storage.history.OperationKind.DECREMENT;
import static roundhouse.storage.history.OperationKind.DEQUEUE;
import static roundhouse.storage.history.OperationKind.ENQUEUE;
import static roundhouse.storage.history.OperationKind.INCREMENT;
import static roundhouse.storage.history.OperationKind.READ;
import static roundhouse.storage.history.OperationKind.RELEASE;
import static roundhouse.storage.history.OperationKind.REMOVE;
import static roundhouse.storage.history.OperationKind.WRITE;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is under each key of a store, and so what a right answer is. */
public enum ModelKind {
    /** A value that is read and written. */
    REGISTER(READ, WRITE),
    /** A register that can also be compared and set. */
    CAS_REGISTER(READ, WRITE, CAS),
    /** A register for each key, to the text of which more can be appended. */
    KV(READ, WRITE, CAS, OperationKind.APPEND),
    /** Elements without an order; a read answers all of them. */
    SET(READ, ADD, REMOVE),
    /** First in, first out. */
    QUEUE(ENQUEUE, DEQUEUE),
    /** Held by one at a time. */
    MUTEX(ACQUIRE, RELEASE),
    /** A sum; without an argument it changes by 1. */
    COUNTER(READ, INCREMENT, DECREMENT),
    /** A list, or a text, to which is appended; a read answers all of it. */
    APPEND(READ, OperationKind.APPEND);

    /** A bit for each kind of operation, by its ordinal. */
    private final long kinds;

    ModelKind(OperationKind... kinds) {
        this.kinds =
                Arrays.stream(kinds).mapToLong(kind -> 1L << kind.ordinal()).sum();
    }

    /** What can be asked of it. */
    public List<OperationKind> kinds() {
        return Arrays.stream(OperationKind.values())
                .filter(kind -> (kinds >>> kind.ordinal() & 1) != 0)
                .toList();
    }

    /** Its name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ModelKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The first that has all of these operations. */
    public static Optional<ModelKind> fitting(Collection<OperationKind> kinds) {
        return Arrays.stream(values())
                .filter(model -> model.kinds().containsAll(kinds))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(ModelKind::key).toList();
    }
}
