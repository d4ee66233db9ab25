package roundhouse.simulation.caching;

import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.traces.KeyTrace;
import roundhouse.caching.traces.KeyTraceReader;
import roundhouse.caching.traces.TraceLineException;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;

/** Clients, a server, a cache and a database, with latencies of 0 unless a test says otherwise. */
final class DataSystems {
    private DataSystems() {}

    static Clients users(double rate, KeyDistribution keys, double reads) {
        return Clients.of("users", new Arrivals.Poisson(rate))
                .with(Clients.KEYS, keys)
                .with(Clients.READS, reads);
    }

    /** Users that send just these, each a line {@code ms key size r|w}. */
    static Clients script(String... lines) {
        try {
            KeyTrace trace = KeyTraceReader.read(new BufferedReader(new StringReader(String.join("\n", lines))), null);
            return Clients.of("users", new Arrivals.Recorded())
                    .with(Clients.KEYS, new KeyDistribution.FromFile("script", RecordedKeys.of("script", trace)));
        } catch (IOException | TraceLineException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static DataSettings data(DataStrategy strategy, @Nullable String store, String... caches) {
        return DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, strategy)
                .with(DataSettings.STORE, store)
                .with(DataSettings.CACHE, List.of(caches));
    }

    static Server web(DataSettings data) {
        return server("web", 64, fixed(0)).with(Server.DATA, data);
    }

    static Database db(Distribution read, Distribution write) {
        return Database.of("db", read).with(Database.WRITE, write).with(Database.CORES, 64);
    }

    /** With links of those latencies to what the server and the caches have their data at. */
    static Topology of(long seed, Distribution latency, Clients users, Server web, Node... keepers) {
        List<Node> nodes = new ArrayList<>(List.of(users, web));
        List<Link> links = new ArrayList<>(List.of(link("users", web.id())));
        for (Node keeper : keepers) {
            nodes.add(keeper);
        }
        for (Node node : nodes) {
            node.keepers().forEach(keeper -> links.add(link(node.id(), keeper, latency)));
        }
        return system(seed, nodes, links);
    }

    /** A server with a cache of its own, whose store takes 1 ms to read and 2 ms to write. */
    static Topology own(CacheSettings settings, String... script) {
        return DataSystems.of(
                1,
                fixed(0),
                script(script),
                web(data(DataStrategy.WRITE_AROUND, "db")).with(Server.CACHE, settings),
                db(fixed(1_000), fixed(2_000)));
    }

    static CacheNode cache(CacheSettings settings) {
        return CacheNode.of("cache", settings);
    }

    static DataReport data(Report report) {
        return Objects.requireNonNull(report.data());
    }

    static DataReport.Caches caches(Report report, String id) {
        return Objects.requireNonNull(data(report).caches().get(id));
    }
}
