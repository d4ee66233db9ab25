package roundhouse.analysis.checklist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.stores.Store;

/**
 * What databases are asked for a second at the peak where no cache stands before them, which is what can be said without a run.
 *
 * @param reads by the id of the database or store
 * @param writes by the id of the database or store
 */
record DataDemand(Map<String, Double> reads, Map<String, Double> writes) {
    /** @param peak requests a second by the id of the server */
    static DataDemand of(Topology running, Map<String, Double> peak) {
        Map<String, Double> reads = new LinkedHashMap<>();
        Map<String, Double> writes = new LinkedHashMap<>();
        double share = readShare(running);
        for (Node node : running.nodes()) {
            if (node instanceof Server server && server.data() != null) {
                String store = server.data().store();
                double rate = peak.getOrDefault(server.id(), 0.0);
                if (store != null
                        && (running.store(store).isPresent()
                                || running.node(store).orElse(null) instanceof Database)) {
                    boolean cached =
                            server.cache() != null || !server.data().cache().isEmpty();
                    reads.merge(store, cached ? 0 : rate * share, Double::sum);
                    writes.merge(store, rate * (1 - share), Double::sum);
                }
            }
        }
        return new DataDemand(reads, writes);
    }

    /** The part of all requests that reads, by the clients that say so of all theirs; 1 where nobody sends any. */
    static double readShare(Topology topology) {
        return topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .mapToDouble(node -> ((Clients) node).reads())
                .average()
                .orElse(1);
    }

    /** The part of its cores that a database has busy with that, 0 or more; of a member of a store if it leads that. */
    double busy(Database database, Topology topology) {
        Store store = storeOf(database, topology);
        if (store != null) {
            int holders = StoreDemand.holders(store, topology).size();
            return StoreDemand.busy(
                    store,
                    database,
                    Math.max(1, holders),
                    reads.getOrDefault(store.id(), 0.0),
                    writes.getOrDefault(store.id(), 0.0));
        }
        return (reads.getOrDefault(database.id(), 0.0) * database.read().mean().toNanos()
                        + writes.getOrDefault(database.id(), 0.0)
                                * database.write().mean().toNanos())
                / 1e9
                / database.cores();
    }

    /** Whether anything is said of a database; nothing is of one that holds nothing. */
    boolean knows(Database database, Topology topology) {
        Store store = storeOf(database, topology);
        return store == null
                ? reads.containsKey(database.id())
                : reads.containsKey(store.id())
                        && StoreDemand.holders(store, topology).contains(database);
    }

    /** What it is asked for, by whoever asks: the store that it is a member of, or itself; {@code 800/s reads and 200/s writes}. */
    String words(Database database, Topology topology) {
        Store store = storeOf(database, topology);
        String id = store == null ? database.id() : store.id();
        return ShownFigures.rate(reads.getOrDefault(id, 0.0)) + " reads and "
                + ShownFigures.rate(writes.getOrDefault(id, 0.0)) + " writes"
                + (store == null ? "" : " of " + store.title() + ", and copies");
    }

    /** Writes a second that it, or the store that it is a member of, is asked for. */
    double writesOf(Database database, Topology topology) {
        Store store = storeOf(database, topology);
        return writes.getOrDefault(store == null ? database.id() : store.id(), 0.0);
    }

    /** Reads and writes a second that a database is asked for; 0 for a member of a store, of which others may be asked. */
    double asked(Database database, Topology topology) {
        return storeOf(database, topology) == null
                ? reads.getOrDefault(database.id(), 0.0) + writes.getOrDefault(database.id(), 0.0)
                : 0;
    }

    private static @Nullable Store storeOf(Database database, Topology topology) {
        return topology.stores().stream()
                .filter(store -> store.members().contains(database.id()))
                .findFirst()
                .orElse(null);
    }
}
