package roundhouse.simulation.engine;

import java.util.EnumMap;
import java.util.Map;
import roundhouse.routing.Outcome;

/** How many requests ended in each outcome. */
public final class OutcomeCounts {
    /** Nearly all requests end so: apart from the others, and from a further memory access. */
    private long ok;

    private final long[] others = new long[Outcome.values().length];

    public void add(Outcome outcome) {
        if (outcome == Outcome.OK) {
            ok++;
        } else {
            others[outcome.ordinal()]++;
        }
    }

    public long of(Outcome outcome) {
        return outcome == Outcome.OK ? ok : others[outcome.ordinal()];
    }

    /** Refused, rejected or failed: a timeout is something else. */
    public long bad() {
        return of(Outcome.REFUSED) + of(Outcome.REJECTED) + of(Outcome.FAILED);
    }

    public long total() {
        long total = ok;
        for (long count : others) {
            total += count;
        }
        return total;
    }

    /** Every outcome, in order. */
    public Map<Outcome, Long> toMap() {
        Map<Outcome, Long> map = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            map.put(outcome, of(outcome));
        }
        return map;
    }
}
