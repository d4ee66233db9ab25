package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/**
 * What is lost when one node goes: the design runs twice to the same moment, without its scenario, and in one of the runs the node
 * crashes.
 */
public final class LossTrials {
    /** With less of the requests lost than this, the others make up for the node. */
    private static final double SOME = 0.02;

    private LossTrials() {}

    /** The nodes that are tried: all that take requests or keep data and stand for one. */
    public static List<Node> candidates(Topology topology) {
        return topology.nodes().stream()
                .filter(node -> node.count() == 1 && (node.takesRequests() || node.keepsData()))
                .toList();
    }

    /**
     * What is lost with each node of which something is.
     *
     * @param stopped asked often; true ends the trials with what there is
     * @param tried told after each node how many were tried
     */
    public static List<Advice> of(Topology topology, BooleanSupplier stopped, IntConsumer tried) {
        LossTrial trial = new LossTrial(topology.withScenario(List.of()).withExpect(List.of()));
        List<Node> candidates = candidates(topology);
        List<Advice> advice = new ArrayList<>();
        double usual = candidates.isEmpty() ? 0 : trial.lost(null, stopped);
        for (int i = 0; i < candidates.size() && !stopped.getAsBoolean(); i++) {
            Node node = candidates.get(i);
            double lost = trial.lost(node.id(), stopped) - usual;
            if (lost > SOME && !stopped.getAsBoolean()) {
                advice.add(advice(node, lost, trial.seconds(), topology));
            }
            tried.accept(i + 1);
        }
        if (advice.isEmpty() && !stopped.getAsBoolean()) {
            advice.add(Advice.good(
                    ChecklistItem.SINGLE_POINTS,
                    "",
                    candidates.isEmpty()
                            ? "every node that answers is one of several"
                            : "no node takes anything with it that others do not make up for",
                    candidates.size() + " nodes crashed"));
        }
        return advice;
    }

    private static Advice advice(Node node, double lost, long seconds, Topology topology) {
        String figure = ShownFigures.percent(lost) + " of requests lost";
        String text = "when it crashes, " + ShownFigures.percent(lost) + " of the requests of the next " + seconds
                + " s are not answered well";
        return (lost > 0.5
                        ? Advice.error(ChecklistItem.SINGLE_POINTS, node.id(), text, figure)
                        : Advice.warning(ChecklistItem.SINGLE_POINTS, node.id(), text, figure))
                .mendedBy(fix(node, topology));
    }

    private static @Nullable Fix fix(Node node, Topology topology) {
        if (node instanceof Server server) {
            Fix noticed = Neighbours.sources(node, topology).stream()
                    .filter(LoadBalancer.class::isInstance)
                    .map(source -> BalancerQuestion.checked((LoadBalancer) source, topology))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (noticed != null) {
                return noticed;
            }
            return Neighbours.isSpread(server, topology)
                    ? Fix.of(
                            "Make " + server.id() + " 2 servers", topology, topology.with(server.with(Server.COUNT, 2)))
                    : Additions.balanced(server, topology);
        }
        if (node instanceof Database database) {
            return StoreOfThree.of(database, topology);
        }
        boolean paired = topology.links().stream()
                .filter(Link::isHeartbeat)
                .anyMatch(link -> link.from().equals(node.id()) || link.to().equals(node.id()));
        return node instanceof LoadBalancer balancer && !paired
                ? Fix.of("Give " + balancer.id() + " a standby", topology, Additions.standby(topology, balancer))
                : null;
    }
}
