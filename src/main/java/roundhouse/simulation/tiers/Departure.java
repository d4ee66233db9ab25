package roundhouse.simulation.tiers;

/** Why a key is not in a cache. */
public enum Departure {
    /** It never was. */
    NEVER_HERE("never here"),
    /** Others needed its place. */
    EVICTED("evicted"),
    /** It was deleted, as a writer or a message wanted it. */
    INVALIDATED("invalidated"),
    /** A person purged it, banned it, or emptied the cache. */
    PURGED("purged"),
    /** The cache went down. */
    LOST("lost in a crash"),
    /** It was not let in. */
    NOT_ADMITTED("not kept");

    private final String words;

    Departure(String words) {
        this.words = words;
    }

    /** In a word or two. */
    public String words() {
        return words;
    }
}
