package roundhouse.analysis.checklist;

import org.jspecify.annotations.Nullable;

/**
 * One answer to a question of the checklist.
 *
 * @param where the id of the node or store that it is about; empty for the whole design
 * @param text what is so and what follows, a sentence without a full stop
 * @param figure what it rests on, with its unit: "93 % busy"; empty where it rests on how the design is made
 * @param fix what would mend it; null where nothing is known that does
 */
public record Advice(
        ChecklistItem item,
        Severity severity,
        String where,
        String text,
        String figure,
        @Nullable Fix fix) {
    /** How much it matters, the most first. */
    public enum Severity {
        /** It cannot be as it is expected to. */
        ERROR,
        /** It works until something happens that will. */
        WARNING,
        /** Worth knowing. */
        NOTE,
        /** As it should be. */
        GOOD
    }

    static Advice good(ChecklistItem item, String where, String text, String figure) {
        return new Advice(item, Severity.GOOD, where, text, figure, null);
    }

    static Advice note(ChecklistItem item, String where, String text, String figure) {
        return new Advice(item, Severity.NOTE, where, text, figure, null);
    }

    static Advice warning(ChecklistItem item, String where, String text, String figure) {
        return new Advice(item, Severity.WARNING, where, text, figure, null);
    }

    static Advice error(ChecklistItem item, String where, String text, String figure) {
        return new Advice(item, Severity.ERROR, where, text, figure, null);
    }

    /** The same, which this mends. */
    Advice mendedBy(@Nullable Fix mends) {
        return new Advice(item, severity, where, text, figure, mends);
    }
}
