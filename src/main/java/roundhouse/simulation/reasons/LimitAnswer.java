package roundhouse.simulation.reasons;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.transcript.TranscriptWords;

/**
 * That a limit held a request up.
 *
 * @param node what the node is called
 * @param timeNanos simulated nanoseconds
 * @param limit what the limit is called
 * @param whose of whom the request is as far as the limit counts; empty where all count together
 * @param turnedAway whether it was turned away; else it had to wait
 * @param status with which it was turned away
 * @param waitNanos how long it was held, nanoseconds
 */
public record LimitAnswer(
        String node, long timeNanos, String limit, String whose, boolean turnedAway, int status, long waitNanos) {
    /** The reasons in sentences. */
    public List<String> because() {
        List<String> sentences = new ArrayList<>();
        sentences.add(node + (turnedAway ? " turned it away with status " + status : " let it wait") + ".");
        sentences.add("Limit " + limit + (whose.isEmpty() ? "." : ", which counts it as of " + whose + "."));
        if (waitNanos > 0) {
            sentences.add(
                    (turnedAway
                            ? "It was held for " + TranscriptWords.time(waitNanos) + " before (tarpit)."
                            : "It went on after " + TranscriptWords.time(waitNanos) + "."));
        }
        return List.copyOf(sentences);
    }
}
