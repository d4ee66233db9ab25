package roundhouse.simulation.observing.groups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.ScalingFinding;
import roundhouse.simulation.network.GroupFigures;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.network.Stacks;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/**
 * What became of a group of servers, counted from the start.
 *
 * @param wanted servers it is to have now, those that start included
 * @param serverSeconds servers by the time that they were there, those that start and drain included: what is paid for
 * @param reversals how often it grew after it had shrunk, or the other way round
 * @param requestsCut requests that were with servers that had to go
 * @param sessionsLost sessions that these had in memory
 * @param found how often each thing went wrong
 * @param lasting what is wrong now; null for nothing
 * @param starting ids of those that are not ready yet
 * @param draining ids of those that are not wanted any more and still there
 */
public record GroupReport(
        int wanted,
        double mean,
        int least,
        long most,
        double serverSeconds,
        long grown,
        long shrunk,
        long reversals,
        long requestsCut,
        long sessionsLost,
        Map<ScalingFinding, Integer> found,
        @Nullable ScalingFinding lasting,
        Set<String> starting,
        Set<String> draining) {
    private static final double SECOND = 1e9;

    /** Every group of the document, by id. */
    public static Map<String, GroupReport> of(Network network, long nowNanos) {
        Map<String, GroupReport> all = new LinkedHashMap<>();
        for (Node node : network.document().nodes()) {
            if (node instanceof ServerGroup) {
                all.put(node.id(), of(network.stacks(), node.id(), nowNanos));
            }
        }
        return all;
    }

    private static GroupReport of(Stacks stacks, String id, long nowNanos) {
        GroupFigures figures = stacks.figures(id);
        List<String> wanted = stacks.named(id);
        return new GroupReport(
                wanted.size(),
                figures.mean(nowNanos),
                figures.least(),
                figures.most(),
                figures.existed(nowNanos) / SECOND,
                figures.grown(),
                figures.shrunk(),
                figures.reversals(),
                figures.requestsCut(),
                figures.sessionsLost(),
                figures.found(),
                figures.lasting(),
                new TreeSet<>(wanted.stream().filter(stacks::isStarting).toList()),
                new TreeSet<>(stacks.leaving(id)));
    }

    /** Servers that take requests and are wanted. */
    public int serving() {
        return wanted - starting.size();
    }
}
