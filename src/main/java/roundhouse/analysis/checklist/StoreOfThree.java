package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.Store;

/** Makes a store of three that agree on each write of a single database, so that each of them may go. */
final class StoreOfThree {
    private static final double ASIDE = 140;

    private StoreOfThree() {}

    /** Null where it is in a store already, or who asks it could not ask a store. */
    static @Nullable Fix of(Database database, Topology topology) {
        boolean member =
                topology.stores().stream().anyMatch(store -> store.members().contains(database.id()));
        boolean asked = Neighbours.sources(database, topology).stream()
                .anyMatch(source -> source.keepers().contains(database.id()));
        return member || !asked
                ? null
                : Fix.of("Make " + database.id() + " a store of three", topology, three(database, topology));
    }

    private static Topology three(Database database, Topology topology) {
        Topology after = topology;
        List<String> members = new ArrayList<>(List.of(database.id()));
        for (int more = 2; more <= 3; more++) {
            String id = Additions.freeId(after, database.id() + "-" + more);
            after = after.with(database.renamed(id).labelled(null));
            Position place = topology.layout().get(database.id());
            if (place != null) {
                after = after.at(id, new Position(place.x(), place.y() + ASIDE * (more - 1)));
            }
            members.add(id);
        }
        for (Link link : topology.links()) {
            if (link.to().equals(database.id())) {
                after = after.with(link.between(link.from(), members.get(1)))
                        .with(link.between(link.from(), members.get(2)));
            }
        }
        for (int one = 0; one < members.size(); one++) {
            for (int other = one + 1; other < members.size(); other++) {
                after = after.with(Link.of(members.get(one), members.get(other), Link.DEFAULT_LATENCY));
            }
        }
        Store store = Store.of(
                Additions.freeId(after, database.id() + "-store"), members, ConsensusReplication.SETTINGS.usual());
        after = after.with(store);
        for (Node node : topology.nodes()) {
            if (node.keepers().contains(database.id())) {
                after = after.with(node.keptAs(id -> database.id().equals(id) ? store.id() : id));
            }
        }
        return after;
    }
}
