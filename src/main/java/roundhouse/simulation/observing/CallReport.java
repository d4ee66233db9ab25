package roundhouse.simulation.observing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.observing.Report.MeanAndMax;

/**
 * The calls that a server made for its requests, counted from the start.
 *
 * @param waiting requests that waited for their calls
 * @param targets by whom it called, in the order in which it first did
 */
public record CallReport(MeanAndMax waiting, Map<String, Figures> targets) {
    /**
     * The calls to one node.
     *
     * @param started calls begun
     * @param ok calls that ended well
     * @param failed calls that ended badly, those that the breaker turned away for good included
     * @param timedOut calls without a reply in time
     * @param givenUp calls that were ended because their request had failed otherwise
     * @param sent how often calls were sent, retries and hedges included
     * @param retried how often calls were tried again
     * @param hedged how often they were sent beside one under way
     * @param turnedAway how often the breaker did not let one be sent
     * @param wasted replies that came when nobody waited for them any more: work done for nobody
     * @param opened how often the breaker opened
     */
    public record Figures(
            long started,
            long ok,
            long failed,
            long timedOut,
            long givenUp,
            long sent,
            long retried,
            long hedged,
            long turnedAway,
            long wasted,
            long opened) {}

    /** Null for a node that never had anybody to call. */
    static @Nullable CallReport of(NodeComponent node, MeanAndMax waiting) {
        Map<String, CallFigures> calls = node.calls();
        if (calls.isEmpty()) {
            return null;
        }
        Map<String, Figures> targets = new LinkedHashMap<>();
        calls.forEach((id, its) -> targets.put(
                id,
                new Figures(
                        its.started,
                        its.ok,
                        its.failed,
                        its.timedOut,
                        its.givenUp,
                        its.sent,
                        its.retried,
                        its.hedged,
                        its.turnedAway,
                        its.wasted,
                        its.opened)));
        return new CallReport(waiting, targets);
    }
}
