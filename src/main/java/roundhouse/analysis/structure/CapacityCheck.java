package roundhouse.analysis.structure;

import java.util.Locale;
import java.util.Map;
import roundhouse.topology.Expansion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/** Is there capacity for what is offered? By mean rates and mean service times alone: queues form well before that. */
final class CapacityCheck {
    private static final double CLOSE = 0.9;

    private CapacityCheck() {}

    static void check(Topology topology, Findings findings) {
        Topology running = Expansion.of(topology);
        Map<String, Double> always = Offered.rates(running, true);
        Map<String, Double> peak = Offered.rates(running, false);
        for (Node node : topology.nodes()) {
            // Those that it stands for are offered the same.
            String one = Members.of(node).getFirst();
            double capacity = node.capacity();
            double steadily = always.getOrDefault(one, 0.0) * share(node);
            double most = peak.getOrDefault(one, 0.0) * share(node);
            if (steadily >= capacity) {
                findings.error(node.id(), "no capacity: " + compared(steadily, capacity) + ", so its queue never ends");
            } else if (most >= capacity) {
                findings.warning(
                        node.id(),
                        "no capacity at the peak: " + compared(most, capacity) + ", so a queue grows meanwhile");
            } else if (steadily >= CLOSE * capacity) {
                findings.note(
                        node.id(),
                        String.format(
                                Locale.ROOT,
                                "%s: %.0f %% busy, expect long queues",
                                compared(steadily, capacity),
                                100 * steadily / capacity));
            }
        }
    }

    /** A group that follows its load is offered it when it has all the servers it can have. */
    private static double share(Node node) {
        return node instanceof ServerGroup group && group.scaling() != null
                ? (double) group.count()
                        / Math.max(group.count(), group.scaling().max())
                : 1;
    }

    private static String compared(double offered, double capacity) {
        return String.format(Locale.ROOT, "offered %,.0f requests/s, can serve %,.0f", offered, capacity);
    }
}
