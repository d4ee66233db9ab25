package roundhouse.simulation.observing.tracing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;

/** What is known of one request so far. */
final class TraceBuilder {
    private final Trace asBegun;
    private final List<OpenSpan> parts = new ArrayList<>();
    private final List<CacheAnswer> caches = new ArrayList<>();
    private final List<LimitAnswer> limits = new ArrayList<>();
    private final List<QueuePlace> queues = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private long endedNanos = Span.NOT_YET;
    private @Nullable Outcome outcome;

    /** The client's wait before the next attempt. */
    private @Nullable OpenSpan backoff;

    /** Attempts that are on their way somewhere. */
    private int underWay;

    TraceBuilder(Attempt attempt) {
        asBegun = new Trace(
                attempt.request,
                attempt.top().node().id,
                attempt.client().toString(),
                attempt.session(),
                attempt.key(),
                attempt.kind().path(),
                attempt.read,
                attempt.startedAtNanos,
                Span.NOT_YET,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The next attempt sets out. */
    AttemptTraceBuilder begin(Attempt attempt, long nowNanos) {
        endBackoff(nowNanos);
        OpenSpan span = new OpenSpan(Span.Kind.ATTEMPT, attempt.top().node().id, nowNanos);
        parts.add(span);
        underWay++;
        return new AttemptTraceBuilder(this, attempt.number, span);
    }

    /** The client waits before it retries. */
    void backOff(long nowNanos) {
        backoff = new OpenSpan(Span.Kind.BACKOFF, asBegun.clients(), nowNanos);
        parts.add(backoff);
    }

    private void endBackoff(long nowNanos) {
        if (backoff != null) {
            backoff.end(nowNanos, null);
            if (backoff.startNanos == nowNanos) {
                parts.remove(backoff);
            }
            backoff = null;
        }
    }

    void add(CacheAnswer answer) {
        caches.add(answer);
    }

    void add(LimitAnswer answer) {
        limits.add(answer);
    }

    void add(QueuePlace place) {
        queues.add(place);
    }

    void add(Pick pick) {
        picks.add(pick);
    }

    void end(long nowNanos, Outcome how) {
        endedNanos = nowNanos;
        outcome = how;
    }

    /** An attempt has sent a part of itself on. */
    void parted() {
        underWay++;
    }

    /** One of its attempts, or a part of one, is back or lost for good. */
    void returned() {
        underWay--;
    }

    /** Whether it has ended and none of its attempts is under way. */
    boolean isOver() {
        return endedNanos != Span.NOT_YET && underWay == 0;
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
                asBegun.beganNanos(),
                endedNanos,
                outcome,
                parts.stream().map(OpenSpan::toSpan).toList(),
                caches,
                limits,
                queues,
                picks);
    }
}
