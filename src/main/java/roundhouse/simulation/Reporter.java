package roundhouse.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.metrics.Latencies;
import roundhouse.metrics.Level;
import roundhouse.routing.Outcome;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;

/** Writes the report of a run as it stands. */
final class Reporter {
    private final Engine engine;
    private final Network network;

    Reporter(Engine engine, Network network) {
        this.engine = engine;
        this.network = network;
    }

    Report report(long seed) {
        Topology topology = network.topology();
        Map<String, Report.NodeReport> nodes = new LinkedHashMap<>();
        long[] picked = picked();
        for (NodeComponent node : network.nodes()) {
            nodes.put(node.id, nodeReport(node, picked[node.index]));
        }
        return new Report(
                topology.name(),
                seed,
                engine.kernel.now(),
                Durations.nanos(topology.warmUp()),
                engine.kernel.digest(),
                engine.kernel.events(),
                engine.totals.requests,
                engine.totals.attempts,
                engine.totals.unfinished(),
                engine.totals.outcomes.toMap(),
                latency(network.roundTrips()),
                nodes,
                engine.transcript.all());
    }

    /** For each node, the requests that its balancers picked it for or that clients sent it. */
    private long[] picked() {
        long[] picked = new long[network.nodes().length];
        for (LinkComponent link : network.links()) {
            picked[link.to.index] += link.from instanceof ClientsComponent ? link.departed : link.picked;
        }
        return picked;
    }

    private Report.NodeReport nodeReport(NodeComponent node, long picked) {
        long now = engine.kernel.now();
        NodeMetrics metrics = node.metrics;
        String kind = switch (node.node()) {
            case Node.Clients _ -> "clients";
            case Node.LoadBalancer _ -> "load-balancer";
            case Node.Server _ -> "server";
        };
        return new Report.NodeReport(
                kind,
                node instanceof ClientsComponent ? metrics.arrived : picked,
                metrics.outcomes.of(Outcome.OK),
                metrics.utilization(now),
                level(metrics.inFlight, now),
                level(metrics.queue, now),
                latency(metrics.waiting),
                latency(metrics.latency),
                metrics.outcomes.toMap(),
                metrics.little(now));
    }

    private static Report.Level level(Level level, long now) {
        return new Report.Level(level.mean(now), level.max());
    }

    private static Report.Latency latency(Latencies latencies) {
        long[] at = latencies.percentiles(50, 90, 95, 99, 99.9);
        return new Report.Latency(
                latencies.count(), latencies.mean(), at[0], at[1], at[2], at[3], at[4], latencies.max());
    }
}
