package roundhouse.workbench.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import roundhouse.simulation.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Node;

/**
 * Breaking things while they run: crash, slow down, and back. Follows the newest frame, so that the same key breaks what works and
 * mends what is broken. Each use is one entry of the undo history, however many nodes it is about.
 */
public final class Faults {
    /** How many times slower a slowed server gets. */
    public static final double SLOW_FACTOR = 3;

    private final Document document;
    private Set<String> down = Set.of();
    private Set<String> slow = Set.of();

    public Faults(Document document) {
        this.document = document;
        document.onOpened(() -> {
            down = Set.of();
            slow = Set.of();
        });
    }

    /** What is broken now. */
    public void show(Frame frame) {
        down = having(frame, Frame.DOWN);
        slow = having(frame, Frame.SLOW);
    }

    public boolean isDown(String node) {
        return down.contains(node);
    }

    public boolean isSlow(String node) {
        return slow.contains(node);
    }

    /** Whether a node of that id can be crashed: balancers and servers can, clients cannot. */
    public boolean canCrash(String node) {
        return document.topology()
                .node(node)
                .filter(found -> !(found instanceof Node.Clients))
                .isPresent();
    }

    /** Whether a node of that id can be slowed: servers can. */
    public boolean canSlow(String node) {
        return document.topology()
                .node(node)
                .filter(Node.Server.class::isInstance)
                .isPresent();
    }

    /** Crashes those of the nodes that are up; when all of them are down, recovers them. */
    public void toggleCrash(Set<String> nodes) {
        List<String> able = inOrder(nodes).stream().filter(this::canCrash).toList();
        List<String> up = able.stream().filter(id -> !isDown(id)).toList();
        if (up.isEmpty()) {
            act("Recover", able, Command.Recover::new, Command.Crash::new);
        } else {
            act("Crash", up, Command.Crash::new, Command.Recover::new);
        }
    }

    /** Slows those of the servers that have their own speed; when none has, gives it back to them. */
    public void toggleSlow(Set<String> nodes) {
        List<String> able =
                inOrder(nodes).stream().filter(id -> canSlow(id) && !isDown(id)).toList();
        List<String> normal = able.stream().filter(id -> !isSlow(id)).toList();
        if (normal.isEmpty()) {
            act("Normal speed of", able, Faults::normal, Faults::slowed);
        } else {
            act("Slow down", normal, Faults::slowed, Faults::normal);
        }
    }

    private static Command slowed(String id) {
        return new Command.Slow(id, SLOW_FACTOR);
    }

    private static Command normal(String id) {
        return new Command.Slow(id, 1);
    }

    /** One entry of the history for all of them; nothing when there are none. */
    private void act(
            String verb, List<String> ids, Function<String, Command> command, Function<String, Command> inverse) {
        if (!ids.isEmpty()) {
            String first = ids.getFirst();
            String what = ids.size() == 1
                    ? document.topology().node(first).map(Node::title).orElse(first)
                    : ids.size() + " nodes";
            document.act(
                    verb + " " + what,
                    ids.stream().map(command).toList(),
                    ids.stream().map(inverse).toList());
        }
    }

    private List<String> inOrder(Set<String> nodes) {
        return document.topology().nodes().stream()
                .map(Node::id)
                .filter(nodes::contains)
                .toList();
    }

    private static Set<String> having(Frame frame, byte condition) {
        List<String> ids = new ArrayList<>();
        List<Node> nodes = frame.topology.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (frame.condition[i] == condition) {
                ids.add(nodes.get(i).id());
            }
        }
        return Set.copyOf(ids);
    }
}
