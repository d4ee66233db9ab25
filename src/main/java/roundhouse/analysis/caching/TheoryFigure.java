package roundhouse.analysis.caching;

import java.util.Locale;

/** A figure of a cache that theory has a word about. */
public enum TheoryFigure {
    /** Hits among lookups, 0 to 1. */
    HIT_RATIO("hit-ratio", "Hit ratio"),
    /** Fetches a second, those behind an answer too. */
    FETCHES("fetches", "Fetches"),
    /** Hits of which there had been a newer value among all hits, 0 to 1. */
    STALE_SHARE("stale-share", "Stale hits"),
    /** For how long there had been one, on average over those hits, seconds. */
    STALE_AGE("stale-age", "Age of stale hits"),
    /** How often a key is fetched each time that its entry has expired: 1 and all that come during the fetch. */
    STAMPEDE("fetches-per-expiry", "Fetches per expiry"),
    /** Fetches that are begun before the entry expires, 0 to 1. */
    EARLY_SHARE("early-share", "Fetched early"),
    /** How long before the expiry they are begun, on average, seconds. */
    EARLY_BY("early-by", "Early by"),
    /** Round trips of reads through all caches, on average, seconds. */
    READ_LATENCY("read-latency", "Read latency"),
    /** Acknowledged writes that a crash takes at any time, on average. */
    LOST_WRITES("lost-writes", "Lost by a crash");

    private final String key;
    private final String label;

    TheoryFigure(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** A value with its unit; a dash for none. */
    String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (this) {
            case HIT_RATIO, STALE_SHARE, EARLY_SHARE -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case FETCHES -> String.format(Locale.ROOT, "%.4g/s", value);
            case STALE_AGE, EARLY_BY, READ_LATENCY -> String.format(Locale.ROOT, "%.4g s", value);
            case STAMPEDE -> String.format(Locale.ROOT, "%.4g", value);
            case LOST_WRITES -> String.format(Locale.ROOT, "%.4g writes", value);
        };
    }
}
