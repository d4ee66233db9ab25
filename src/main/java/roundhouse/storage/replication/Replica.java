package roundhouse.storage.replication;

/**
 * One member of a store. It knows no network and no clock: whoever runs it delivers messages, which may be late, lost or out of order,
 * and tells the time by the clock of this member, in nanoseconds, which never goes back. What it wants done goes to its {@link Outbox}.
 * The same calls in the same order always do the same. Members are numbers from 0.
 */
public interface Replica {
    /** What is under a key that was never written. */
    long NOTHING = 0;

    /** Nobody. */
    int NOBODY = -1;

    /** Who leads, as far as this member knows: itself, another one, or {@link #NOBODY}. */
    int leader();

    /** The number of the leader's reign: a term, an epoch; 0 where nobody leads. */
    int term();

    /** How many writes it has, from the first on; so that the difference of two members says how far one is behind. */
    long position();

    /** What it has done beside reading and writing. */
    default ReplicaCounts counts() {
        return ReplicaCounts.NONE;
    }

    /** It comes up, first or after a crash. What a disk would hold is still there, all else and all its timers are gone. */
    void start(long nowNanos);

    /** A message arrives from a member. */
    void receive(int from, Message message, long nowNanos);

    /** A timer goes off that it has set. */
    void timer(int timer, long nowNanos);

    /** A client asks this member. It is answered at most once, and never if a message that it takes is lost. */
    void request(StoreRequest request, long nowNanos);
}
