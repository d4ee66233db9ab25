package roundhouse.simulation.reasons;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.transcript.TranscriptWords;

/**
 * That a limit, or a breaker, held a request up.
 *
 * @param node the id of the node whose it is
 * @param title what the node is called
 * @param timeNanos simulated nanoseconds
 * @param limit what the limit is called; of a breaker, what the node is called that was not asked
 * @param whose of whom the request is as far as the limit counts; empty where all count together
 * @param status with which it was turned away, an HTTP status; 0 of a breaker, which answers nobody
 * @param waitNanos how long it was held, nanoseconds
 */
public record LimitAnswer(
        String node, String title, long timeNanos, String limit, String whose, Held held, int status, long waitNanos) {
    /** What became of the request. */
    public enum Held {
        TURNED_AWAY,
        WAITS,
        /** It goes on without what its node wanted to ask another for: the breaker before that is open. */
        BREAKER_OPEN
    }

    /** Whether it was answered there and then. */
    public boolean turnedAway() {
        return held == Held.TURNED_AWAY;
    }

    /** The reasons in sentences. */
    public List<String> because() {
        if (held == Held.BREAKER_OPEN) {
            return List.of(
                    title + " did not ask " + limit + " for it.",
                    "The breaker before that lets no more calls out now.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(title + (turnedAway() ? " turned it away with status " + status : " let it wait") + ".");
        sentences.add("Limit " + limit + (whose.isEmpty() ? "." : ", which counts it as of " + whose + "."));
        if (waitNanos > 0) {
            sentences.add(
                    (turnedAway()
                            ? "It was held for " + TranscriptWords.time(waitNanos) + " before (tarpit)."
                            : "It went on after " + TranscriptWords.time(waitNanos) + "."));
        }
        return List.copyOf(sentences);
    }
}
