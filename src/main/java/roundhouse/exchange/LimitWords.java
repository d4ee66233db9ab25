package roundhouse.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.reasons.LimitAnswer;

/** What limits and breakers of one node did with one request, as traces say it. */
final class LimitWords {
    private LimitWords() {}

    /** In sentences. */
    static String of(List<LimitAnswer> limits) {
        return limits.stream().flatMap(limit -> limit.because().stream()).collect(Collectors.joining(" "));
    }

    /** The one that turned it away; null for none. */
    static @Nullable LimitAnswer turnedAway(List<LimitAnswer> limits) {
        return limits.stream().filter(LimitAnswer::turnedAway).findFirst().orElse(null);
    }

    /** Of the nodes that were not asked because the breaker before them is open; empty for none. */
    static String open(List<LimitAnswer> limits) {
        return limits.stream()
                .filter(limit -> limit.held() == LimitAnswer.Held.BREAKER_OPEN)
                .map(LimitAnswer::limit)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
