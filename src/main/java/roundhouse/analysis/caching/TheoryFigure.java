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
            case HIT_RATIO, STALE_SHARE -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case FETCHES -> String.format(Locale.ROOT, "%.4g/s", value);
            case STALE_AGE -> String.format(Locale.ROOT, "%.4g s", value);
            case LOST_WRITES -> String.format(Locale.ROOT, "%.4g writes", value);
        };
    }
}
