package roundhouse.analysis.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;

/**
 * How a node stood in a run.
 *
 * @param arriving requests a second that came to it
 * @param utilization busy cores over cores, 0 to 1; not a number where it has none
 * @param queue how many waited on average
 * @param turnedAway requests that it refused, rejected or failed
 */
public record NodeStand(String id, String kind, double arriving, double utilization, double queue, long turnedAway) {
    static List<NodeStand> of(Report report) {
        List<NodeStand> all = new ArrayList<>();
        report.nodes().forEach((id, node) -> {
            if (!node.kind().equals("clients")) {
                all.add(new NodeStand(
                        id,
                        node.kind(),
                        node.picked() * 1e9 / report.simulatedNanos(),
                        node.utilization(),
                        node.queue().mean(),
                        turnedAway(node.outcomes())));
            }
        });
        return all;
    }

    private static long turnedAway(Map<Outcome, Long> outcomes) {
        return outcomes.getOrDefault(Outcome.REFUSED, 0L)
                + outcomes.getOrDefault(Outcome.REJECTED, 0L)
                + outcomes.getOrDefault(Outcome.FAILED, 0L);
    }
}
