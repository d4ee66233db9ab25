package roundhouse.simulation.observing.history;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.network.GroupFigures;
import roundhouse.simulation.network.Network;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/**
 * How many servers a group had over time.
 *
 * @param id the group's
 * @param count those there were to be at the end of each span, those that start included
 * @param serving those of them that took requests
 */
public record GroupSeries(String id, int[] count, int[] serving) {
    /** Of every group of the document, in equal spans of so many nanoseconds from the beginning on. */
    public static List<GroupSeries> of(Network network, int spans, long spanNanos) {
        List<GroupSeries> all = new ArrayList<>();
        for (Node node : network.document().nodes()) {
            if (node instanceof ServerGroup) {
                all.add(of(node.id(), network.stacks().figures(node.id()).sizes(), spans, spanNanos));
            }
        }
        return all;
    }

    private static GroupSeries of(String id, List<GroupFigures.Size> sizes, int spans, long spanNanos) {
        int[] count = new int[spans];
        int[] serving = new int[spans];
        int known = 0;
        for (int span = 0; span < spans; span++) {
            long endNanos = (span + 1) * spanNanos;
            while (known < sizes.size() && sizes.get(known).atNanos() <= endNanos) {
                known++;
            }
            count[span] = known == 0 ? 0 : sizes.get(known - 1).wanted();
            serving[span] = known == 0 ? 0 : sizes.get(known - 1).serving();
        }
        return new GroupSeries(id, count, serving);
    }
}
