package roundhouse.storage.lanes;

import roundhouse.storage.history.OperationKind;

/** What an operation does to what is stored, which its bar's outline tells. */
public enum BarShape {
    /** Only looks. */
    READS("reads"),
    /** Changes it without looking. */
    WRITES("writes"),
    /** Changes it only if it finds what it looks for, or takes what it finds. */
    LOOKS_AND_WRITES("compares and sets");

    private final String title;

    BarShape(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static BarShape of(OperationKind kind) {
        return switch (kind) {
            case READ -> READS;
            case CAS, DEQUEUE, ACQUIRE -> LOOKS_AND_WRITES;
            default -> WRITES;
        };
    }
}
