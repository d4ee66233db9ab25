package roundhouse.workbench.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.workbench.FigureText;

/**
 * A line of the waterfall.
 *
 * @param where the node, or the link's two, by their titles
 * @param depth how far within the others it is
 * @param startNanos nanoseconds after the request began
 * @param endNanos nanoseconds after the request began; when it had not ended, the end of what is known
 */
record WaterfallRow(Span span, String where, String label, int depth, long startNanos, long endNanos) {
    /**
     * A line for every part. A single attempt gets none, because it is the request itself.
     *
     * @param titles what the nodes of those ids are called
     */
    static List<WaterfallRow> of(Trace trace, UnaryOperator<String> titles) {
        long knownNanos = knownNanos(trace.parts(), trace.beganNanos());
        List<WaterfallRow> rows = new ArrayList<>();
        boolean several = trace.parts().size() > 1;
        int attempts = 0;
        for (Span part : trace.parts()) {
            if (part.kind() == Span.Kind.ATTEMPT) {
                attempts++;
            }
            if (several) {
                rows.add(row(
                        part,
                        titles,
                        part.kind() == Span.Kind.ATTEMPT ? "attempt " + attempts : "waits",
                        0,
                        trace.beganNanos(),
                        knownNanos));
            }
            add(rows, part.parts(), titles, several ? 1 : 0, trace.beganNanos(), knownNanos);
        }
        return rows;
    }

    private static void add(
            List<WaterfallRow> rows,
            List<Span> spans,
            UnaryOperator<String> titles,
            int depth,
            long beganNanos,
            long knownNanos) {
        for (Span span : spans) {
            String label = switch (span.kind()) {
                case LINK, REPLY, NODE -> where(span, titles);
                case TARGET, CALL -> span.kind().key() + " " + where(span, titles);
                case ATTEMPT, BACKOFF, WAIT, SERVICE, LOST -> span.kind().key();
            };
            rows.add(row(span, titles, label, depth, beganNanos, knownNanos));
            add(rows, span.parts(), titles, depth + 1, beganNanos, knownNanos);
        }
    }

    /** A link is written as the ids of its ends with an arrow between. */
    private static String where(Span span, UnaryOperator<String> titles) {
        return Arrays.stream(span.where().split(" → ", -1)).map(titles).collect(Collectors.joining(" → "));
    }

    private static WaterfallRow row(
            Span span, UnaryOperator<String> titles, String label, int depth, long beganNanos, long knownNanos) {
        return new WaterfallRow(
                span,
                where(span, titles),
                label,
                depth,
                span.startNanos() - beganNanos,
                (span.hasEnded() ? span.endNanos() : knownNanos) - beganNanos);
    }

    /** The latest time of which anything is known. */
    private static long knownNanos(List<Span> spans, long least) {
        long latest = least;
        for (Span span : spans) {
            latest = Math.max(latest, Math.max(span.startNanos(), span.endNanos()));
            latest = knownNanos(span.parts(), latest);
        }
        return latest;
    }

    /** How long it took: {@code 3.20 ms}; {@code …} when it had not ended. */
    String length() {
        return span.hasEnded() ? FigureText.duration(endNanos - startNanos) : "…";
    }

    /** What is to be said of how it ended; empty when it ended well. */
    String outcome() {
        Outcome outcome = span.outcome();
        return outcome == null || outcome == Outcome.OK ? "" : outcome.key();
    }

    /** The line in words. */
    String words() {
        String what = switch (span.kind()) {
            case ATTEMPT, TARGET, CALL, BACKOFF -> label;
            case LINK -> "link " + label;
            case REPLY -> "reply " + label;
            case NODE -> "at " + label;
            case WAIT -> "in the queue of " + where;
            case SERVICE -> "served by " + where;
            case LOST -> "lost at " + where;
        };
        return what + ", from " + FigureText.duration(startNanos) + ", "
                + (span.hasEnded() ? FigureText.duration(endNanos - startNanos) : "not ended")
                + (outcome().isEmpty() ? "" : ", " + outcome());
    }
}
