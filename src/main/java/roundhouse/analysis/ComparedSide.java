package roundhouse.analysis;

import java.util.Map;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.Latency;

/**
 * One of two runs that are compared.
 *
 * @param outcomes of the requests that were compared, in order
 * @param latency of those that ended well
 * @param curve the same latencies as a curve
 * @param whole the report of the whole run, the part that was not compared included
 */
public record ComparedSide(
        String name, Map<Outcome, Long> outcomes, Latency latency, LatencyCurve curve, Report whole) {
    /** Whether any of them ended well; without that there is no latency to speak of. */
    public boolean hasReplies() {
        return latency.count() > 0;
    }
}
