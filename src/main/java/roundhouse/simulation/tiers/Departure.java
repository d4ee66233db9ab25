package roundhouse.simulation.tiers;

/** Why a key is not in a cache. */
public enum Departure {
    /** It never was. */
    NEVER_HERE("never here", "had never been there"),
    /** It is there, but its time is over. */
    EXPIRED("expired", "had expired"),
    /** Others needed its place. */
    EVICTED("evicted", "had been evicted"),
    /** It was deleted, as a writer or a message wanted it. */
    INVALIDATED("invalidated", "had been deleted"),
    /** A person purged it, banned it, or emptied the cache. */
    PURGED("purged", "had been purged"),
    /** The cache went down. */
    LOST("lost in a crash", "went in a crash"),
    /** The cache went down with what was written to it and not confirmed by its store yet. */
    LOST_DIRTY("lost in a crash before its store confirmed it", "went in a crash before its store confirmed it"),
    /** It was not let in. */
    NOT_ADMITTED("not kept", "is not kept");

    private final String words;
    private final String past;

    Departure(String words, String past) {
        this.words = words;
        this.past = past;
    }

    /** In words that follow "which". */
    public String past() {
        return past;
    }

    /** In a word or two. */
    public String words() {
        return words;
    }
}
