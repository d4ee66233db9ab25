package roundhouse.simulation.faults;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.ClientTotals;
import roundhouse.simulation.engine.OutcomeCounts;
import roundhouse.simulation.transcript.MeasuredText;

/** How requests have ended for all clients since something went wrong. */
public final class IncidentImpact {
    private final OutcomeCounts outcomes;
    private final long[] before;

    /** From now on. */
    public IncidentImpact(ClientTotals totals) {
        outcomes = totals.outcomes;
        before = counts(outcomes);
    }

    public static long[] counts(OutcomeCounts outcomes) {
        long[] counts = new long[Outcome.values().length];
        for (Outcome outcome : Outcome.values()) {
            counts[outcome.ordinal()] = outcomes.of(outcome);
        }
        return counts;
    }

    /** {@code ; clients saw 3,312 refused, 5 failed of 10,021 requests}; empty when all ended well. */
    public String text() {
        long ended = 0;
        List<String> ends = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long count = outcomes.of(outcome) - before[outcome.ordinal()];
            ended += count;
            if (count > 0 && outcome != Outcome.OK) {
                ends.add(
                        MeasuredText.count((double) count) + " " + outcome.key().replace('-', ' '));
            }
        }
        return ends.isEmpty() ? "" : "; clients saw " + String.join(", ", ends) + " of " + requests(ended);
    }

    public static String requests(long count) {
        return MeasuredText.count((double) count) + (count == 1 ? " request" : " requests");
    }
}
