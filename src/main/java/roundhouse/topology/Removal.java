package roundhouse.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;

/**
 * Takes nodes out of the parts of a topology, with all that speaks of them.
 *
 * @param ids the nodes that go, and those that they stand for
 */
record Removal(Set<String> ids) {
    List<Node> nodes(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> !ids.contains(node.id()))
                .map(this::withoutStore)
                .toList();
    }

    /** Stores with the members that are left; one that has none is gone. */
    List<Store> stores(List<Store> stores) {
        return stores.stream()
                .map(store -> store.without(ids::contains))
                .filter(store -> !store.members().isEmpty())
                .toList();
    }

    List<Link> links(List<Link> links) {
        return links.stream()
                .filter(link -> !ids.contains(link.from()) && !ids.contains(link.to()))
                .toList();
    }

    /** The expectations that speak neither of what goes nor of a store that loses its last member. */
    List<Expectation> expect(List<Expectation> expect, List<Store> stores) {
        Set<String> unknown = new LinkedHashSet<>(ids);
        stores.stream().filter(store -> ids.containsAll(store.members())).forEach(store -> unknown.add(store.id()));
        return expect.stream()
                .filter(expectation -> Collections.disjoint(expectation.nodes(), unknown))
                .toList();
    }

    Map<String, Position> layout(Map<String, Position> layout) {
        Map<String, Position> places = new LinkedHashMap<>(layout);
        places.keySet().removeAll(ids);
        return places;
    }

    List<String> opened(List<String> opened) {
        return opened.stream().filter(id -> !ids.contains(id)).toList();
    }

    /** A node whose store is gone keeps its sessions itself. */
    Node withoutStore(Node node) {
        String store = node.store();
        return store != null && ids.contains(store) ? node.storedIn(null) : node;
    }
}
