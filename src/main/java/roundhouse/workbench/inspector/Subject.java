package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.inspector.Editor.Option;

/**
 * What is selected, and the fields that all of it has.
 *
 * @param kind what it is, in a word or two
 */
record Subject(String title, String kind, List<Group> groups) {
    /** A balancer with more targets than this does not list their weights; each link has its own. */
    private static final int MOST_WEIGHTS = 16;

    static Subject of(Document document) {
        Topology topology = document.topology();
        Set<Item> selected = document.selection().items();
        List<Node> nodes = topology.nodes().stream()
                .filter(node -> selected.contains(new Item.NodeItem(node.id())))
                .toList();
        List<Link> links = topology.links().stream()
                .filter(link -> selected.contains(new Item.LinkItem(link.from(), link.to())))
                .toList();
        if (nodes.isEmpty() && links.isEmpty()) {
            List<Group> groups = groups(document, List.of(topology), _ -> EditTarget.document(), _ -> TopologyFields.all());
            return new Subject(topology.name(), "Topology", groups);
        }
        if (nodes.isEmpty()) {
            return links(document, links);
        }
        if (links.isEmpty()) {
            return nodes(document, nodes);
        }
        return new Subject(nodes.size() + links.size() + " selected", "Nodes and links", List.of());
    }

    private static Subject links(Document document, List<Link> links) {
        Topology topology = document.topology();
        List<Group> groups =
                groups(document, links, link -> EditTarget.link(topology, link), link -> LinkFields.of(topology, link));
        Link first = links.getFirst();
        String title = links.size() == 1
                ? EditTarget.title(topology, first.from())
                        + (first.isHeartbeat() ? " ↔ " : " → ")
                        + EditTarget.title(topology, first.to())
                : links.size() + " links";
        String kind = links.size() > 1 ? "Links" : first.isHeartbeat() ? "Heartbeat" : "Link";
        return new Subject(title, kind, groups);
    }

    private static Subject nodes(Document document, List<Node> nodes) {
        Topology topology = document.topology();
        List<Clients> clients = only(nodes, Clients.class);
        List<LoadBalancer> balancers = only(nodes, LoadBalancer.class);
        List<Server> servers = only(nodes, Server.class);
        boolean one = nodes.size() == 1;
        String title = one ? nodes.getFirst().title() : nodes.size() + " selected";
        String id = one && nodes.getFirst().label() != null
                ? " · " + nodes.getFirst().id()
                : "";
        if (clients.size() == nodes.size()) {
            return new Subject(
                    title,
                    "Clients" + id,
                    groups(document, clients, node -> EditTarget.node(node, Clients.class), ClientsFields::of));
        }
        if (balancers.size() == nodes.size()) {
            List<Group> groups = new ArrayList<>(groups(
                    document,
                    balancers,
                    node -> EditTarget.node(node, LoadBalancer.class),
                    balancer -> BalancerFields.of(topology, balancer)));
            if (one) {
                weights(document, "Weights", balancers.getFirst().id(), true).ifPresent(group -> groups.add(1, group));
            }
            return new Subject(title, (one ? "Load balancer" : "Load balancers") + id, groups);
        }
        if (servers.size() == nodes.size()) {
            Set<String> ids = servers.stream().map(Server::id).collect(Collectors.toSet());
            List<Option> stores = Stores.besides(topology, ids);
            List<Group> groups = new ArrayList<>(
                    groups(document, servers, EditTarget::server, server -> ServerFields.of(server, stores)));
            if (one) {
                weights(document, "Weight", servers.getFirst().id(), false).ifPresent(group -> groups.add(1, group));
            }
            return new Subject(title, (one ? "Server" : "Servers") + id, groups);
        }
        return new Subject(title, "Nodes of several kinds", List.of());
    }

    /** The weights on a node's links: those a balancer gives, or those its balancers give it. */
    private static Optional<Group> weights(Document document, String title, String id, boolean given) {
        Topology topology = document.topology();
        List<Line> lines = topology.links().stream()
                .filter(link -> !link.isHeartbeat())
                .filter(link -> given ? link.from().equals(id) : link.to().equals(id))
                .filter(link -> topology.node(link.from())
                        .filter(LoadBalancer.class::isInstance)
                        .isPresent())
                .limit(MOST_WEIGHTS + 1L)
                .map(link -> Line.of(
                        document,
                        LinkFields.weight(),
                        List.of(EditTarget.link(topology, link)),
                        given ? EditTarget.title(topology, link.to()) : "From " + EditTarget.title(topology, link.from())))
                .toList();
        return lines.isEmpty() || lines.size() > MOST_WEIGHTS
                ? Optional.empty()
                : Optional.of(new Group(title, true, lines));
    }

    /** The fields that all the things have, under the headings of the first; a name is for one alone. */
    private static <T> List<Group> groups(
            Document document, List<T> things, Function<T, EditTarget<T>> target, Function<T, List<Section<T>>> sections) {
        List<EditTarget<T>> targets = things.stream().map(target).toList();
        List<Set<String>> keys = things.stream()
                .map(thing -> Set.copyOf(sections.apply(thing).stream()
                        .flatMap(section -> section.fields().stream())
                        .map(Field::key)
                        .toList()))
                .toList();
        return sections.apply(things.getFirst()).stream()
                .map(section -> new Group(
                        section.title(),
                        section.main(),
                        section.fields().stream()
                                .filter(field -> keys.stream().allMatch(its -> its.contains(field.key())))
                                .filter(field ->
                                        things.size() == 1 || !field.key().equals("label"))
                                .map(field -> Line.of(
                                        document,
                                        field,
                                        targets,
                                        field.label().equals(section.title()) ? "" : field.label()))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static <N extends Node> List<N> only(List<Node> nodes, Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
