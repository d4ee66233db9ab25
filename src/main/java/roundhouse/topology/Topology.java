package roundhouse.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;

/**
 * The document: what is on the canvas and what happens to it. Immutable; an edit makes a new one, so undo is a list of values.
 *
 * @param seed where all randomness of a run comes from
 * @param duration how long a run lasts where nobody says otherwise
 * @param warmUp how much of the beginning is left out of latency and utilisation figures
 * @param regions where named regions are, in the file's order
 * @param stores which of the nodes keep copies of the same data
 * @param expect what a run must come to
 * @param layout where nodes stand, by id, those that the scenario adds too; kept apart from meaning
 * @param annotations the notes and frames on the canvas, those that lie below others first; kept apart from meaning
 * @param opened ids of the groups that stand as a frame around their servers rather than as one card; kept apart from meaning
 */
public record Topology(
        String name,
        String description,
        long seed,
        Duration duration,
        Duration warmUp,
        Map<String, Place> regions,
        List<Node> nodes,
        List<Store> stores,
        List<Link> links,
        List<TimedCommand> scenario,
        List<Expectation> expect,
        Map<String, Position> layout,
        List<Annotation> annotations,
        List<String> opened) {
    /** The version of the file format this program writes. */
    public static final int FORMAT = 1;

    public static final Duration DEFAULT_DURATION = Duration.ofSeconds(60);

    public static final Topology EMPTY = new Topology(
            "Untitled",
            "",
            42,
            DEFAULT_DURATION,
            Duration.ZERO,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of());

    public Topology {
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        nodes = List.copyOf(nodes);
        stores = List.copyOf(stores);
        links = List.copyOf(links);
        scenario = List.copyOf(scenario);
        expect = List.copyOf(expect);
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        annotations = List.copyOf(annotations);
        opened = List.copyOf(opened);
    }

    /** Every id in use: the nodes' and those that the scenario adds, and those of all that they stand for. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        nodes.forEach(node -> addIds(ids, node));
        added().forEach(node -> addIds(ids, node));
        return ids;
    }

    private Stream<Node> added() {
        return scenario.stream()
                .map(TimedCommand::command)
                .filter(Command.Add.class::isInstance)
                .map(command -> ((Command.Add) command).node());
    }

    private static void addIds(Set<String> ids, Node node) {
        ids.add(node.id());
        ids.addAll(Members.of(node));
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** What people call the node; the id itself where there is no such node. */
    public String title(String id) {
        return node(id).map(Node::title).orElse(id);
    }

    public Optional<Store> store(String id) {
        return stores.stream().filter(store -> store.id().equals(id)).findFirst();
    }

    /** The store that the node is a member of. */
    public Optional<Store> storeOf(String member) {
        return stores.stream().filter(store -> store.members().contains(member)).findFirst();
    }

    public Optional<Link> link(String from, String to) {
        return links.stream().filter(link -> link.joins(from, to)).findFirst();
    }

    /** The links for requests that begin at a node. */
    public List<Link> linksFrom(String id) {
        return links.stream()
                .filter(link -> link.from().equals(id) && !link.isHeartbeat())
                .toList();
    }

    /** The node added at the end, or put in the place of the one with its id. */
    public Topology with(Node node) {
        return withNodes(put(nodes, node, other -> other.id().equals(node.id())));
    }

    /** The link added at the end, or put in the place of the one that joins the same nodes. */
    public Topology with(Link link) {
        return withLinks(put(links, link, other -> other.joins(link.from(), link.to())));
    }

    /** With a link, and with the call over it where it begins at a node that sends nothing unless it is said that it does. */
    public Topology linked(Link link) {
        Topology next = with(link);
        Node target = node(link.to()).orElse(null);
        if (target != null && target.keepsData()) {
            String keeper = storeOf(link.to()).map(Store::id).orElse(link.to());
            return node(link.from())
                    .filter(from -> from.asksKeepers() && !from.keepers().contains(keeper))
                    .map(from -> next.with(from.keptBy(keeper, target.storesData())))
                    .orElse(next);
        }
        return node(link.from())
                .filter(from -> from.makesCalls()
                        && !link.to().equals(from.store())
                        && !from.called().contains(link.to()))
                .map(from -> next.with(from.calling(link.to())))
                .orElse(next);
    }

    public Topology at(String id, Position position) {
        Map<String, Position> places = new LinkedHashMap<>(layout);
        places.put(id, position);
        return withLayout(places);
    }

    public Topology withNodes(List<Node> nodes) {
        return changed(parts -> parts.nodes = nodes);
    }

    public Topology withStores(List<Store> stores) {
        return changed(parts -> parts.stores = stores);
    }

    /** The store added at the end, or put in the place of the one with its id. */
    public Topology with(Store store) {
        return withStores(put(stores, store, other -> other.id().equals(store.id())));
    }

    public Topology withAnnotations(List<Annotation> annotations) {
        return changed(parts -> parts.annotations = annotations);
    }

    /** The annotation added at the end, or put in the place of the one with its id. */
    public Topology with(Annotation annotation) {
        return withAnnotations(put(annotations, annotation, other -> other.id().equals(annotation.id())));
    }

    /** Without the annotation of that id. */
    public Topology withoutAnnotation(String id) {
        return withAnnotations(annotations.stream()
                .filter(annotation -> !annotation.id().equals(id))
                .toList());
    }

    /** With these groups as frames around their servers, and all others as one card. */
    public Topology withOpened(List<String> groups) {
        return changed(parts -> parts.opened = groups);
    }

    public Topology withLinks(List<Link> links) {
        return changed(parts -> parts.links = links);
    }

    public Topology withLayout(Map<String, Position> layout) {
        return changed(parts -> parts.layout = layout);
    }

    /** With this scenario, and without the places and frames of nodes that only the old one added and what is expected of them. */
    public Topology withScenario(List<TimedCommand> scenario) {
        Topology next = changed(parts -> parts.scenario = scenario);
        Set<String> gone = ids();
        gone.removeAll(next.ids());
        if (gone.isEmpty()) {
            return next;
        }
        Removal removal = new Removal(gone);
        return next.withLayout(removal.layout(layout))
                .withOpened(removal.opened(opened))
                .withExpect(removal.expect(expect, List.of()));
    }

    public Topology withExpect(List<Expectation> expect) {
        return changed(parts -> parts.expect = expect);
    }

    public Topology withSeed(long seed) {
        return changed(parts -> parts.seed = seed);
    }

    public Topology withDuration(Duration duration) {
        return changed(parts -> parts.duration = duration);
    }

    public Topology withWarmUp(Duration warmUp) {
        return changed(parts -> parts.warmUp = warmUp);
    }

    public Topology named(String name, String description) {
        return changed(parts -> {
            parts.name = name;
            parts.description = description;
        });
    }

    /** The same system with the name, the words, the length, the nodes' labels and the places of another document. */
    public Topology arrangedAs(Topology other) {
        Map<String, Position> places = new LinkedHashMap<>(layout);
        places.putAll(other.layout);
        places.keySet().retainAll(ids());
        List<Node> labelled = nodes.stream()
                .map(node -> other.node(node.id())
                        .map(there -> node.labelled(there.label()))
                        .orElse(node))
                .toList();
        return named(other.name, other.description)
                .withDuration(other.duration)
                .withNodes(labelled)
                .withLayout(places)
                .withAnnotations(other.annotations)
                .withOpened(
                        other.opened.stream().filter(id -> node(id).isPresent()).toList());
    }

    private static <T> List<T> put(List<T> list, T value, Predicate<T> same) {
        List<T> result = new ArrayList<>(list);
        for (int i = 0; i < result.size(); i++) {
            if (same.test(result.get(i))) {
                result.set(i, value);
                return List.copyOf(result);
            }
        }
        result.add(value);
        return List.copyOf(result);
    }

    /** The same with some parts changed. */
    Topology changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.together();
    }

    /** The parts of a topology that is being made from another. */
    static final class Parts {
        String name;
        String description;
        long seed;
        Duration duration;
        Duration warmUp;
        private final Map<String, Place> regions;
        List<Node> nodes;
        List<Store> stores;
        List<Link> links;
        List<TimedCommand> scenario;
        List<Expectation> expect;
        Map<String, Position> layout;
        List<Annotation> annotations;
        List<String> opened;

        Parts(Topology from) {
            name = from.name;
            description = from.description;
            seed = from.seed;
            duration = from.duration;
            warmUp = from.warmUp;
            regions = from.regions;
            nodes = from.nodes;
            stores = from.stores;
            links = from.links;
            scenario = from.scenario;
            expect = from.expect;
            layout = from.layout;
            annotations = from.annotations;
            opened = from.opened;
        }

        Topology together() {
            return new Topology(
                    name,
                    description,
                    seed,
                    duration,
                    warmUp,
                    regions,
                    nodes,
                    stores,
                    links,
                    scenario,
                    expect,
                    layout,
                    annotations,
                    opened);
        }
    }
}
