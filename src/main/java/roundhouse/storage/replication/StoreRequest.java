package roundhouse.storage.replication;

/**
 * What a client asks of a member.
 *
 * @param id by which it is answered; never used twice at a member
 * @param isWrite else it reads
 * @param value what to write
 * @param isLocal of a read: answered at once from what this member has, however old
 */
public record StoreRequest(long id, boolean isWrite, long key, long value, boolean isLocal) {
    public static StoreRequest write(long id, long key, long value) {
        return new StoreRequest(id, true, key, value, false);
    }

    public static StoreRequest read(long id, long key) {
        return new StoreRequest(id, false, key, Replica.NOTHING, false);
    }

    public static StoreRequest localRead(long id, long key) {
        return new StoreRequest(id, false, key, Replica.NOTHING, true);
    }
}
