package roundhouse.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;

/**
 * What one request does at one node without a gap: nested slices, which fit on one track of a viewer.
 *
 * @param node whose it is
 */
record Strip(String node, long startNanos, long endNanos, List<Slice> slices) {
    /**
     * @param depth how many slices of the strip it lies within
     * @param caches what caches answered there and why, in sentences; empty where none did
     * @param limits what limits and breakers held it up there
     * @param arrow joins the slice that sends with the one that receives; 0 for none
     * @param sends whether the arrow begins here
     */
    record Slice(
            int depth,
            String name,
            long startNanos,
            long endNanos,
            @Nullable Outcome outcome,
            Trace request,
            String caches,
            List<LimitAnswer> limits,
            long arrow,
            boolean sends) {}

    /** What a viewer calls a part of a request. */
    static String name(Span span) {
        return switch (span.kind()) {
            case LINK, REPLY, NODE -> span.where();
            case TARGET, CALL -> span.kind().key() + " " + span.where();
            case ATTEMPT, BACKOFF, WAIT, SERVICE, LOST -> span.kind().key();
        };
    }

    /** All that caches answered. */
    static String words(List<CacheAnswer> answers) {
        return answers.stream().flatMap(answer -> answer.because().stream()).collect(Collectors.joining(" "));
    }

    /** Cuts requests into strips. */
    static final class Cutter {
        private final long untilNanos;
        private final List<Strip> strips = new ArrayList<>();
        private long arrows;

        /** @param untilNanos the end of what has not ended */
        Cutter(long untilNanos) {
            this.untilNanos = untilNanos;
        }

        List<Strip> strips() {
            return strips;
        }

        void cut(Trace trace) {
            Strip strip = begin(trace.clients(), trace.beganNanos(), trace.endedNanos());
            String name = (trace.read() ? "read " : "write ") + trace.path();
            strip.slices.add(new Slice(
                    0,
                    name,
                    trace.beganNanos(),
                    end(trace.endedNanos()),
                    trace.outcome(),
                    trace,
                    words(trace.answersBefore()),
                    List.of(),
                    0,
                    false));
            cut(trace.parts(), strip.endNanos, strip, 1, trace);
        }

        /**
         * @param within when the whole ends that these are parts of: what lasts longer, a late reply, needs a strip of its own; so
         *     does what begins before the part before it has ended, a hedge
         * @param depth of these parts in that strip
         */
        private void cut(List<Span> spans, long within, Strip strip, int depth, Trace trace) {
            long arrow = 0;
            long taken = 0;
            for (Span span : spans) {
                boolean fits = end(span.endNanos()) <= within && span.startNanos() >= taken;
                boolean apart = span.kind() == Span.Kind.NODE || !fits;
                Strip on = apart ? begin(owner(span, strip), span.startNanos(), span.endNanos()) : strip;
                if (fits) {
                    taken = end(span.endNanos());
                }
                boolean sends = span.kind() == Span.Kind.LINK;
                arrow = sends ? ++arrows : arrow;
                boolean joined = sends || (span.kind() == Span.Kind.NODE && arrow != 0);
                int deep = apart ? 0 : depth;
                on.slices.add(new Slice(
                        deep,
                        name(span),
                        span.startNanos(),
                        end(span.endNanos()),
                        span.outcome(),
                        trace,
                        span.kind() == Span.Kind.NODE ? words(trace.answersAt(span)) : "",
                        span.kind() == Span.Kind.NODE ? trace.limitsAt(span) : List.of(),
                        joined ? arrow : 0,
                        sends));
                cut(span.parts(), end(span.endNanos()), on, deep + 1, trace);
            }
        }

        private Strip begin(String node, long startNanos, long endNanos) {
            Strip strip = new Strip(node, startNanos, end(endNanos), new ArrayList<>());
            strips.add(strip);
            return strip;
        }

        private static String owner(Span span, Strip strip) {
            return span.kind() == Span.Kind.NODE ? span.where() : strip.node;
        }

        private long end(long endNanos) {
            return endNanos == Span.NOT_YET ? untilNanos : endNanos;
        }
    }
}
