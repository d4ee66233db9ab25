package roundhouse.workbench.why;

import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;
import roundhouse.workbench.FigureText;

/** A request in words. */
final class TraceText {
    private TraceText() {}

    /** {@code read / · key 17 · 10.0.3.7} */
    static String what(Trace trace) {
        return (trace.read() ? "read " : "write ") + trace.path() + " · key " + trace.key() + " · " + trace.address();
    }

    /** {@code Answered after 12.3 ms. Began at 00:01.200.} */
    static String how(Trace trace, long nowNanos) {
        Outcome outcome = trace.outcome();
        String began = " Began at " + FigureText.clock(trace.beganNanos()) + ".";
        if (outcome == null) {
            return "Has not ended." + began;
        }
        String after = FigureText.duration(trace.endedNanos() - trace.beganNanos());
        if (trace.endedNanos() > nowNanos) {
            return "Under way; it will " + future(outcome) + " after " + after
                    + " unless something is changed. Pale bars are still to come." + began;
        }
        String text = ended(outcome) + " after " + after + ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + began;
    }

    static String ended(Outcome outcome) {
        return switch (outcome) {
            case OK -> "answered";
            case REFUSED -> "refused";
            case REJECTED -> "rejected";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed out";
        };
    }

    private static String future(Outcome outcome) {
        return outcome == Outcome.TIMED_OUT ? "time out" : outcome == Outcome.FAILED ? "fail" : "be " + ended(outcome);
    }

    /** All of it, to be read aloud. */
    static String aloud(Trace trace, long nowNanos) {
        StringBuilder text = new StringBuilder("Request " + trace.number() + ", " + what(trace) + ". ");
        text.append(how(trace, nowNanos));
        for (CacheAnswer cache : trace.caches()) {
            text.append(' ').append(String.join(" ", cache.because()));
        }
        for (LimitAnswer limit : trace.limits()) {
            text.append(' ').append(String.join(" ", limit.because()));
        }
        for (Pick pick : trace.picks()) {
            text.append(' ').append(String.join(" ", pick.because()));
        }
        return text.toString();
    }
}
