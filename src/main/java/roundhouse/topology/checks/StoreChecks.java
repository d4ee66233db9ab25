package roundhouse.topology.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.stores.Store;
import roundhouse.topology.stores.StoreFormat;

/** Stores have names of their own, and are made of databases of which none is in two. */
final class StoreChecks {
    private StoreChecks() {}

    static void check(Topology topology, Graph graph, Problems problems) {
        Set<String> nodes = topology.ids();
        Map<String, String> memberOf = new LinkedHashMap<>();
        Map<String, Integer> first = new LinkedHashMap<>();
        List<Store> stores = topology.stores();
        for (int i = 0; i < stores.size() && !problems.full(); i++) {
            Store store = stores.get(i);
            String pointer = "/stores/" + i;
            StoreFormat.check(store, pointer, problems);
            Checks checks = new Checks(pointer, "the store " + Json.quoted(store.id()), problems);
            if (nodes.contains(store.id())) {
                checks.wrong("id", "a node has the id " + Json.quoted(store.id()) + " too; each id is used once");
            }
            Integer before = first.putIfAbsent(store.id(), i);
            if (before != null) {
                checks.wrong(
                        "id",
                        "two stores have the id " + Json.quoted(store.id()) + ", this one and /stores/" + before
                                + "; each id is used once");
            }
            for (int j = 0; j < store.members().size(); j++) {
                String member = store.members().get(j);
                String at = store.members().size() == 1 ? "members" : "members/" + j;
                member(store, member, at, graph, checks);
                String other = memberOf.putIfAbsent(member, store.id());
                if (other != null && !other.equals(store.id())) {
                    checks.wrong(at, member + " is a member of " + other + " too; a database is in one store");
                }
            }
        }
    }

    private static void member(Store store, String member, String at, Graph graph, Checks checks) {
        Node node = graph.node(member);
        if (node == null) {
            checks.wrong(at, "no node has the id " + Json.quoted(member) + Names.didYouMean(member, graph.ids()));
        } else if (!node.storesData()) {
            checks.wrong(
                    at, member + " is " + node.settings().what() + "; the members of " + store.id() + " are databases");
        } else if (node.caches()) {
            checks.wrong(at, member + " has a cache of its own, which a member of a store cannot have");
        }
    }
}
