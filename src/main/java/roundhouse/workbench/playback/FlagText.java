package roundhouse.workbench.playback;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.topology.Command;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;
import roundhouse.workbench.Figures;

/** A command in a word or two, {@code s3 crash}, and what sort of thing it does. */
record FlagText(String words, Kind kind) {
    /** What a command does, as its flag's colour says; the words say it too. */
    enum Kind {
        BREAK,
        SLOW,
        MEND,
        CHANGE
    }

    /**
     * @param before the topology the command was given to
     */
    static FlagText of(Command command, Topology before) {
        return switch (command) {
            case Command.Crash(String node) -> new FlagText(title(before, node) + " crash", Kind.BREAK);
            case Command.Recover(String node) -> new FlagText(title(before, node) + " recover", Kind.MEND);
            case Command.Slow(String node, double factor) ->
                factor == 1
                        ? new FlagText(title(before, node) + " normal speed", Kind.MEND)
                        : new FlagText(title(before, node) + " slow ×" + Figures.number(factor), Kind.SLOW);
            case Command.Add add -> new FlagText("+ " + add.node().title(), Kind.MEND);
            case Command.Remove(String node) -> new FlagText("− " + title(before, node), Kind.BREAK);
            case Command.SetWeight(String from, String to, int weight) ->
                new FlagText(title(before, from) + "–" + title(before, to) + " weight " + weight, Kind.CHANGE);
            case Command.SetAlgorithm(String balancer, var balancing) ->
                new FlagText(
                        title(before, balancer) + " " + balancing.algorithm().key(), Kind.CHANGE);
            case Command.Revise(Topology after) -> revision(before, after);
        };
    }

    private static FlagText revision(Topology before, Topology after) {
        String added = missing(after, before);
        String removed = missing(before, after);
        if (!added.isEmpty() && removed.isEmpty()) {
            return new FlagText("+ " + added, Kind.MEND);
        }
        if (!removed.isEmpty() && added.isEmpty()) {
            return new FlagText("− " + removed, Kind.BREAK);
        }
        List<Node> changed = after.nodes().stream()
                .filter(node -> !before.node(node.id()).equals(after.node(node.id())))
                .toList();
        return new FlagText(changed.size() == 1 ? changed.getFirst().title() + " edit" : "edit", Kind.CHANGE);
    }

    /** The names of the nodes of one that the other has not. */
    private static String missing(Topology of, Topology from) {
        Set<String> there = from.nodes().stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
        return of.nodes().stream()
                .filter(node -> !there.contains(node.id()))
                .map(Node::title)
                .collect(Collectors.joining(", "));
    }

    private static String title(Topology topology, String id) {
        return topology.node(id).map(Node::title).orElse(id);
    }
}
