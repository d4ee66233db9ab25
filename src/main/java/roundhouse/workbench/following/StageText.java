package roundhouse.workbench.following;

import static roundhouse.workbench.texts.Texts.text;

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
                ? text(
                        trace.read() ? "following.read-is-sent" : "following.write-is-sent",
                        titles.apply(from),
                        titles.apply(to),
                        trace.path(),
                        trace.key())
                : text("following.on-its-way-from-to", titles.apply(from), titles.apply(to));
    }

    String replies(String from, String to) {
        return text("following.the-reply-goes-from-to", titles.apply(from), titles.apply(to));
    }

    String lost(String from, String to, boolean reply) {
        return text(
                reply ? "following.reply-is-lost-between" : "following.lost-between",
                titles.apply(from),
                titles.apply(to));
    }

    String lostAt(String node) {
        return text("following.lost-at-nobody-will-answer", titles.apply(node));
    }

    String again(int attempt) {
        return text("following.tries-again-attempt", titles.apply(trace.clients()), attempt);
    }

    String backsOff(Span span) {
        return text("following.waits-before-it-tries-again", titles.apply(trace.clients()), time(span));
    }

    /** @param place where in the queue it lined up; null where it waits for something else than a core */
    String waits(Span span, @Nullable QueuePlace place) {
        return place == null
                ? text("following.waits-at", titles.apply(span.where()), time(span))
                : text(
                        "following.waits-in-the-queue-of",
                        ordinal(place.place()),
                        titles.apply(span.where()),
                        time(span));
    }

    /** @param passesOn whether the node only decides where it goes */
    String served(Span span, boolean passesOn) {
        return text(passesOn ? "following.read-by" : "following.served-by", titles.apply(span.where()), time(span));
    }

    String refuses(String node, Outcome outcome) {
        return switch (outcome) {
            case REJECTED -> text("following.turns-it-away", titles.apply(node));
            case REFUSED -> text("following.takes-none-now", titles.apply(node));
            case FAILED -> text("following.answers-with-an-error", titles.apply(node));
            case OK -> text("following.answers", titles.apply(node));
            case TIMED_OUT -> text("following.has-waited-too-long", titles.apply(node));
        };
    }

    String ended(Outcome outcome) {
        String after = " " + text("following.after", FigureText.duration(trace.endedNanos() - trace.beganNanos()));
        return switch (outcome) {
            case OK -> text("following.answered", after);
            case REFUSED -> text("following.refused", after);
            case REJECTED -> text("following.rejected", after);
            case FAILED -> text("following.failed", after);
            case TIMED_OUT -> text("following.gave-up-waiting-it-may", titles.apply(trace.clients()), after);
        };
    }

    private static String time(Span span) {
        return span.hasEnded()
                ? " " + text("following.for-so-long", FigureText.duration(span.endNanos() - span.startNanos()))
                : "";
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
                        ? text("following.answered-from-cache-by", answer.cache())
                        : text("following.does-not-answer-it", answer.cache()))
                + ": " + answer.brief() + ".");
    }
}
