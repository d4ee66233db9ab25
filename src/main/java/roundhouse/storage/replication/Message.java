package roundhouse.storage.replication;

/** What one member sends to another. Immutable. */
public interface Message {
    /** What it makes its receiver do with its disk. */
    enum Work {
        NONE,
        READ,
        WRITE
    }

    /** What the receiver has to do for it. */
    default Work work() {
        return Work.NONE;
    }

    /** Whether all that the receiver has is what the sender had when it sent this. */
    default boolean replacesAll() {
        return false;
    }

    /** About how large it is on the wire, in bytes. */
    default int bytes() {
        return 64;
    }
}
