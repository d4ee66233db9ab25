package roundhouse.workbench.document;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.PartitionReport;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkFault;
import roundhouse.topology.NodeFault;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.Selection.Item;

/**
 * Breaking things while they run, and mending them. Follows the newest frame, so that the same key breaks what works and mends what is
 * broken. Each use is one entry of the undo history, however many nodes or links it is about.
 */
public final class FaultActions {
    private final Document document;
    private Topology running = Topology.EMPTY;
    /** The sides of the partition there is. */
    private List<List<String>> parted = List.of();

    private final Map<Item, Byte> conditions = new HashMap<>();

    public FaultActions(Document document) {
        this.document = document;
        document.onOpened(() -> {
            conditions.clear();
            parted = List.of();
            running = Topology.EMPTY;
        });
    }

    /** What is broken now. */
    public void show(Frame frame) {
        conditions.clear();
        running = frame.topology;
        parted = frame.partition.sides().stream()
                .map(PartitionReport.Side::nodes)
                .toList();
        List<Node> nodes = frame.topology.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (frame.condition[i] != NodeState.UP) {
                conditions.put(new Item.NodeItem(nodes.get(i).id()), frame.condition[i]);
            }
        }
        List<Link> links = frame.topology.links();
        for (int i = 0; i < links.size(); i++) {
            if (frame.linkCondition[i] != LinkState.SOUND) {
                conditions.put(item(links.get(i)), frame.linkCondition[i]);
            }
        }
    }

    private static Item.LinkItem item(Link link) {
        return new Item.LinkItem(link.from(), link.to());
    }

    private byte condition(Item item) {
        return conditions.getOrDefault(item, NodeState.UP);
    }

    /** Whether a node in that condition, as frames have it, has the fault already. */
    private static boolean isShown(NodeFault fault, byte condition) {
        return switch (fault) {
            case CRASH, BLACK_HOLE, AFTER_ACCEPT -> condition == NodeState.DOWN;
            case SLOW, LEAK -> condition == NodeState.SLOW;
            case PAUSE -> condition == NodeState.PAUSED;
            case ERRORS, CHECKS_FAIL, REQUESTS_FAIL -> condition == NodeState.FAULTY;
            case RESTART, FLAP, RANDOM -> false;
        };
    }

    /** Whether a link in that condition, as frames have it, has the fault already. */
    private static boolean isShown(LinkFault fault, byte condition) {
        return switch (fault) {
            case CUT ->
                condition == LinkState.CUT || condition == LinkState.REQUESTS_CUT || condition == LinkState.REPLIES_CUT;
            case CUT_REQUESTS -> condition == LinkState.CUT || condition == LinkState.REQUESTS_CUT;
            case CUT_REPLIES -> condition == LinkState.CUT || condition == LinkState.REPLIES_CUT;
            case LOSS -> condition == LinkState.LOSSY;
            case DELAY -> condition == LinkState.DELAYED;
        };
    }

    /** Whether something is wrong with it. */
    public boolean isBroken(Item item) {
        return conditions.containsKey(item);
    }

    /** Whether the fault fits the node: people do not break, and some faults are only of nodes that answer requests. */
    public boolean can(NodeFault fault, String node) {
        return node(node).filter(found -> fits(fault, found)).isPresent();
    }

    /** The node in the document, or that the run has added. */
    private Optional<Node> node(String id) {
        return document.topology().node(id).or(() -> running.node(id));
    }

    private static boolean fits(NodeFault fault, Node found) {
        return found.isMachine() && (found.answersRequests() || !fault.ofServersOnly());
    }

    /** Whether all nodes that the fault fits have it already, so that {@link #toggle} mends them. */
    public boolean has(NodeFault fault, Collection<String> nodes) {
        List<String> able = nodes.stream().filter(id -> can(fault, id)).toList();
        return !able.isEmpty() && able.stream().allMatch(id -> isShown(fault, condition(new Item.NodeItem(id))));
    }

    /** Whether all links have the fault already, so that {@link #toggle} mends them. */
    public boolean has(LinkFault fault, Collection<Item.LinkItem> links) {
        return !links.isEmpty() && links.stream().allMatch(link -> isShown(fault, condition(link)));
    }

    /** Breaks those of the nodes that the fault fits and that have it not; when all have it, they recover. */
    public void toggle(NodeFault fault, Set<String> nodes) {
        List<String> able = inOrder(nodes).stream().filter(id -> can(fault, id)).toList();
        List<String> sound = able.stream()
                .filter(id -> !isShown(fault, condition(new Item.NodeItem(id))))
                .toList();
        if (sound.isEmpty()) {
            actOnNodes(text("document.recover"), able, Command.Recover::new, fault::command);
        } else {
            actOnNodes(fault.title(), sound, fault::command, Command.Recover::new);
        }
    }

    /** Nothing is wrong with these any more. */
    public void recover(Set<String> nodes) {
        List<String> broken =
                inOrder(nodes).stream().filter(id -> can(NodeFault.CRASH, id)).toList();
        actOnNodes(text("document.recover"), broken, Command.Recover::new, Command.Crash::new);
    }

    /** Breaks those of the links that have the fault not; when all have it, they are mended. */
    public void toggle(LinkFault fault, Collection<Item.LinkItem> links) {
        List<Item.LinkItem> sound =
                links.stream().filter(link -> !isShown(fault, condition(link))).toList();
        if (sound.isEmpty()) {
            actOnLinks(text("document.mend"), links, FaultActions::mend, link -> fault.command(link.from(), link.to()));
        } else {
            actOnLinks(fault.title(), sound, link -> fault.command(link.from(), link.to()), FaultActions::mend);
        }
    }

    /** Nothing is wrong with these any more. */
    public void mend(Collection<Item.LinkItem> links) {
        actOnLinks(
                text("document.mend"),
                links,
                FaultActions::mend,
                link -> LinkFault.CUT.command(link.from(), link.to()));
    }

    /** Whether there is a partition now. */
    public boolean isParted() {
        return !parted.isEmpty();
    }

    /** Nothing comes through between these groups of nodes any more. */
    public void part(List<List<String>> sides) {
        document.act(text("document.part-the-network"), new Command.Partition(sides), new Command.Heal(true));
    }

    /** There is no partition any more. */
    public void heal() {
        document.act(text("document.heal-the-network"), new Command.Heal(true), new Command.Partition(parted));
    }

    private static Command mend(Item.LinkItem link) {
        return new Command.Mend(link.from(), link.to());
    }

    /** The zones and regions that these nodes are in. */
    public List<String> places(Set<String> nodes) {
        return inOrder(nodes).stream()
                .flatMap(id -> node(id).stream())
                .flatMap(node -> Stream.of(node.zone(), node.region()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Everything in a zone or region goes down, without a word; or comes back. */
    public void outage(String place, boolean begins) {
        Command outage = new Command.Outage(place, CrashMode.BLACK_HOLE);
        Command over = new Command.OutageOver(place);
        document.act(
                text(begins ? "document.outage-of" : "document.outage-over-in", place),
                begins ? outage : over,
                begins ? over : outage);
    }

    private void actOnNodes(
            String verb, List<String> ids, Function<String, Command> command, Function<String, Command> inverse) {
        act(verb, ids, ids.size() == 1 ? title(ids.getFirst()) : text("document.nodes", ids.size()), command, inverse);
    }

    private void actOnLinks(
            String verb,
            Collection<Item.LinkItem> links,
            Function<Item.LinkItem, Command> command,
            Function<Item.LinkItem, Command> inverse) {
        List<Item.LinkItem> list = new ArrayList<>(links);
        String what = list.size() == 1
                ? title(list.getFirst().from()) + " – " + title(list.getFirst().to())
                : text("document.links", list.size());
        act(verb, list, what, command, inverse);
    }

    /** One entry of the history for all of them; nothing when there are none. */
    private <T> void act(
            String verb, List<T> items, String what, Function<T, Command> command, Function<T, Command> inverse) {
        if (!items.isEmpty()) {
            document.act(
                    verb + " " + what,
                    items.stream().map(command).toList(),
                    items.stream().map(inverse).toList());
        }
    }

    private String title(String id) {
        return node(id).map(Node::title).orElse(id);
    }

    private List<String> inOrder(Set<String> nodes) {
        return Stream.concat(document.topology().nodes().stream(), running.nodes().stream())
                .map(Node::id)
                .filter(nodes::contains)
                .distinct()
                .toList();
    }
}
