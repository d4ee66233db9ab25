package roundhouse.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Place;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * A whole request: Poisson clients with a Zipf key, a link, a layer-7 balancer, a link, a server of four cores with a queue at 70 %
 * utilisation, the replies, a timeout that is cancelled; all metrics and the digest on. The score is nanoseconds a request on one
 * core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 1)
public class RequestBenchmark {
    static final int REQUESTS = 100_000;

    @Param({"8", "100", "1000"})
    int servers;

    @Param({
        "ROUND_ROBIN",
        "WEIGHTED_ROUND_ROBIN",
        "LEAST_CONNECTIONS",
        "LEAST_RESPONSE_TIME",
        "IP_HASH",
        "GEOGRAPHIC",
        "RANDOM",
        "POWER_OF_TWO"
    })
    Algorithm algorithm;

    /** Processor time of the balancer for a request: 0, or what the file format takes where nothing is said. */
    @Param({"0"})
    long costNanos;

    private Run run;
    private long perBatch;

    /** Ready to run, without JMH. */
    public static RequestBenchmark roundRobin(int servers) {
        RequestBenchmark benchmark = new RequestBenchmark();
        benchmark.algorithm = Algorithm.ROUND_ROBIN;
        benchmark.servers = servers;
        benchmark.start();
        return benchmark;
    }

    @Setup
    public void start() {
        double rate = servers * 4 * 0.7 / 0.004;
        run = Run.of(topology(rate));
        perBatch = (long) (REQUESTS / rate * 1e9);
        // Into the steady state.
        run.runUntil(Math.max(5 * perBatch, 500_000_000L));
    }

    private Topology topology(double rate) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        nodes.add(Clients.of("users", new Arrivals.Poisson(rate))
                .with(Clients.USERS, 10_000)
                .with(Clients.REGIONS, Map.of("eu", 1.0, "us", 1.0))
                .with(Clients.KEYS, new KeyDistribution.Zipf(10_000, 0.9))
                .with(Clients.READS, 0.9)
                .with(Clients.TIMEOUT, Duration.ofSeconds(1)));
        nodes.add(LoadBalancer.of("lb")
                .with(LoadBalancer.ALGORITHM, Balancing.of(algorithm))
                .with(LoadBalancer.CORES, costNanos == 0 ? 1 : (int) Math.ceil(rate * costNanos / 0.7e9))
                .with(LoadBalancer.COST, Duration.ofNanos(costNanos)));
        links.add(Link.of("users", "lb", new Distribution.Fixed(Duration.ofMillis(1))));
        for (int i = 0; i < servers; i++) {
            String region = i % 2 == 0 ? "eu" : "us";
            nodes.add(Server.of("s" + i, new Distribution.Exponential(Duration.ofMillis(4)))
                    .with(Server.CORES, 4)
                    .with(Server.REGION, region));
            links.add(Link.of("lb", "s" + i, new Distribution.Fixed(Duration.ofNanos(500_000))));
        }
        return new Topology(
                "benchmark",
                "",
                42,
                Topology.DEFAULT_DURATION,
                Duration.ZERO,
                Map.of("eu", new Place(50, 8), "us", new Place(39, -77)),
                nodes,
                List.of(),
                links,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** As much simulated time as brings 100,000 requests on average. */
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public long request() {
        run.runUntil(run.nowNanos() + perBatch);
        return run.digest();
    }
}
