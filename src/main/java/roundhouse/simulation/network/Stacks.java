package roundhouse.simulation.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/**
 * Which nodes of the running system those nodes of the document stand for that stand for several. It remembers them, because a count
 * alone does not say who was removed: after that of the second of three, the first and the third are there, and one more is the
 * second again.
 *
 * <p>A server of a group does not come and go at once: one that is wanted starts, and has no links until it is ready; one that is
 * not wanted any more leaves, and is there until it is let go.
 */
public final class Stacks {
    /** Those that are wanted, by the id of the node that stands for them. */
    private final Map<String, List<String>> there = new LinkedHashMap<>();
    /** Those that ever were. */
    private final Map<String, Set<String>> ever = new LinkedHashMap<>();
    /** Those of groups that are not ready yet. */
    private final Set<String> starting = new LinkedHashSet<>();
    /** Those of groups that are not wanted any more and still there, by their group. */
    private final Map<String, List<String>> leaving = new LinkedHashMap<>();

    /** What became of each group, by its id; what became of one that is gone stays. */
    private final Map<String, GroupFigures> figures = new LinkedHashMap<>();

    private Topology document = Topology.EMPTY;
    /** Nothing is there yet: what comes now is ready from the beginning. */
    private boolean beginning = true;

    /** The ids of those that the node of the document stands for from now on, and of those that are still there. */
    List<String> standsFor(Node node) {
        List<String> members = there.get(node.id());
        if (members == null && !node.standsForOthers()) {
            return List.of(node.id());
        }
        if (members == null) {
            members = new ArrayList<>();
            there.put(node.id(), members);
        }
        while (members.size() > node.count()) {
            dismiss(node, members, last(members));
        }
        List<String> gone = leaving.getOrDefault(node.id(), List.of());
        for (int number = 1; members.size() < node.count(); number++) {
            String id = Members.id(node.id(), number);
            // One that was added under such an id is another one, and so is one that is leaving.
            if (!members.contains(id) && !gone.contains(id) && document.node(id).isEmpty()) {
                members.add(id);
                if (!beginning
                        && node instanceof ServerGroup group
                        && !group.startUp().isZero()) {
                    starting.add(id);
                }
            }
        }
        Comparator<String> byNumber = Comparator.comparingInt(id -> number(node, id));
        members.sort(byNumber);
        ever.computeIfAbsent(node.id(), id -> new LinkedHashSet<>(List.of(id))).addAll(members);
        List<String> all = new ArrayList<>(members);
        all.addAll(gone);
        all.sort(byNumber);
        return List.copyOf(all);
    }

    /** One that starts has done nothing yet, and goes first; else the one that came last. */
    private String last(List<String> members) {
        return members.reversed().stream()
                .filter(starting::contains)
                .findFirst()
                .orElseGet(members::getLast);
    }

    private void dismiss(Node stack, List<String> members, String member) {
        members.remove(member);
        boolean started = !starting.remove(member);
        if (started && stack instanceof ServerGroup) {
            leaving.computeIfAbsent(stack.id(), _ -> new ArrayList<>()).add(member);
        }
    }

    private static int number(Node node, String member) {
        return Integer.parseInt(member, node.id().length() + 1, member.length(), 10);
    }

    /** This is the document from now on: those whose node is not in it any more are gone. */
    void become(Topology next) {
        document = next;
        there.keySet().removeIf(id -> document.node(id).isEmpty());
        leaving.keySet().removeIf(id -> document.node(id).isEmpty());
        starting.removeIf(id -> there.values().stream().noneMatch(members -> members.contains(id)));
    }

    /** What became of the group of that id so far. */
    public GroupFigures figures(String group) {
        return figures.computeIfAbsent(group, _ -> new GroupFigures());
    }

    /** What became of every group. */
    public Collection<GroupFigures> everyGroup() {
        return figures.values();
    }

    /** All that the document has from the beginning is there. */
    void begun() {
        beginning = false;
    }

    /** Whether it has links: who starts has none yet. */
    boolean isLinked(String id) {
        return !starting.contains(id);
    }

    public boolean isStarting(String id) {
        return starting.contains(id);
    }

    /** Whether it is there, though not wanted any more. */
    public boolean isLeaving(String group, String id) {
        return leaving.getOrDefault(group, List.of()).contains(id);
    }

    /** It takes requests from when the network next becomes something. */
    public void ready(String id) {
        starting.remove(id);
    }

    /** One that is leaving is gone from when the network next becomes something. */
    public void letGo(String group, String id) {
        List<String> its = leaving.get(group);
        if (its != null) {
            its.remove(id);
        }
    }

    /** The ids of all that a node of that id stands for now; itself when it stands for none, or is not there. */
    public List<String> named(String id) {
        List<String> members = there.get(id);
        return members == null ? List.of(id) : List.copyOf(members);
    }

    /** Those of a group that are not wanted any more and still there. */
    public List<String> leaving(String group) {
        return List.copyOf(leaving.getOrDefault(group, List.of()));
    }

    /** The same as {@link #named}, of all that ever were. */
    public Set<String> everNamed(String id) {
        Set<String> members = ever.get(id);
        return members == null ? Set.of(id) : members;
    }

    /** The document without the node, or without one of those that a node stands for. */
    public Topology without(String id) {
        String stack = stackOf(id);
        if (stack == null) {
            return Deletion.leavingCalls(document, Set.of(id));
        }
        List<String> members = there.getOrDefault(stack, List.of());
        Node node = document.node(stack).orElse(null);
        if (members.size() > 1 && node != null) {
            dismiss(node, members, id);
            return document.with(node.counting(members.size()));
        }
        return Deletion.leavingCalls(document, Set.of(stack));
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
