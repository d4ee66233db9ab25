package roundhouse.workbench.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import roundhouse.simulation.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Node;

/**
 * Breaking things while they run: crash, slow down, and back. Follows the newest frame, so that the same key breaks what works and
 * mends what is broken. Each is one entry of the undo history.
 */
public final class Faults {
    /** How many times slower a slowed server gets. */
    public static final double SLOW_FACTOR = 4;

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
            able.forEach(id -> act("Recover ", id, new Command.Recover(id), new Command.Crash(id)));
        } else {
            up.forEach(id -> act("Crash ", id, new Command.Crash(id), new Command.Recover(id)));
        }
    }

    /** Slows those of the servers that have their own speed; when none has, gives it back to them. */
    public void toggleSlow(Set<String> nodes) {
        List<String> able =
                inOrder(nodes).stream().filter(id -> canSlow(id) && !isDown(id)).toList();
        List<String> normal = able.stream().filter(id -> !isSlow(id)).toList();
        if (normal.isEmpty()) {
            able.forEach(id -> act("Normal speed of ", id, new Command.Slow(id, 1), new Command.Slow(id, SLOW_FACTOR)));
        } else {
            normal.forEach(id -> act("Slow down ", id, new Command.Slow(id, SLOW_FACTOR), new Command.Slow(id, 1)));
        }
    }

    private void act(String label, String id, Command command, Command inverse) {
        document.act(label + document.topology().node(id).map(Node::title).orElse(id), command, inverse);
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
