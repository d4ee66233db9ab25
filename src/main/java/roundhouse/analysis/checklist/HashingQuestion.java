package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Movement;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.DataSettings;

/** How many keys move when one target of those that share them goes: measured with the placement itself, of 10,000 keys. */
final class HashingQuestion implements ChecklistQuestion {
    private static final int KEYS = 10_000;
    /** As many times as must move at least. */
    private static final double TOO_MANY = 1.6;

    @Override
    public List<Advice> ask(Examined examined) {
        Topology topology = examined.topology();
        List<Advice> advice = new ArrayList<>();
        for (Node node : topology.nodes()) {
            if (node instanceof LoadBalancer balancer && balancer.balancing().algorithm() == Algorithm.HASH) {
                List<Node> targets = Neighbours.targets(balancer, topology);
                PlacementSettings its = balancer.balancing().placement();
                Fix fix = Fix.of(
                        "Place the keys of " + balancer.id() + " on a ring",
                        topology,
                        topology.with(balancer.balancing(
                                balancer.balancing().placed(PlacementSettings.of(Placements.RING)))));
                ask(balancer.id(), targets.stream().mapToInt(Node::count).sum(), its, fix, advice);
            } else if (node instanceof Server server
                    && server.data() != null
                    && server.data().cache().size() > 1) {
                DataSettings data = server.data();
                Fix fix = Fix.of(
                        "Place the keys of " + server.id() + " on a ring",
                        topology,
                        topology.with(server.with(
                                Server.DATA,
                                DataSettings.PLACEMENT.with(data, PlacementSettings.of(Placements.RING)))));
                ask(server.id(), data.cache().size(), data.placement(), fix, advice);
            }
        }
        return advice.isEmpty()
                ? List.of(
                        Advice.good(ChecklistItem.HASHING, "", "no keys live on particular targets, so none move", ""))
                : advice;
    }

    private static void ask(
            String where, int targets, PlacementSettings settings, @Nullable Fix fix, List<Advice> advice) {
        if (targets < 2) {
            return;
        }
        double moved = moved(targets, settings);
        double least = 1.0 / targets;
        String figure = ShownFigures.percent(moved) + " of keys move";
        String text = "when one of " + targets + " goes, " + ShownFigures.percent(moved)
                + " of the keys change their target; " + ShownFigures.percent(least) + " must";
        advice.add(
                moved > TOO_MANY * least
                        ? Advice.warning(ChecklistItem.HASHING, where, text, figure)
                                .mendedBy(fix)
                        : Advice.good(ChecklistItem.HASHING, where, text, figure));
    }

    /** The part of the keys that have another target when the second to last one is not there. */
    static double moved(int targets, PlacementSettings settings) {
        List<Target> all =
                IntStream.range(0, targets).mapToObj(i -> Target.of("t" + i)).toList();
        List<Target> left = new ArrayList<>(all);
        left.remove(targets - 2);
        Placement before = settings.create(all);
        Placement after = settings.create(left);
        List<String> keys = IntStream.range(0, KEYS).mapToObj(i -> "key-" + i).toList();
        return (double) Movement.between(before, after, keys).moved() / KEYS;
    }
}
