package roundhouse.analysis.caching;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.parts.Distribution;

/**
 * How long a cache's fetch takes where nobody waits.
 *
 * @param seconds not a number where it is not always the same
 * @param unknown why it is not, in words that follow "because"; empty where it is
 */
record FetchTime(double seconds, String unknown) {
    private static FetchTime not(String why) {
        return new FetchTime(Double.NaN, why);
    }

    /** Of the cache of a node. */
    static FetchTime of(Topology topology, Node node) {
        return switch (node) {
            case Server server -> ofServer(topology, server);
            case CacheNode cache -> ofCache(topology, cache);
            case Database database -> read(database);
            default -> not("how long its fetches take depends on all that is behind it");
        };
    }

    private static FetchTime ofServer(Topology topology, Server server) {
        DataSettings data = server.data();
        if (data == null) {
            return not("it has no data of its own to fetch");
        }
        if (!data.cache().isEmpty()) {
            return not("what it fetches can be in the cache " + data.cache().getFirst() + ", and comes sooner then");
        }
        return from(topology, server.id(), data.store());
    }

    private static FetchTime ofCache(Topology topology, CacheNode cache) {
        List<Server> askers = new Upstream(topology, cache).askers();
        for (Server server : askers) {
            DataSettings data = server.data();
            if (data != null && !data.cachesDoIt()) {
                return not(server.id() + " fills it, with what it reads itself");
            }
        }
        return from(topology, cache.id(), cache.backing());
    }

    private static FetchTime from(Topology topology, String id, @Nullable String store) {
        if (store == null || !(topology.node(store).orElse(null) instanceof Database database)) {
            return not("it has no store of its own");
        }
        if (database.cache() != null) {
            return not("reads of " + store + " take less where its own cache has them");
        }
        FetchTime read = read(database);
        for (Link link : topology.links()) {
            if (link.from().equals(id) && link.to().equals(store)) {
                return link.latency() instanceof Distribution.Fixed(Duration value)
                        ? new FetchTime(read.seconds + 2 * seconds(value), read.unknown)
                        : not("the way to " + store + " is not always equally long");
            }
        }
        return not("no link leads to " + store);
    }

    private static FetchTime read(Database database) {
        return database.read() instanceof Distribution.Fixed(Duration value)
                ? new FetchTime(seconds(value), "")
                : not("reads of " + database.id() + " do not always take equally long");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
