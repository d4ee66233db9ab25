package roundhouse.storage.replication;

/**
 * What a client has seen of a store, in the terms of the store's mode: a place in a log, a timestamp, a version vector. Only the store
 * knows what is in it. Immutable.
 */
public interface Seen {
    /** What is no place of any mode. */
    enum Nothing implements Seen {
        /** Its client does not keep what it saw, so it is not told. */
        UNASKED,
        /** Its client has seen nothing yet and wants to be told. */
        YET;

        @Override
        public Seen and(Seen other) {
            return other == UNASKED ? this : other;
        }
    }

    /** All that is in either; both are of one store, and of one key where its mode sees keys one by one. */
    Seen and(Seen other);

    /** Whether the store's mode sees keys one by one, so that this says nothing of others. */
    default boolean isOfOneKey() {
        return false;
    }
}
