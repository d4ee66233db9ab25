package roundhouse.storage.replication;

/**
 * What a member has done beside reading and writing, from its beginning.
 *
 * @param hintsStored writes that it kept for another member
 * @param hintsDelivered those that the other one has got
 * @param repairs older versions that its reads found and mended
 * @param conflicts writes that it took beside one that neither of them knew of
 * @param siblings values that are there beside others of their key now
 * @param streamed versions that it gave members that were to have them by their place
 * @param streamedBytes how large those were together, in bytes
 */
public record ReplicaCounts(
        long hintsStored,
        long hintsDelivered,
        long repairs,
        long conflicts,
        long siblings,
        long streamed,
        long streamedBytes) {
    public static final ReplicaCounts NONE = new ReplicaCounts(0, 0, 0, 0, 0, 0, 0);

    /** Of both together. */
    public ReplicaCounts plus(ReplicaCounts other) {
        return new ReplicaCounts(
                hintsStored + other.hintsStored,
                hintsDelivered + other.hintsDelivered,
                repairs + other.repairs,
                conflicts + other.conflicts,
                siblings + other.siblings,
                streamed + other.streamed,
                streamedBytes + other.streamedBytes);
    }
}
