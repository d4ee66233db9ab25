package roundhouse.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Settings;

/**
 * What a person changed from one document to the next. Done to a running system, it changes just that: what the scenario has added,
 * removed or set in the meantime stays as it is there.
 */
public record Revision(Topology before, Topology after) {
    /** The running topology with the change, setting by setting; everything but nodes and links is the new document's. */
    public Topology of(Topology running) {
        Map<String, Node> nodes =
                changed(byId(before.nodes()), byId(after.nodes()), byId(running.nodes()), Revision::changed);
        Map<Ends, Link> links =
                changed(byEnds(before.links()), byEnds(after.links()), byEnds(running.links()), Link.SETTINGS::changed);
        List<Link> joined = new ArrayList<>(links.values());
        joined.removeIf(link -> !nodes.containsKey(link.from()) || !nodes.containsKey(link.to()));
        return after.withNodes(List.copyOf(nodes.values()))
                .withStores(after.stores().stream()
                        .map(store -> store.without(id -> !nodes.containsKey(id)))
                        .filter(store -> !store.members().isEmpty())
                        .toList())
                .withLinks(joined);
    }

    private record Ends(String from, String to) {}

    private interface Change<V> {
        V of(V before, V after, V running);
    }

    private static <K, V> Map<K, V> changed(Map<K, V> before, Map<K, V> after, Map<K, V> running, Change<V> change) {
        Map<K, V> result = new LinkedHashMap<>();
        after.forEach((key, value) -> {
            V was = before.get(key);
            V runs = running.get(key);
            if (was == null) {
                result.put(key, value);
            } else if (runs != null) {
                result.put(key, runs.equals(was) ? value : value.equals(was) ? runs : change.of(was, value, runs));
            }
        });
        running.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                result.putIfAbsent(key, value);
            }
        });
        return result;
    }

    private static Node changed(Node before, Node after, Node running) {
        return before.kind().equals(after.kind()) && after.kind().equals(running.kind())
                ? changed(after.settings(), before, after, running)
                : after;
    }

    private static <N extends Node> Node changed(Settings<N> settings, Node before, Node after, Node running) {
        return settings.changed(settings.cast(before), settings.cast(after), settings.cast(running));
    }

    private static Map<String, Node> byId(List<Node> nodes) {
        return by(nodes, Node::id);
    }

    private static Map<Ends, Link> byEnds(List<Link> links) {
        return by(links, link -> new Ends(link.from(), link.to()));
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        Map<K, V> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
