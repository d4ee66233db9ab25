package roundhouse.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.simulation.observing.DataReport;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * A whole request behind 8 servers without data, and with a shared cache and a database, kept aside and read through, in one JVM in turn:
 * nanoseconds of processor time a request, the median of many batches of 100,000, and how many times the first's that is.
 */
public final class DataSideBySide {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final int SERVERS = 8;
    private static final double RATE = SERVERS * 4 * 0.7 / 0.004;

    private DataSideBySide() {}

    /** @param arguments how many of the 10,000 keys the cache holds; 1,000 when nothing is said */
    public static void main(String[] arguments) {
        int capacity = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        List<DataStrategy> strategies = List.of(DataStrategy.CACHE_ASIDE, DataStrategy.READ_THROUGH);
        List<Run> runs = new ArrayList<>(List.of(Run.of(without())));
        strategies.forEach(strategy -> runs.add(Run.of(with(strategy, capacity))));
        long perBatch = (long) (RequestBenchmark.REQUESTS / RATE * 1e9);
        double[][] nanos = new double[runs.size()][ROUNDS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                long before = threads.getCurrentThreadCpuTime();
                run.runUntil(run.nowNanos() + perBatch);
                if (round >= 0) {
                    nanos[i][round] = (threads.getCurrentThreadCpuTime() - before) / (double) RequestBenchmark.REQUESTS;
                }
            }
        }
        for (double[] each : nanos) {
            Arrays.sort(each);
        }
        for (int i = 0; i < runs.size(); i++) {
            double median = nanos[i][ROUNDS / 2];
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %7.1f ns/request %5.2f times%s%n",
                    i == 0 ? "without" : strategies.get(i - 1).key(),
                    median,
                    median / nanos[0][ROUNDS / 2],
                    hits(runs.get(i)));
        }
    }

    private static String hits(Run run) {
        DataReport data = run.report().data();
        return data == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.1f %% hits",
                        100 * data.caches().get("cache").hitRatio());
    }

    private static Topology without() {
        return topology(new ArrayList<>(), new ArrayList<>(), Server.of("s", new Distribution.Fixed(Duration.ZERO)));
    }

    private static Topology with(DataStrategy strategy, int capacity) {
        List<Node> keepers = new ArrayList<>(List.of(
                CacheNode.of("cache", CacheSettings.of(capacity)),
                Database.of("db", new Distribution.Exponential(Duration.ofMillis(4)))
                        .with(Database.CORES, 64)));
        DataSettings data = DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, strategy)
                .with(DataSettings.CACHE, List.of("cache"));
        List<Link> links = new ArrayList<>();
        Distribution latency = new Distribution.Fixed(Duration.ofNanos(200_000));
        for (int i = 0; i < SERVERS; i++) {
            links.add(Link.of("s" + i, "cache", latency));
            if (strategy == DataStrategy.CACHE_ASIDE) {
                links.add(Link.of("s" + i, "db", latency));
            }
        }
        if (strategy == DataStrategy.CACHE_ASIDE) {
            data = data.with(DataSettings.STORE, "db");
        } else {
            keepers.set(0, CacheNode.of("cache", CacheSettings.of(capacity)).with(CacheNode.STORE, "db"));
            links.add(Link.of("cache", "db", latency));
        }
        Server server = Server.of("s", new Distribution.Fixed(Duration.ZERO)).with(Server.DATA, data);
        return topology(keepers, links, server);
    }

    private static Topology topology(List<Node> keepers, List<Link> others, Server like) {
        List<Node> nodes = new ArrayList<>(keepers);
        List<Link> links = new ArrayList<>(others);
        nodes.add(Clients.of("users", new Arrivals.Poisson(RATE))
                .with(Clients.USERS, 10_000)
                .with(Clients.KEYS, new KeyDistribution.Zipf(10_000, 0.99))
                .with(Clients.READS, 0.95)
                .with(Clients.TIMEOUT, Duration.ofSeconds(1)));
        nodes.add(LoadBalancer.of("lb").with(LoadBalancer.CORES, 1).with(LoadBalancer.COST, Duration.ZERO));
        links.add(Link.of("users", "lb", new Distribution.Fixed(Duration.ofMillis(1))));
        for (int i = 0; i < SERVERS; i++) {
            nodes.add(Server.of("s" + i, new Distribution.Exponential(Duration.ofMillis(4)))
                    .with(Server.CORES, 4)
                    .with(Server.DATA, like.data()));
            links.add(Link.of("lb", "s" + i, new Distribution.Fixed(Duration.ofNanos(500_000))));
        }
        return new Topology(
                "benchmark",
                "",
                42,
                Topology.DEFAULT_DURATION,
                Duration.ZERO,
                Map.of(),
                nodes,
                List.of(),
                links,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
