package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.UnaryOperator;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.workbench.FigureText;

/**
 * A line of the waterfall.
 *
 * @param where the node, or the link's two, by their titles
 * @param note that it says what a cache answered, and takes no time
 * @param depth how far within the others it is
 * @param startNanos nanoseconds after the request began
 * @param endNanos nanoseconds after the request began; when it had not ended, the end of what is known
 */
record WaterfallRow(Span span, String where, String label, boolean note, int depth, long startNanos, long endNanos) {
    /**
     * A line for every part. A single attempt gets none, because it is the request itself.
     *
     * @param titles what the nodes of those ids are called
     */
    static List<WaterfallRow> of(Trace trace, UnaryOperator<String> titles) {
        return new WaterfallRows(trace, titles).rows();
    }

    /** How long it took: {@code 3.20 ms}; {@code …} when it had not ended. */
    String length() {
        return note ? "" : span.hasEnded() ? FigureText.duration(endNanos - startNanos) : "…";
    }

    /** What is to be said of how it ended; empty when it ended well. */
    String outcome() {
        Outcome outcome = span.outcome();
        return note || outcome == null || outcome == Outcome.OK ? "" : outcome.key();
    }

    /** The line in words. */
    String words() {
        if (note) {
            return "at " + where + ", " + label + ", at " + FigureText.duration(startNanos);
        }
        String what = switch (span.kind()) {
            case ATTEMPT, TARGET, CALL, BACKOFF -> label;
            case LINK -> text("why.link", label);
            case REPLY -> text("why.reply", label);
            case NODE -> "at " + label;
            case WAIT -> text("why.in-the-queue-of", where);
            case SERVICE -> text("why.served-by", where);
            case LOST -> text("why.lost-at", where);
        };
        String took = (span.hasEnded() ? FigureText.duration(endNanos - startNanos) : text("why.not-ended"))
                + (outcome().isEmpty() ? "" : ", " + outcome());
        return startNanos == 0
                ? text("why.begun-with-the-request", what, took)
                : text("why.begun-after-the-request", what, took, FigureText.duration(startNanos));
    }
}
