package roundhouse.workbench.playback;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.routing.Algorithm;
import roundhouse.simulation.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Balancing;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** A command in a word or two, {@code s3 crash}, and what sort of thing it does. */
record FlagText(String words, Kind kind) {
    /** What a command does, as its flag's colour says; the words say it too. */
    enum Kind {
        BREAK,
        SLOW,
        MEND,
        CHANGE,
        /** Something that happened by itself. */
        NOTE
    }

    private static final int NOTE_LENGTH = 24;

    /** What happened by itself, shortened to a word or two. */
    static FlagText of(List<Frame.Notice> notices) {
        String text = notices.size() == 1 ? notices.getFirst().text() : notices.size() + " events";
        return new FlagText(
                text.length() <= NOTE_LENGTH
                        ? text
                        : text.substring(0, NOTE_LENGTH - 1).strip() + "…",
                Kind.NOTE);
    }

    /**
     * @param before the topology the command was given to
     */
    static FlagText of(Command command, Topology before) {
        return switch (command) {
            case Command.OfLink of -> ofLink(of, before);
            case Command.OfNode of -> ofNode(of, before);
            case Command.Outage outage -> new FlagText(outage.place() + " outage", Kind.BREAK);
            case Command.OutageOver over -> new FlagText(over.place() + " outage over", Kind.MEND);
            case Command.Add add -> new FlagText("+ " + add.node().title(), Kind.MEND);
            case Command.Revise(Topology after) -> revision(before, after);
        };
    }

    private static FlagText ofNode(Command.OfNode command, Topology before) {
        return switch (command) {
            case Command.Crash(String node, var _) -> new FlagText(title(before, node) + " crash", Kind.BREAK);
            case Command.Recover(String node) -> new FlagText(title(before, node) + " recover", Kind.MEND);
            case Command.Slow(String node, double factor) ->
                factor == 1
                        ? new FlagText(title(before, node) + " normal speed", Kind.MEND)
                        : new FlagText(title(before, node) + " slow ×" + FigureText.number(factor), Kind.SLOW);
            case Command.Pause(String node) -> new FlagText(title(before, node) + " pause", Kind.BREAK);
            case Command.Leak(String node, double _) -> new FlagText(title(before, node) + " leak", Kind.SLOW);
            case Command.Errors(String node, double rate) ->
                new FlagText(title(before, node) + " errors " + FigureText.percent(rate), Kind.BREAK);
            case Command.Flap flap -> new FlagText(title(before, flap.node()) + " flap", Kind.BREAK);
            case Command.Failing failing ->
                new FlagText(title(before, failing.node()) + " random failures", Kind.BREAK);
            case Command.Restart restart -> new FlagText(title(before, restart.node()) + " restart", Kind.BREAK);
            case Command.Remove(String node) -> new FlagText("− " + title(before, node), Kind.BREAK);
            case Command.SetAlgorithm(String balancer, Balancing balancing) ->
                new FlagText(
                        title(before, balancer) + " "
                                + (isKeyedAlready(before, balancer, balancing)
                                        ? "placement"
                                        : balancing.algorithm().key()),
                        Kind.CHANGE);
        };
    }

    /** Whether the balancer routed by key before and will, so that the command is about where keys live. */
    private static boolean isKeyedAlready(Topology before, String balancer, Balancing next) {
        return next.algorithm() == Algorithm.HASH
                && before.node(balancer)
                        .filter(node -> node instanceof LoadBalancer was
                                && was.balancing().algorithm() == Algorithm.HASH)
                        .isPresent();
    }

    private static FlagText ofLink(Command.OfLink command, Topology before) {
        String link = title(before, command.from()) + "–" + title(before, command.to());
        return switch (command) {
            case Command.SetWeight set -> new FlagText(link + " weight " + set.weight(), Kind.CHANGE);
            case Command.Cut cut ->
                new FlagText(
                        link
                                + (cut.way() == LinkDirection.BOTH
                                        ? " cut"
                                        : " cut, " + cut.way().key()),
                        Kind.BREAK);
            case Command.Delay _ -> new FlagText(link + " delay", Kind.SLOW);
            case Command.Loss loss -> new FlagText(link + " loss " + FigureText.percent(loss.rate()), Kind.BREAK);
            case Command.Mend _ -> new FlagText(link + " mended", Kind.MEND);
            case Command.Drain _ -> new FlagText(link + " drain", Kind.CHANGE);
            case Command.Undrain _ -> new FlagText(link + " undrain", Kind.MEND);
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
