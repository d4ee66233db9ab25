package roundhouse.simulation.observing.tracing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/** A {@link Span} in the making. */
final class OpenSpan {
    final Span.Kind kind;
    final long startNanos;
    final String where;
    private final List<OpenSpan> parts = new ArrayList<>();
    private long endNanos = Span.NOT_YET;
    private @Nullable Outcome outcome;

    OpenSpan(Span.Kind kind, String where, long startNanos) {
        this.kind = kind;
        this.where = where;
        this.startNanos = startNanos;
    }

    void add(OpenSpan part) {
        parts.add(part);
    }

    /** Takes a part out that turned out to be none. */
    void drop(OpenSpan part) {
        parts.remove(part);
    }

    /** Ends it, unless it has ended. */
    void end(long nowNanos, @Nullable Outcome how) {
        if (endNanos == Span.NOT_YET) {
            endNanos = nowNanos;
            outcome = how;
        }
    }

    Span toSpan() {
        return new Span(
                kind,
                where,
                startNanos,
                endNanos,
                outcome,
                parts.stream().map(OpenSpan::toSpan).toList());
    }
}
