package roundhouse.simulation;

import java.util.EnumMap;
import java.util.Map;
import roundhouse.routing.Outcome;

/** How many requests ended in each outcome. */
final class OutcomeCounts {
    private final long[] counts = new long[Outcome.values().length];

    void add(Outcome outcome) {
        counts[outcome.ordinal()]++;
    }

    long of(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** Refused, rejected or failed: a timeout is something else. */
    long bad() {
        return of(Outcome.REFUSED) + of(Outcome.REJECTED) + of(Outcome.FAILED);
    }

    long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** Every outcome, in order. */
    Map<Outcome, Long> toMap() {
        Map<Outcome, Long> map = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            map.put(outcome, of(outcome));
        }
        return map;
    }
}
