package roundhouse.cli.limiting;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.limits.RateLimiter;

/**
 * What a line of the list was answered.
 *
 * @param answer {@code pass}, {@code delay}, {@code reject}, {@code pending} or {@code ended}
 * @param waitNanos how long the request waits before it goes on, or before it is told that it does not
 * @param state what a circuit breaker is afterwards, and what else a line of text says; empty for nothing
 * @param figures what the limiter counted, in the unit of the real system, by their names
 */
public record LineAnswer(String answer, long waitNanos, String state, Map<String, Number> figures) {
    static LineAnswer of(long waitNanos, Map<String, Number> figures) {
        String answer = waitNanos == RateLimiter.REFUSED ? "reject" : waitNanos == 0 ? "pass" : "delay";
        return new LineAnswer(answer, Math.max(0, waitNanos), "", figures);
    }

    static LineAnswer of(String answer) {
        return new LineAnswer(answer, 0, "", new LinkedHashMap<>());
    }

    static LineAnswer of(boolean passes) {
        return of(passes ? "pass" : "reject");
    }

    /** The same, told so much later to who is rejected. */
    public LineAnswer heldWhenRejected(long nanos) {
        return answer.equals("reject") ? new LineAnswer(answer, nanos, state, figures) : this;
    }

    LineAnswer with(String stateNow) {
        return new LineAnswer(answer, waitNanos, stateNow, figures);
    }
}
