package roundhouse.storage.versions;

/** How one thing that happened stands to another. */
public enum Causality {
    BEFORE,
    AFTER,
    EQUAL,
    /** Neither knew of the other. */
    CONCURRENT
}
