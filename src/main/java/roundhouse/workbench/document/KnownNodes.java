package roundhouse.workbench.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/**
 * What every node is called that is or was there, and for servers the number by which each has its colour: in the order of the file, then
 * as they come, for as long as the document is open. A server keeps its own when others go, and in every future, so that a colour never
 * comes to mean somebody else.
 */
public final class KnownNodes {
    /** As {@link roundhouse.topology.nodes.Members#id} makes them. */
    private static final Pattern MEMBER = Pattern.compile("(.+)-([1-9]\\d{0,8})");

    private final Map<String, Integer> orders = new HashMap<>();
    private final NodeTitles titles = new NodeTitles();

    /** The nodes of a topology by itself. */
    public static KnownNodes of(Topology topology) {
        KnownNodes known = new KnownNodes();
        known.follow(topology);
        return known;
    }

    /** Another document: its nodes, then those that its scenario adds. */
    void begin(Topology topology) {
        orders.clear();
        titles.clear();
        follow(topology);
    }

    /** Knows what another one does. */
    public void become(KnownNodes other) {
        orders.clear();
        orders.putAll(other.orders);
        titles.clear();
        titles.putAll(other.titles);
    }

    /** The document has become this: new servers get the next numbers. */
    void follow(Topology topology) {
        titles.follow(topology);
        topology.nodes().forEach(this::meet);
        AddedNodes.of(topology).forEach(this::meet);
    }

    /** A node that was perhaps never seen before. */
    public void meet(Node node) {
        titles.meet(node);
        if (node.answersRequests()) {
            orders.putIfAbsent(node.id(), orders.size());
        }
    }

    /** The number of a server, from 0, and that of its group for a member; -1 for any other node, which has no colour of its own. */
    public int order(String id) {
        return orders.getOrDefault(known(id), -1);
    }

    /** Which of a group it is, from 0; 0 too for who is in none. */
    public int member(String id) {
        String known = known(id);
        return known.equals(id) ? 0 : Integer.parseInt(id.substring(known.length() + 1)) - 1;
    }

    /** The id of the group that it is a member of; its own for who is in none. */
    public String group(String id) {
        return known(id);
    }

    /** The node that the one with that id is a member of, or itself. */
    private String known(String id) {
        Matcher member = MEMBER.matcher(id);
        return !orders.containsKey(id) && member.matches() && orders.containsKey(member.group(1))
                ? member.group(1)
                : id;
    }

    /** The number of each server, by id. */
    public Map<String, Integer> orders() {
        return Collections.unmodifiableMap(orders);
    }

    /** What people call the node; its id when it was never seen. */
    public String title(String id) {
        String known = known(id);
        return titles.of(known) + id.substring(known.length());
    }
}
