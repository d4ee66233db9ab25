package roundhouse.workbench.why;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.workbench.FigureText;

/**
 * A line of the waterfall.
 *
 * @param depth how far within the others it is
 * @param start nanoseconds after the request began
 * @param end nanoseconds after the request began; when it had not ended, the end of what is known
 */
record WaterfallRow(Span span, String label, int depth, long start, long end) {
    /** A line for every part but a lone try, which is the request itself. */
    static List<WaterfallRow> of(Trace trace) {
        long known = known(trace.parts(), trace.began());
        List<WaterfallRow> rows = new ArrayList<>();
        boolean several = trace.parts().size() > 1;
        int tries = 0;
        for (Span part : trace.parts()) {
            if (part.kind() == Span.Kind.TRY) {
                tries++;
            }
            if (several) {
                rows.add(row(part, part.kind() == Span.Kind.TRY ? "try " + tries : "waits", 0, trace.began(), known));
            }
            add(rows, part.parts(), several ? 1 : 0, trace.began(), known);
        }
        return rows;
    }

    private static void add(List<WaterfallRow> rows, List<Span> spans, int depth, long began, long known) {
        for (Span span : spans) {
            String label = switch (span.kind()) {
                case LINK, REPLY, NODE -> span.where();
                case TARGET -> span.kind().key() + " " + span.where();
                case TRY, BACKOFF, WAIT, SERVICE, LOST -> span.kind().key();
            };
            rows.add(row(span, label, depth, began, known));
            add(rows, span.parts(), depth + 1, began, known);
        }
    }

    private static WaterfallRow row(Span span, String label, int depth, long began, long known) {
        return new WaterfallRow(
                span, label, depth, span.start() - began, (span.hasEnded() ? span.end() : known) - began);
    }

    /** The latest time of which anything is known. */
    private static long known(List<Span> spans, long least) {
        long latest = least;
        for (Span span : spans) {
            latest = Math.max(latest, Math.max(span.start(), span.end()));
            latest = known(span.parts(), latest);
        }
        return latest;
    }

    /** How long it took: {@code 3.20 ms}; {@code …} when it had not ended. */
    String length() {
        return span.hasEnded() ? FigureText.duration(end - start) : "…";
    }

    /** What is to be said of how it ended; empty when it ended well. */
    String outcome() {
        Outcome outcome = span.outcome();
        return outcome == null || outcome == Outcome.OK ? "" : outcome.key();
    }

    /** The line in words. */
    String words() {
        String what = switch (span.kind()) {
            case TRY, TARGET, BACKOFF -> label;
            case LINK -> "link " + label;
            case REPLY -> "reply " + label;
            case NODE -> "at " + label;
            case WAIT -> "in the queue of " + span.where();
            case SERVICE -> "served by " + span.where();
            case LOST -> "lost at " + span.where();
        };
        return what + ", from " + FigureText.duration(start) + ", "
                + (span.hasEnded() ? FigureText.duration(end - start) : "not ended")
                + (outcome().isEmpty() ? "" : ", " + outcome());
    }
}
