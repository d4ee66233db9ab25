package roundhouse.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/** What is known of one try so far: the spans that have begun and not ended, each within the one before. */
final class AttemptTraceBuilder {
    final TraceBuilder trace;
    /** The number of its call; calls are used again. */
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

    /** A part of the innermost one begins. */
    void begin(Span.Kind kind, String where, long now) {
        OpenSpan part = new OpenSpan(kind, where, now);
        open.element().add(part);
        open.push(part);
    }

    /** The innermost one ends, if it is of that kind. A queue nobody waited in is left out. */
    void end(Span.Kind kind, long now, @Nullable Outcome outcome) {
        if (open.element().kind != kind) {
            return;
        }
        OpenSpan part = open.pop();
        part.end(now, outcome);
        if (kind == Span.Kind.WAIT && part.start == now) {
            open.element().drop(part);
        }
    }

    /** Waiting for a core and being worked on end, whichever goes on. */
    void endWork(long now) {
        end(Span.Kind.WAIT, now, null);
        end(Span.Kind.SERVICE, now, null);
    }

    /** Whatever it is doing ends, for no reply will come; who waits for one goes on waiting. */
    void lose(long now) {
        begin(Span.Kind.LOST, open.element().where, now);
        end(Span.Kind.LOST, now, null);
        endWork(now);
        end(Span.Kind.LINK, now, null);
        end(Span.Kind.REPLY, now, null);
    }

    /** All that still goes on ends. */
    void endAll(long now) {
        while (open.size() > 1) {
            open.pop().end(now, null);
        }
    }

    /** The client has its reply, or waits no longer; what goes on elsewhere goes on. */
    void conclude(long now, @Nullable Outcome outcome) {
        whole.end(now, outcome);
    }
}
