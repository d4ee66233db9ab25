package roundhouse.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.LimitAnswer;

/**
 * A span as OpenTelemetry has it: flat, naming its parent.
 *
 * @param service the node that did it
 * @param parent empty for the whole request
 * @param caches what caches answered there and why, in sentences; empty where none did
 * @param limits what limits and breakers held it up there
 * @param kind of the SpanKind numbers of trace.proto
 */
record OtlpSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        int kind,
        long startNanos,
        long endNanos,
        @Nullable Outcome outcome,
        String caches,
        List<LimitAnswer> limits,
        Trace request) {
    static final int INTERNAL = 1;
    static final int SERVER = 2;
    static final int CLIENT = 3;

    /** The request as a whole, its attempts below it, and so on down. */
    static List<OtlpSpan> of(long seed, Trace trace) {
        TraceIds ids = new TraceIds(seed, trace.number());
        List<OtlpSpan> spans = new ArrayList<>();
        String name = (trace.read() ? "read " : "write ") + trace.path();
        OtlpSpan whole = new OtlpSpan(
                trace.clients(),
                ids.trace(),
                ids.span(0),
                "",
                name,
                INTERNAL,
                trace.beganNanos(),
                trace.endedNanos(),
                trace.outcome(),
                Strip.words(trace.answersBefore()),
                List.of(),
                trace);
        spans.add(whole);
        trace.parts().forEach(part -> add(spans, ids, part, whole));
        return spans;
    }

    private static void add(List<OtlpSpan> spans, TraceIds ids, Span span, OtlpSpan parent) {
        boolean onLink = span.kind() == Span.Kind.LINK || span.kind() == Span.Kind.REPLY;
        boolean here = onLink
                || span.kind() == Span.Kind.LOST
                || span.kind() == Span.Kind.TARGET
                || span.kind() == Span.Kind.CALL;
        OtlpSpan flat = new OtlpSpan(
                here ? parent.service() : span.where(),
                parent.trace(),
                ids.span(spans.size()),
                parent.id(),
                Strip.name(span),
                kind(span.kind()),
                span.startNanos(),
                span.endNanos(),
                span.outcome(),
                span.kind() == Span.Kind.NODE ? Strip.words(parent.request().answersAt(span)) : "",
                span.kind() == Span.Kind.NODE ? parent.request().limitsAt(span) : List.of(),
                parent.request());
        spans.add(flat);
        span.parts().forEach(part -> add(spans, ids, part, flat));
    }

    private static int kind(Span.Kind kind) {
        return switch (kind) {
            case ATTEMPT, TARGET, CALL -> CLIENT;
            case NODE -> SERVER;
            case BACKOFF, LINK, REPLY, WAIT, SERVICE, LOST -> INTERNAL;
        };
    }

    boolean hasEnded() {
        return endNanos != Span.NOT_YET;
    }
}
