package roundhouse.workbench.following;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.QueuePlace;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.workbench.FigureText;

/** The stages of a request in sentences, one a stage. */
final class StageText {
    private final Trace trace;
    private final UnaryOperator<String> titles;

    StageText(Trace trace, UnaryOperator<String> titles) {
        this.trace = trace;
        this.titles = titles;
    }

    /** @param first whether it is the first way of the request: then it is said what is sent */
    String sent(String from, String to, boolean first) {
        return first
                ? "Sent by " + titles.apply(from) + " to " + titles.apply(to) + ": "
                        + (trace.read() ? "a read of " : "a write of ") + trace.path() + ", key " + trace.key() + "."
                : "On its way from " + titles.apply(from) + " to " + titles.apply(to) + ".";
    }

    String replies(String from, String to) {
        return "The reply goes from " + titles.apply(from) + " to " + titles.apply(to) + ".";
    }

    String lost(String from, String to, boolean reply) {
        return (reply ? "The reply is lost" : "Lost") + " on the way from " + titles.apply(from) + " to "
                + titles.apply(to) + ".";
    }

    String lostAt(String node) {
        return "Lost at " + titles.apply(node) + ": nobody will answer.";
    }

    String again(int attempt) {
        return titles.apply(trace.clients()) + " tries again: attempt " + attempt + ".";
    }

    String backsOff(Span span) {
        return titles.apply(trace.clients()) + " waits" + time(span) + " before it tries again.";
    }

    /** @param place where in the queue it lined up; null where it waits for something else than a core */
    String waits(Span span, @Nullable QueuePlace place) {
        return place == null
                ? "Waits at " + titles.apply(span.where()) + time(span) + "."
                : "Waits " + ordinal(place.place()) + " in the queue of " + titles.apply(span.where()) + time(span)
                        + ".";
    }

    /** @param passesOn whether the node only decides where it goes */
    String served(Span span, boolean passesOn) {
        return (passesOn ? "Read by " : "Served by ") + titles.apply(span.where()) + time(span) + ".";
    }

    String refuses(String node, Outcome outcome) {
        return titles.apply(node)
                + switch (outcome) {
                    case REJECTED -> " turns it away: rejected.";
                    case REFUSED -> " takes no requests now: refused.";
                    case FAILED -> " answers with an error: failed.";
                    case OK -> " answers.";
                    case TIMED_OUT -> " has waited too long.";
                };
    }

    String ended(Outcome outcome) {
        String after = " after " + FigureText.duration(trace.endedNanos() - trace.beganNanos()) + ".";
        return switch (outcome) {
            case OK -> "Answered" + after;
            case REFUSED -> "Refused" + after;
            case REJECTED -> "Rejected" + after;
            case FAILED -> "Failed" + after;
            case TIMED_OUT -> titles.apply(trace.clients()) + " gave up waiting" + after + " It may have been done.";
        };
    }

    private static String time(Span span) {
        return span.hasEnded() ? " for " + FigureText.duration(span.endNanos() - span.startNanos()) : "";
    }

    /** {@code 1st, 2nd, 3rd, 4th … 11th … 21st} */
    static String ordinal(int number) {
        int ten = number % 100;
        String end = ten >= 11 && ten <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return FigureText.count(number) + end;
    }

    static String answers(CacheAnswer answer) {
        return FigureText.sentence((answer.reason() instanceof CacheReason.Given
                        ? "Answered from cache by " + answer.cache()
                        : answer.cache() + " does not answer it")
                + ": " + answer.brief() + ".");
    }
}
