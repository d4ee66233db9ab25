package roundhouse.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Graph;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.Store;

/** Can the members of a store talk to each other, and does anybody ask them? */
final class MembersCheck {
    private MembersCheck() {}

    static void check(Topology topology, Findings findings) {
        Graph graph = Graph.of(topology);
        for (Store store : topology.stores()) {
            links(store, graph, findings);
            numbers(store, findings);
            boolean asked =
                    topology.nodes().stream().anyMatch(node -> node.keepers().contains(store.id()));
            if (!asked) {
                findings.warning(
                        store.members().getFirst(),
                        "is a member of " + store.id()
                                + ", in which no server has its data; a server says it by \"data\": { \"store\": \""
                                + store.id() + "\" }");
            }
        }
    }

    private static void links(Store store, Graph graph, Findings findings) {
        List<String> members = store.members();
        for (int i = 0; i < members.size(); i++) {
            List<String> missing = new ArrayList<>();
            for (int j = i + 1; j < members.size(); j++) {
                if (!graph.fellows(members.get(i)).contains(members.get(j))) {
                    missing.add(members.get(j));
                }
            }
            if (!missing.isEmpty()) {
                findings.error(
                        members.get(i),
                        "has no link to " + String.join(" and ", missing) + ", so that " + store.id()
                                + "'s messages between them are lost");
            }
        }
    }

    private static void numbers(Store store, Findings findings) {
        int members = store.members().size();
        if (store.replication() instanceof ConsensusReplication && members % 2 == 0) {
            findings.note(
                    store.members().getFirst(),
                    "is one of " + members + " members of " + store.id() + ": " + (members - 1)
                            + " stand as many failures, with less to wait for");
        }
        if (store.replication() instanceof PrimaryReplication primary && primary.watchers() == null && members > 1) {
            findings.note(
                    store.members().getFirst(),
                    "is the primary of " + store.id() + ", and nobody promotes another when it is down; watchers do");
        }
    }
}
