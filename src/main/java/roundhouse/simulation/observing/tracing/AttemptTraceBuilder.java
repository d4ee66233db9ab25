package roundhouse.simulation.observing.tracing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/** What is known of one attempt so far: the spans that have begun and not ended, each within the one before. */
final class AttemptTraceBuilder {
    final TraceBuilder trace;
    /** The number of its attempt; attempts are used again. */
    final long number;

    private final OpenSpan whole;
    private final Deque<OpenSpan> open = new ArrayDeque<>();

    AttemptTraceBuilder(TraceBuilder trace, long number, OpenSpan whole) {
        this.trace = trace;
        this.number = number;
        this.whole = whole;
        open.push(whole);
    }

    /** What is known of a part of it, sent on from where it is now: what happens to that happens within the stay there. */
    AttemptTraceBuilder part(long number) {
        trace.parted();
        return new AttemptTraceBuilder(trace, number, open.element());
    }

    /** What is known of a call that is made from where it is now, beside whatever else goes on there. */
    AttemptTraceBuilder call(long number, String target, long nowNanos) {
        trace.parted();
        OpenSpan call = new OpenSpan(Span.Kind.CALL, target, nowNanos);
        open.element().add(call);
        return new AttemptTraceBuilder(trace, number, call);
    }

    /** A part of the innermost one begins. */
    void begin(Span.Kind kind, String where, long nowNanos) {
        OpenSpan part = new OpenSpan(kind, where, nowNanos);
        open.element().add(part);
        open.push(part);
    }

    /** The innermost one ends, if it is of that kind. A queue nobody waited in is left out. */
    void end(Span.Kind kind, long nowNanos, @Nullable Outcome outcome) {
        if (open.element().kind != kind) {
            return;
        }
        OpenSpan part = open.pop();
        part.end(nowNanos, outcome);
        if (kind == Span.Kind.WAIT && part.startNanos == nowNanos) {
            open.element().drop(part);
        }
    }

    /** Waiting for a core and being worked on end, whichever goes on. */
    void endWork(long nowNanos) {
        end(Span.Kind.WAIT, nowNanos, null);
        end(Span.Kind.SERVICE, nowNanos, null);
    }

    /** Ends the innermost span, because no reply will come; the spans of nodes that wait for a reply stay open. */
    void lose(long nowNanos) {
        begin(Span.Kind.LOST, open.element().where, nowNanos);
        end(Span.Kind.LOST, nowNanos, null);
        endWork(nowNanos);
        end(Span.Kind.LINK, nowNanos, null);
        end(Span.Kind.REPLY, nowNanos, null);
    }

    /** All that still goes on ends. */
    void endAll(long nowNanos) {
        while (open.size() > 1) {
            open.pop().end(nowNanos, null);
        }
    }

    /** The client has its reply, or waits no longer; what goes on elsewhere goes on. */
    void conclude(long nowNanos, @Nullable Outcome outcome) {
        whole.end(nowNanos, outcome);
    }
}
