package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/** What is known of one request so far. */
final class TraceBuilder {
    private final Trace asBegun;
    private final List<OpenSpan> parts = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private long ended = Span.NOT_YET;
    private @Nullable Outcome outcome;

    /** The client's wait before the next try. */
    private @Nullable OpenSpan backoff;

    /** Tries that are on their way somewhere. */
    private int underWay;

    TraceBuilder(Attempt call) {
        asBegun = new Trace(
                call.request,
                call.top().node().id,
                call.client().toString(),
                call.session(),
                call.key(),
                call.kind().path(),
                call.read,
                call.startedAt,
                Span.NOT_YET,
                null,
                List.of(),
                List.of());
    }

    /** The next try sets out. */
    AttemptTraceBuilder begin(Attempt call, long now) {
        endBackoff(now);
        OpenSpan span = new OpenSpan(Span.Kind.TRY, call.top().node().id, now);
        parts.add(span);
        underWay++;
        return new AttemptTraceBuilder(this, call.number, span);
    }

    /** The client gives a moment to itself before it tries again. */
    void backOff(long now) {
        backoff = new OpenSpan(Span.Kind.BACKOFF, asBegun.clients(), now);
        parts.add(backoff);
    }

    private void endBackoff(long now) {
        if (backoff != null) {
            backoff.end(now, null);
            if (backoff.start == now) {
                parts.remove(backoff);
            }
            backoff = null;
        }
    }

    void add(Pick pick) {
        picks.add(pick);
    }

    void end(long now, Outcome how) {
        ended = now;
        outcome = how;
    }

    /** A try has sent a part of itself on. */
    void parted() {
        underWay++;
    }

    /** One of its tries, or a part of one, is back or lost for good. */
    void returned() {
        underWay--;
    }

    /** Whether nothing more will come of it. */
    boolean isOver() {
        return ended != Span.NOT_YET && underWay == 0;
    }

    Trace toTrace() {
        return new Trace(
                asBegun.number(),
                asBegun.clients(),
                asBegun.address(),
                asBegun.session(),
                asBegun.key(),
                asBegun.path(),
                asBegun.read(),
                asBegun.began(),
                ended,
                outcome,
                parts.stream().map(OpenSpan::toSpan).toList(),
                picks);
    }
}
