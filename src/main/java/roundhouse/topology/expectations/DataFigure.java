package roundhouse.topology.expectations;

import java.util.List;

/** A figure about data: how caches do, how true what they give is, what the stores do. */
public enum DataFigure {
    HIT_RATIO(
            "hit-ratio",
            Of.CACHE_OR_SYSTEM,
            true,
            "Hits among lookups of the node's caches; of the system, reads that any cache answered."),
    BYTE_HIT_RATIO("byte-hit-ratio", Of.CACHE_OR_SYSTEM, true, "The same in bytes of values."),
    MISSES("misses", Of.CACHE, false, "Lookups that gave nothing."),
    COLD_MISSES("cold misses", Of.CACHE, false, "Lookups of what was never there."),
    EVICTIONS("evictions", Of.CACHE, false, "Entries that had to go for others."),
    EXPIRATIONS("expirations", Of.CACHE, false, "Entries found when their time was over."),
    COALESCED("coalesced", Of.CACHE, false, "Misses that waited for the fetch of another."),
    REFRESHES("refreshes", Of.CACHE, false, "Fetches behind an answer."),
    DIRTY("dirty entries", Of.CACHE, false, "Entries that the store does not have, at this moment."),
    STALE_READS(
            "stale reads",
            Of.ANY,
            true,
            "Reads that gave a value when there had been a newer one, as a number or as a share of all."),
    READS_ENDED(
            "reads ended",
            Of.NODE_OR_SYSTEM,
            false,
            "Reads that the node gave the value for; of the system, all that ended well."),
    WRITES_ENDED(
            "writes ended",
            Of.NODE_OR_SYSTEM,
            false,
            "Writes that the node took; of the system, all that were acknowledged."),
    LOST_WRITES(
            "lost acknowledged writes",
            Of.STORE_OR_SYSTEM,
            false,
            "Acknowledged writes that nobody has any more; of a store, that it has lost."),
    REFUSED_READS("refused reads", Of.STORE, true, "Reads that a store could not answer, as a number or as a share."),
    REFUSED_WRITES("refused writes", Of.STORE, true, "Writes that a store refused, as a number or as a share."),
    UNKNOWN_WRITES("unknown writes", Of.STORE, true, "Writes of which nobody knows whether they were done."),
    ELECTIONS("elections", Of.STORE, false, "Leaders of a store after the first."),
    AVAILABILITY(
            "availability",
            Of.CLIENT_STORE_OR_SYSTEM,
            true,
            "Reads and writes that were answered among all that ended; of a store, among those that its members were asked."),
    WITHOUT_LEADER("time without leader", Of.STORE, false, "For how long no member of a store that was up led."),
    MOST_BEHIND(
            "writes behind",
            Of.STORE,
            false,
            "How many writes the member lacks that lacks most, at this moment; where nobody leads, under how many keys it has something old."),
    CONFLICTS("conflicts", Of.STORE, false, "Writes that a member took beside one that neither of them knew of."),
    SIBLINGS("siblings", Of.STORE, false, "Values that members have beside others of their key, at this moment."),
    HINTS_STORED("hints kept", Of.STORE, false, "Writes that members kept for another one that did not answer."),
    HINTS_DELIVERED("hints delivered", Of.STORE, false, "Those of the hints that the other member has got."),
    REPAIRS("repairs", Of.STORE, false, "Older versions that reads found at members, and mended."),
    STREAMED("keys streamed", Of.STORE, false, "Keys that members were given that were to have them by their place."),
    STREAMED_BYTES("bytes streamed", Of.STORE, false, "What was under these keys, bytes, about."),
    DATABASE_READS("database reads", Of.SYSTEM, false, "What databases read, apart from what their own caches had."),
    DATABASE_WRITES("database writes", Of.SYSTEM, false, "What databases wrote."),
    INVALIDATIONS_SENT("invalidations sent", Of.SYSTEM, false, "Messages to caches that something was written."),
    INVALIDATIONS_LATE(
            "invalidations late",
            Of.SYSTEM,
            false,
            "Messages that something was written that came when its old value had been given once more."),
    INVALIDATIONS_LOST("invalidations lost", Of.SYSTEM, false, "Messages that something was written that never came.");

    /** Whose figure it can be. */
    private enum Of {
        CACHE,
        SYSTEM,
        STORE,
        CACHE_OR_SYSTEM,
        NODE_OR_SYSTEM,
        STORE_OR_SYSTEM,
        CLIENT_STORE_OR_SYSTEM,
        ANY
    }

    private final String key;
    private final Of of;
    private final boolean share;
    private final String meaning;

    DataFigure(String key, Of of, boolean share, String meaning) {
        this.key = key;
        this.of = of;
        this.share = share;
        this.meaning = meaning;
    }

    /** The name in files and reports. */
    public String key() {
        return key;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is of one node only and not of the system. */
    public boolean needsNode() {
        return of == Of.CACHE || of == Of.STORE;
    }

    /** Whether a node has it if it has a cache, and only then. */
    public boolean isOfCaches() {
        return of == Of.CACHE || of == Of.CACHE_OR_SYSTEM || of == Of.ANY;
    }

    /** Whether only replicated stores have it, of all that has a name. */
    public boolean isOfStoresOnly() {
        return of == Of.STORE || of == Of.STORE_OR_SYSTEM;
    }

    /** Whether only clients have it, of all nodes. */
    public boolean isOfClients() {
        return of == Of.CLIENT_STORE_OR_SYSTEM;
    }

    /** Whether a replicated store can have it. */
    public boolean isOfStores() {
        return of == Of.CLIENT_STORE_OR_SYSTEM || of == Of.STORE || of == Of.STORE_OR_SYSTEM || of == Of.ANY;
    }

    /** Whether it is of the system only. */
    public boolean isOfSystem() {
        return of == Of.SYSTEM;
    }

    /** Whether it says how things stand at a moment, and is no count of what happened. */
    public boolean isLevel() {
        return this == DIRTY || this == MOST_BEHIND || this == SIBLINGS;
    }

    /** What it can be compared with. */
    public List<Amount.Unit> units() {
        if (this == WITHOUT_LEADER) {
            return List.of(Amount.Unit.TIME);
        }
        if (this == STALE_READS || (of == Of.STORE && share)) {
            return List.of(Amount.Unit.SHARE, Amount.Unit.COUNT);
        }
        return List.of(share ? Amount.Unit.SHARE : Amount.Unit.COUNT);
    }
}
