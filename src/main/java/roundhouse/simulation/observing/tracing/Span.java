package roundhouse.simulation.observing.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/**
 * A part of a request's life, and the parts it is made of, one after the other; but calls may go on side by side. Parts lie within their
 * whole, but for those of an attempt that timed out: they go on when their client, the balancer or the server that calls has given up.
 *
 * @param where the node's id; for a link "lb → s1", from the node the part sets out from
 * @param startNanos simulated nanoseconds
 * @param endNanos simulated nanoseconds, or {@link #NOT_YET}
 * @param outcome how an attempt, an attempt of a target or a stay at a node ended; else null
 */
public record Span(
        Kind kind,
        String where,
        long startNanos,
        long endNanos,
        @Nullable Outcome outcome,
        List<Span> parts) {
    /** The end of what had not ended when the run was looked at. */
    public static final long NOT_YET = -1;

    /** What goes on. */
    public enum Kind {
        /** From sending the request until the reply, or until its client gave up waiting. */
        ATTEMPT("try"),
        /**
         * At a balancer that passes requests on: from giving it to one target, which is where, until the reply, or until the balancer
         * gave up waiting.
         */
        TARGET("target"),
        /** At a server: from sending a call to another node, which is where, until the reply, or until the server gave up waiting. */
        CALL("call"),
        /** The client waits before it retries. */
        BACKOFF("backoff"),
        /** On a link, on the way out. */
        LINK("link"),
        /** On a link, on the way back. */
        REPLY("reply"),
        /** At a node, with all that the node waits for. No time at all: turned away at the door. */
        NODE("node"),
        /** In a node's queue. */
        WAIT("queue"),
        /** Being worked on by a core. */
        SERVICE("service"),
        /** Lost for good at that moment, by a link or a node that holds it. */
        LOST("lost");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its name in files. */
        public String key() {
            return key;
        }
    }

    public Span {
        parts = List.copyOf(parts);
    }

    /** Whether it had ended when the run was looked at. */
    public boolean hasEnded() {
        return endNanos != NOT_YET;
    }
}
