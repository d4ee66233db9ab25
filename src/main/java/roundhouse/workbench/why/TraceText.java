package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

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
        return text(trace.read() ? "why.read-of-key" : "why.write-of-key", trace.path(), trace.key(), trace.address());
    }

    /** {@code Answered after 12.3 ms. Began at 00:01.200.} */
    static String how(Trace trace, long nowNanos) {
        if (trace.beganNanos() > nowNanos) {
            return text("why.is-still-to-come", FigureText.clock(trace.beganNanos()));
        }
        Outcome outcome = trace.outcome();
        String began = " " + text("why.began-at", FigureText.clock(trace.beganNanos()));
        if (outcome == null) {
            return text("why.has-not-ended", began);
        }
        String after = FigureText.duration(trace.endedNanos() - trace.beganNanos());
        if (trace.endedNanos() > nowNanos) {
            return text("why.under-way-it-will-after", future(outcome), after, began);
        }
        String text = text("why.after", ended(outcome), after);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + began;
    }

    static String ended(Outcome outcome) {
        return switch (outcome) {
            case OK -> text("why.answered");
            case REFUSED -> text("why.refused");
            case REJECTED -> text("why.rejected");
            case FAILED -> text("why.failed");
            case TIMED_OUT -> text("why.timed-out");
        };
    }

    private static String future(Outcome outcome) {
        return outcome == Outcome.TIMED_OUT
                ? text("why.time-out")
                : outcome == Outcome.FAILED ? "fail" : "be " + ended(outcome);
    }

    /** All of it, to be read aloud. */
    static String aloud(Trace trace, long nowNanos) {
        StringBuilder text = new StringBuilder(text("why.request-2", trace.number(), what(trace)) + ". ");
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
