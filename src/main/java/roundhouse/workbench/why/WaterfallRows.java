package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;

/** Makes the lines of a waterfall: one for every part, and below a node's one for every answer of a cache there. */
final class WaterfallRows {
    private final Trace trace;
    private final UnaryOperator<String> titles;
    private final long knownNanos;
    private final List<WaterfallRow> rows = new ArrayList<>();

    WaterfallRows(Trace trace, UnaryOperator<String> titles) {
        this.trace = trace;
        this.titles = titles;
        knownNanos = knownNanos(trace.parts(), trace.beganNanos());
    }

    List<WaterfallRow> rows() {
        boolean several = trace.parts().size() > 1;
        int attempts = 0;
        for (Span part : trace.parts()) {
            if (part.kind() == Span.Kind.ATTEMPT) {
                attempts++;
            }
            if (several) {
                add(part, part.kind() == Span.Kind.ATTEMPT ? text("why.attempt", attempts) : "waits", 0);
            }
            if (attempts == 1 && part.kind() == Span.Kind.ATTEMPT) {
                notes(part, trace.answersBefore(), several ? 1 : 0);
            }
            add(part.parts(), several ? 1 : 0);
        }
        return rows;
    }

    private void add(List<Span> spans, int depth) {
        for (Span span : spans) {
            String label = switch (span.kind()) {
                case LINK, REPLY, NODE -> where(span);
                case TARGET, CALL -> span.kind().key() + " " + where(span);
                case ATTEMPT, BACKOFF, WAIT, SERVICE, LOST -> span.kind().key();
            };
            add(span, label, depth);
            if (span.kind() == Span.Kind.NODE) {
                notes(span, trace.answersAt(span), depth + 1);
            }
            add(span.parts(), depth + 1);
        }
    }

    private void notes(Span span, List<CacheAnswer> answers, int depth) {
        for (CacheAnswer answer : answers) {
            boolean plain = answer.cache().equals(where(span));
            long atNanos = answer.timeNanos() - trace.beganNanos();
            rows.add(new WaterfallRow(
                    span,
                    where(span),
                    plain ? answer.brief() : answer.cache() + ": " + answer.brief(),
                    true,
                    depth,
                    atNanos,
                    atNanos));
        }
    }

    private long end(Span span) {
        return span.hasEnded() ? span.endNanos() : knownNanos;
    }

    private void add(Span span, String label, int depth) {
        rows.add(new WaterfallRow(
                span,
                where(span),
                label,
                false,
                depth,
                span.startNanos() - trace.beganNanos(),
                end(span) - trace.beganNanos()));
    }

    /** A link is written as the ids of its ends with an arrow between. */
    private String where(Span span) {
        return Arrays.stream(span.where().split(" → ", -1)).map(titles).collect(Collectors.joining(" → "));
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
}
