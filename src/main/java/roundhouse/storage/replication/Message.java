package roundhouse.storage.replication;

/** What one member sends to another. Immutable. */
public interface Message {
    /** About how large it is on the wire, in bytes. */
    default int bytes() {
        return 64;
    }
}
