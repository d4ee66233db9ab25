package roundhouse.storage.checking;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;

/** The promises that a history can be held against, from the strongest to those about one client. */
public enum Check {
    LINEARIZABLE("one order of all operations that keeps to real time explains every answer"),
    SEQUENTIAL("one order of all operations that keeps to what each client asked first explains every answer"),
    CAUSAL("whoever sees something sees all that led to it, and all agree on the order of the writes"),
    CAUSAL_MEMORY("whoever sees something sees all that led to it; the rest each may see in an order of its own"),
    PRAM("each client sees its own writes, never less than before, and the writes of another in their order"),
    READ_YOUR_WRITES("each client sees its own writes"),
    MONOTONIC_READS("no client sees less than it saw before"),
    MONOTONIC_WRITES("the writes of a client are seen in their order; with monotonic reads"),
    WRITES_FOLLOW_READS("who sees a write sees what its writer had seen; with monotonic reads"),
    K_ATOMIC("every read answers one of the k latest writes"),
    DELTA_ATOMIC("every read is right for a moment at most so much before its call");

    private static final Set<OperationKind> OF_REGISTERS = EnumSet.of(OperationKind.READ, OperationKind.WRITE);

    private final String meaning;

    Check(String meaning) {
        this.meaning = meaning;
    }

    /** Its name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says, in a sentence without its stop. */
    public String meaning() {
        return meaning;
    }

    /** Whether histories with such an operation can be held against it; all but two are about reads and writes only. */
    public boolean judges(OperationKind kind) {
        return this == LINEARIZABLE || this == SEQUENTIAL || OF_REGISTERS.contains(kind);
    }

    /** Why a history cannot be held against it, in a sentence without its stop; nothing if it can. */
    public Optional<String> objection(OperationHistory history) {
        return IntStream.range(0, history.size())
                .mapToObj(history::kind)
                .filter(kind -> !judges(kind))
                .findFirst()
                .map(kind -> key() + " is about reads and writes, and this history has " + kind.key()
                        + "; linearizable and sequential judge it");
    }

    public static Optional<Check> of(String key) {
        return Arrays.stream(values()).filter(check -> check.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Check::key).toList();
    }
}
