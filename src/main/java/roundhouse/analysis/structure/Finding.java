package roundhouse.analysis.structure;

import java.util.Locale;

/**
 * One thing that a check of a topology found.
 *
 * @param where the node's id, a link as {@code lb-1 → s1}, or "the topology"
 * @param text what is so and what follows, a sentence without a full stop
 */
public record Finding(Severity severity, String where, String text) {
    public enum Severity {
        /** It cannot work as it stands. */
        ERROR,
        /** It works, but probably not as intended. */
        WARNING,
        /** Explains figures that may surprise. */
        NOTE
    }

    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + ": " + where + ": " + text;
    }
}
