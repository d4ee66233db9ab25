package roundhouse.analysis.structure;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.parts.Scalability;

/** What scaling up and out cannot do. */
final class ScaleAdvice {
    private ScaleAdvice() {}

    static void check(Topology topology, Findings findings) {
        for (Node node : topology.nodes()) {
            Server server =
                    node instanceof ServerGroup group ? group.server() : node instanceof Server one ? one : null;
            if (server != null && server.scalability() != null) {
                cores(node, server.cores(), server.scalability(), findings);
            }
            if (isScaledUp(node, topology) && node.count() == 1 && isAlone(node, topology)) {
                findings.note(
                        node.id(),
                        "is a single point of failure: it can be made larger, but when it goes, no request is answered");
            }
            if (node instanceof ServerGroup group && group.scaling() != null) {
                bounds(group, group.scaling(), findings);
            }
        }
    }

    private static boolean isScaledUp(Node node, Topology topology) {
        return node.scalability() != null
                || topology.scenario().stream()
                        .anyMatch(timed -> timed.command() instanceof Command.Resize resize
                                && resize.node().equals(node.id()));
    }

    /** Whether without it nothing that answers can be reached. */
    private static boolean isAlone(Node node, Topology topology) {
        Topology without = Deletion.leavingCalls(topology, Set.of(node.id()));
        Set<String> reached = new Structure(without).reachable();
        return node.isMachine()
                && without.nodes().stream().noneMatch(other -> other.answersRequests() && reached.contains(other.id()));
    }

    private static void cores(Node node, int cores, Scalability scalability, Findings findings) {
        double peak = scalability.law().peak();
        if (cores > peak) {
            findings.note(
                    node.id(),
                    String.format(
                            Locale.ROOT,
                            "has %d cores, and more than %.0f do less together than these do alone: %.1f times what one does, and at most %.1f",
                            cores,
                            Math.floor(peak),
                            scalability.law().throughput(cores),
                            scalability.law().throughput(Math.max(1, Math.floor(peak)))));
        }
    }

    private static void bounds(ServerGroup group, Autoscaling scaling, Findings findings) {
        String outside = outside(group.count(), scaling);
        if (outside != null) {
            findings.note(group.id(), outside);
        }
    }

    private static @Nullable String outside(int count, Autoscaling scaling) {
        return count >= scaling.min() && count <= scaling.max()
                ? null
                : "begins with " + count + " servers, and its autoscaler keeps from " + scaling.min() + " to "
                        + scaling.max();
    }
}
