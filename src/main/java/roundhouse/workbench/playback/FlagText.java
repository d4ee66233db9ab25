package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.CommandKind;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.nodes.balancing.Balancing;

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
    static FlagText of(List<TranscriptLine> notices) {
        String text = NoticeNames.of(notices);
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
            case Command.Revise(Topology after) -> revision(before, after);
            case Command.Add add -> new FlagText("+ " + add.node().title(), Kind.MEND);
            case Command.Remove(String node) -> new FlagText("− " + title(before, node), Kind.BREAK);
            case Command.SetAlgorithm set
            when isKeyedAlready(before, set.balancer(), set.balancing()) ->
                new FlagText(text("playback.placement", title(before, set.balancer())), Kind.CHANGE);
            default -> {
                CommandKind<?> kind = CommandKinds.of(command);
                yield new FlagText(
                        subject(command, before) + " " + kind.briefly(command), kind(kind.effect(), command));
            }
        };
    }

    private static String subject(Command command, Topology before) {
        return switch (command) {
            case Command.OfLink of -> title(before, of.from()) + "–" + title(before, of.to());
            case Command.OfNode of -> title(before, of.node());
            case Command.Outage(String place, var _) -> place;
            case Command.OutageOver(String place) -> place;
            case Command.Partition(var groups) ->
                String.join(
                        " | ",
                        groups.stream()
                                .map(group -> group.stream()
                                        .map(id -> title(before, id))
                                        .collect(Collectors.joining(", ")))
                                .toList());
            case Command.Add _, Command.Heal _, Command.Revise _ -> "";
        };
    }

    private static Kind kind(CommandKind.Effect effect, Command command) {
        return switch (effect) {
            case BREAK -> Kind.BREAK;
            case SLOW ->
                command instanceof Command.Slow(String _, double factor) && factor == 1 ? Kind.MEND : Kind.SLOW;
            case MEND -> Kind.MEND;
            case CHANGE -> Kind.CHANGE;
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

    private static FlagText revision(Topology before, Topology after) {
        String added = missing(after, before);
        String removed = missing(before, after);
        if (!added.isEmpty() && removed.isEmpty()) {
            return new FlagText("+ " + added, Kind.MEND);
        }
        if (!removed.isEmpty() && added.isEmpty()) {
            return new FlagText("− " + removed, Kind.BREAK);
        }
        List<Node> nodes = after.nodes().stream()
                .filter(node -> !before.node(node.id()).equals(after.node(node.id())))
                .toList();
        List<Link> links = after.links().stream()
                .filter(link -> !before.links().contains(link))
                .toList();
        String words = nodes.size() == 1 && links.isEmpty()
                ? edit(nodes.getFirst(), before)
                : nodes.isEmpty() && links.size() == 1 ? edit(links.getFirst(), before, after) : "edit";
        return new FlagText(words, Kind.CHANGE);
    }

    private static String edit(Node node, Topology before) {
        return edit(
                node.title(),
                before.node(node.id())
                        .filter(was -> was.kind().equals(node.kind()))
                        .map(was -> NodeKinds.changes(was, node))
                        .orElse(List.of()));
    }

    private static String edit(Link link, Topology before, Topology after) {
        return edit(
                title(after, link.from()) + "–" + title(after, link.to()),
                before.link(link.from(), link.to())
                        .map(was -> Link.SETTINGS.changes(was, link))
                        .orElse(List.of()));
    }

    /** What was changed where that is one thing: {@code cache policy LRU → FIFO}. */
    private static String edit(String title, List<String> changes) {
        return changes.size() == 1 ? title + " " + changes.getFirst() : text("playback.edit", title);
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
        return NodeTitles.of(topology).of(id);
    }
}
