package roundhouse.storage.replication;

/**
 * What a client asks of a member.
 *
 * @param id by which it is answered; never used twice at a member
 * @param isWrite else it reads
 * @param value what to write; to a counter what to add, of a set the element
 * @param isLocal of a read: answered at once from what this member has, however old
 * @param isRemoval of a write: deletes what is there, takes from a counter, takes an element out of a set
 * @param seen of a read what its answer must show, of a write the context that it replaces (where versions can be side by side)
 * @param rule of a local read how old what it shows may be; a read that is not local shows the newest as far as its store promises that
 */
public record StoreRequest(
        long id, boolean isWrite, long key, long value, boolean isLocal, boolean isRemoval, Seen seen, ReadRule rule) {
    public StoreRequest(long id, boolean isWrite, long key, long value, boolean isLocal) {
        this(id, isWrite, key, value, isLocal, false, Seen.Nothing.UNASKED, ReadRule.USUAL);
    }

    public static StoreRequest write(long id, long key, long value) {
        return new StoreRequest(id, true, key, value, false);
    }

    public static StoreRequest removal(long id, long key, long value) {
        return new StoreRequest(id, true, key, value, false, true, Seen.Nothing.UNASKED, ReadRule.USUAL);
    }

    public static StoreRequest read(long id, long key) {
        return new StoreRequest(id, false, key, Replica.NOTHING, false);
    }

    public static StoreRequest localRead(long id, long key) {
        return new StoreRequest(id, false, key, Replica.NOTHING, true);
    }

    /** Of a client that keeps what it saw; it is told what it sees by this. */
    public StoreRequest after(Seen what) {
        return new StoreRequest(id, isWrite, key, value, isLocal, isRemoval, what, rule);
    }

    /** By another rule. */
    public StoreRequest by(ReadRule newRule) {
        return new StoreRequest(id, isWrite, key, value, isLocal, isRemoval, seen, newRule);
    }

    /** The same, but not of the member that is asked alone. */
    public StoreRequest notLocal() {
        return new StoreRequest(id, isWrite, key, value, false, isRemoval, seen, rule);
    }

    /** Whether it asks for anything of a member's age. */
    public boolean isBounded() {
        return !(seen instanceof Seen.Nothing) || rule.boundsAge() || rule.boundsVersions();
    }

    /** What a write leaves under its key where values replace each other. */
    public long written() {
        return isRemoval ? Replica.NOTHING : value;
    }

    /** The same under another number. */
    public StoreRequest as(long newId) {
        return new StoreRequest(newId, isWrite, key, value, isLocal, isRemoval, seen, rule);
    }

    /** Whether its client wants to be told what it sees. */
    public boolean wantsSeen() {
        return seen != Seen.Nothing.UNASKED;
    }
}
