package roundhouse.simulation.tiers;

import roundhouse.simulation.reasons.Leaving;

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

    /** As figures and grids tell it. */
    static Departure of(Leaving.Cause cause) {
        return switch (cause) {
            case NEVER_HERE -> NEVER_HERE;
            case EXPIRED -> EXPIRED;
            case EVICTED, SHRUNK -> EVICTED;
            case WRITTEN, MESSAGE, NOTHING_OVER -> INVALIDATED;
            case PURGE, BAN, FLUSH, TAKEN_OUT -> PURGED;
            case CRASH -> LOST;
            case TOO_NEW, TOO_LARGE, NOT_LET_IN -> NOT_ADMITTED;
        };
    }

    /** As far as it tells what happened. */
    Leaving.Cause cause() {
        return switch (this) {
            case NEVER_HERE -> Leaving.Cause.NEVER_HERE;
            case EXPIRED -> Leaving.Cause.EXPIRED;
            case EVICTED -> Leaving.Cause.EVICTED;
            case INVALIDATED -> Leaving.Cause.WRITTEN;
            case PURGED -> Leaving.Cause.PURGE;
            case LOST, LOST_DIRTY -> Leaving.Cause.CRASH;
            case NOT_ADMITTED -> Leaving.Cause.NOT_LET_IN;
        };
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
