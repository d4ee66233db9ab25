package roundhouse.simulation.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/**
 * Which nodes of the running system those nodes of the document stand for that stand for several. It remembers them, because a count
 * alone does not say who was removed: after that of the second of three, the first and the third are there, and one more is the
 * second again.
 */
public final class Stacks {
    /** Those that are there, by the id of the node that stands for them. */
    private final Map<String, List<String>> there = new LinkedHashMap<>();
    /** Those that ever were. */
    private final Map<String, Set<String>> ever = new LinkedHashMap<>();

    private Topology document = Topology.EMPTY;

    /** The ids of those that the node of the document stands for from now on. */
    List<String> standsFor(Node node) {
        List<String> members = there.get(node.id());
        if (members == null && node.count() == 1) {
            return List.of(node.id());
        }
        if (members == null) {
            members = new ArrayList<>();
            there.put(node.id(), members);
        }
        while (members.size() > node.count()) {
            members.removeLast();
        }
        for (int number = 1; members.size() < node.count(); number++) {
            String id = Members.id(node.id(), number);
            // One that was added under such an id is another one.
            if (!members.contains(id) && document.node(id).isEmpty()) {
                members.add(id);
            }
        }
        members.sort(Comparator.comparingInt(id -> number(node, id)));
        ever.computeIfAbsent(node.id(), id -> new LinkedHashSet<>(List.of(id))).addAll(members);
        return List.copyOf(members);
    }

    private static int number(Node node, String member) {
        return Integer.parseInt(member, node.id().length() + 1, member.length(), 10);
    }

    /** This is the document from now on: those whose node is not in it any more are gone. */
    void become(Topology next) {
        document = next;
        there.keySet().removeIf(id -> document.node(id).isEmpty());
    }

    /** The ids of all that a node of that id stands for now; itself when it stands for none, or is not there. */
    public List<String> named(String id) {
        List<String> members = there.get(id);
        return members == null ? List.of(id) : List.copyOf(members);
    }

    /** The same of all that ever were. */
    public Set<String> everNamed(String id) {
        Set<String> members = ever.get(id);
        return members == null ? Set.of(id) : members;
    }

    /** The document without the node, or without one of those that a node stands for. */
    public Topology without(String id) {
        String stack = stackOf(id);
        if (stack == null) {
            return document.removing(Set.of(id));
        }
        List<String> members = there.getOrDefault(stack, List.of());
        if (members.size() > 1 && document.node(stack).orElse(null) instanceof Server server) {
            members.remove(id);
            return document.with(server.with(Server.COUNT, members.size()));
        }
        return document.removing(Set.of(stack));
    }

    /** The id of the node that stands for that one; null when none does. */
    private @Nullable String stackOf(String member) {
        return there.entrySet().stream()
                .filter(entry -> entry.getValue().contains(member))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
