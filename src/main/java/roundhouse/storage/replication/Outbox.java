package roundhouse.storage.replication;

/**
 * Where a {@link Replica} puts what it wants done; all of it at once, before the call that led to it returns. It must
 * not call the replica from within.
 */
public interface Outbox {
    /** Sends a message to another member; it may be lost. */
    void send(int to, Message message);

    /**
     * Answers a request that was made at this member.
     *
     * @param value what was read; for a write what was written
     */
    void reply(long request, StoreResult result, long value);

    /** This member has that value from now on: in its log, or as the newest of the key. Said once for each. */
    default void holds(long key, long value) {}

    /**
     * What it has under a key is another: a sum, or how many elements.
     *
     * @param print the same at members that have the same, and hardly ever at others
     */
    default void becomes(long key, long value, long print) {}

    /**
     * It has it no longer.
     *
     * @param instead what is under the key in its place; {@link Replica#NOTHING} when it was dropped from a log, or is at other
     *     members from now on
     */
    default void drops(long key, long value, long instead) {}

    /** Answers with all that was found: where versions can be side by side, or the client keeps what it saw. */
    default void reply(long request, StoreResult result, Found found) {
        reply(request, result, found.value());
    }

    /** Sets a timer of this member by its own clock, in place of one of the same number that has not gone off yet. */
    void setTimer(int timer, long atNanos);
}
