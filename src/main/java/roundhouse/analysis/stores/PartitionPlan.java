package roundhouse.analysis.stores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;

/**
 * The partition that a store is tried with.
 *
 * @param groups the nodes on each side
 * @param begin from the start of the run
 * @param end when the network is whole again
 */
record PartitionPlan(List<List<String>> groups, Duration begin, Duration end) {
    /** After the warm-up. */
    private static final Duration BEFORE = Duration.ofSeconds(5);

    private static final Duration LENGTH = Duration.ofSeconds(15);

    /**
     * The design's own, if its scenario has one that parts the members; else the first members, fewer than half of them, are cut off from the
     * others, each side with those nodes that reach members of it alone. Empty for a store of one member.
     */
    static Optional<PartitionPlan> of(Topology topology, Store store) {
        Optional<TimedCommand> planned = topology.scenario().stream()
                .filter(timed -> timed.command() instanceof Command.Partition)
                .findFirst();
        if (planned.isPresent() && planned.get().command() instanceof Command.Partition(List<List<String>> groups)) {
            Duration begin = planned.get().at();
            Duration end = topology.scenario().stream()
                    .filter(timed -> timed.command() instanceof Command.Heal)
                    .map(TimedCommand::at)
                    .filter(at -> at.compareTo(begin) > 0)
                    .findFirst()
                    .orElse(begin.plus(LENGTH));
            if (parts(groups, store)) {
                return Optional.of(new PartitionPlan(groups, begin, end));
            }
        }
        if (store.members().size() < 2) {
            return Optional.empty();
        }
        Duration begin = topology.warmUp().plus(BEFORE);
        return Optional.of(new PartitionPlan(sides(topology, store), begin, begin.plus(LENGTH)));
    }

    private static boolean parts(List<List<String>> groups, Store store) {
        return groups.stream()
                        .filter(group -> group.stream().anyMatch(store.members()::contains))
                        .count()
                > 1;
    }

    private static List<List<String>> sides(Topology topology, Store store) {
        int fewer = Math.max(1, (store.members().size() - 1) / 2);
        Map<String, Integer> sides = new LinkedHashMap<>();
        for (int i = 0; i < store.members().size(); i++) {
            sides.put(store.members().get(i), i < fewer ? 0 : 1);
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Node node : topology.nodes()) {
                Optional<Integer> side = sides.containsKey(node.id()) ? Optional.empty() : side(topology, node, sides);
                side.ifPresent(found -> sides.put(node.id(), found));
                more |= side.isPresent();
            }
        }
        List<List<String>> groups = List.of(new ArrayList<>(), new ArrayList<>());
        sides.forEach((id, side) -> groups.get(side).add(id));
        return groups;
    }

    /** The one side that all are on that the node leads to; empty where it leads nowhere, to both, or it is not known yet. */
    private static Optional<Integer> side(Topology topology, Node node, Map<String, Integer> sides) {
        List<Link> links = topology.linksFrom(node.id());
        List<Integer> reached = links.stream()
                .flatMap(link -> Optional.ofNullable(sides.get(link.to())).stream())
                .distinct()
                .toList();
        boolean isKnown = links.stream().allMatch(link -> sides.containsKey(link.to()));
        return isKnown && reached.size() == 1 ? Optional.of(reached.getFirst()) : Optional.empty();
    }

    /** The scenario that has it and nothing else. */
    List<TimedCommand> scenario() {
        return List.of(
                new TimedCommand(begin, new Command.Partition(groups)), new TimedCommand(end, new Command.Heal(true)));
    }
}
