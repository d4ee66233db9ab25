package roundhouse.analysis.variants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.AsideOrder;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;

/** A design whose servers read and write their data in another way. */
public final class WaysOfWriting {
    private WaysOfWriting() {}

    /** The ways there are now, each once, in the order of the servers; empty where no server has data elsewhere. */
    public static List<DataStrategy> now(Topology topology) {
        return topology.nodes().stream()
                .map(WaysOfWriting::data)
                .flatMap(data -> Stream.ofNullable(data).map(DataSettings::strategy))
                .distinct()
                .toList();
    }

    /**
     * The design with all servers that have data writing in that way. Who is to write itself is linked to the store its caches had; caches
     * that are to write get the store their server had. Empty where that cannot be: a server without a cache cannot write back.
     */
    public static Optional<Topology> under(DataStrategy strategy, Topology topology) {
        Topology changed = topology;
        for (Node node : topology.nodes()) {
            DataSettings data = data(node);
            if (data != null && data.strategy() != strategy) {
                changed = changed == null ? null : changed(changed, (Server) node, data, strategy);
            }
        }
        return Optional.ofNullable(changed)
                .filter(design -> Validation.problems(design).isEmpty());
    }

    private static @Nullable DataSettings data(Node node) {
        return node instanceof Server server ? server.data() : null;
    }

    private static @Nullable Topology changed(
            Topology topology, Server server, DataSettings data, DataStrategy strategy) {
        DataSettings next = data.with(DataSettings.STRATEGY, strategy)
                .with(DataSettings.ORDER, AsideOrder.UPDATE_THEN_DELETE)
                .with(DataSettings.LEASES, false);
        if (strategy == DataStrategy.WRITE_BACK) {
            return data.cache().isEmpty() ? null : backed(topology.with(server.with(Server.DATA, next)), server, data);
        }
        if (strategy.isThroughCache() || data.store() != null) {
            return topology.with(server.with(Server.DATA, next));
        }
        return direct(topology, server, next);
    }

    /** Every cache of the server has a store: its own, or else the server's. */
    private static @Nullable Topology backed(Topology topology, Server server, DataSettings data) {
        Topology changed = topology;
        for (String id : data.cache()) {
            if (!(changed.node(id).orElse(null) instanceof CacheNode cache)) {
                return null;
            }
            String store = data.store();
            if (cache.backing() == null) {
                if (store == null) {
                    return null;
                }
                changed = linked(changed.with(cache.with(CacheNode.STORE, store)), server.id(), store, id);
            } else if (store != null && !store.equals(cache.backing())) {
                return null;
            }
        }
        return changed;
    }

    /** The server reads and writes the store of its caches itself, which must be one. */
    private static @Nullable Topology direct(Topology topology, Server server, DataSettings next) {
        List<String> stores = next.cache().stream()
                .flatMap(id -> topology.node(id).stream())
                .flatMap(cache -> cache.keepers().stream())
                .distinct()
                .toList();
        if (stores.size() != 1) {
            return null;
        }
        String store = stores.getFirst();
        return linked(
                topology.with(server.with(Server.DATA, next.with(DataSettings.STORE, store))),
                next.cache().getFirst(),
                store,
                server.id());
    }

    /** With a link to the store that is as the one of somebody else, where there is none yet. */
    private static Topology linked(Topology topology, String like, String store, String from) {
        return topology.link(from, store).isPresent()
                ? topology
                : topology.with(topology.link(like, store)
                        .map(link -> link.between(from, store))
                        .orElseGet(() -> Link.of(from, store, Link.DEFAULT_LATENCY)));
    }
}
