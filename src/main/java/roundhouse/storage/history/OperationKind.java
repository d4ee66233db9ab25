package roundhouse.storage.history;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client can ask of a store. */
public enum OperationKind {
    /** Answers the value. */
    READ,
    WRITE,
    /** Compare and set: the argument is what to find and what to put there; answers whether it was found. */
    CAS,
    /** Puts something behind what is there. */
    APPEND,
    /** Puts an element into a set. */
    ADD,
    /** Takes an element out of a set. */
    REMOVE,
    ENQUEUE,
    /** Takes the oldest element out of a queue and answers it; nothing when the queue was empty. */
    DEQUEUE,
    ACQUIRE,
    RELEASE,
    INCREMENT,
    DECREMENT;

    /** Its name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(OperationKind::key).toList();
    }

    /** The names of some, with commas. */
    public static String keys(Collection<OperationKind> kinds) {
        return String.join(", ", kinds.stream().map(OperationKind::key).toList());
    }

    public static Optional<OperationKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
