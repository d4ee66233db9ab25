package roundhouse.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Outcome;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Health;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;

/** Writes the report of a run as it stands. */
final class Reporter {
    private final RunContext engine;
    private final Network network;
    private final Expectations expectations;

    Reporter(RunContext engine, Network network, Expectations expectations) {
        this.engine = engine;
        this.network = network;
        this.expectations = expectations;
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
                DurationSampler.nanos(topology.warmUp()),
                engine.kernel.digest(),
                engine.kernel.events(),
                engine.totals.requests,
                engine.totals.attempts,
                engine.totals.unfinished(),
                engine.totals.outcomes.toMap(),
                engine.totals.sessionsLost,
                engine.totals.sessionsMissed,
                Report.Latency.of(network.roundTrips()),
                nodes,
                network.givenToRemoved(),
                expectations.verdicts(),
                List.copyOf(engine.takeovers),
                engine.transcript.closed(network));
    }

    /** For each node, the requests that its balancers picked it for, or that clients or servers sent it. */
    private long[] picked() {
        long[] picked = new long[network.nodes().length];
        for (LinkComponent link : network.links()) {
            picked[link.to.index] += link.given();
        }
        return picked;
    }

    private Report.NodeReport nodeReport(NodeComponent node, long picked) {
        long now = engine.kernel.now();
        NodeMetrics metrics = node.metrics;
        String kind = switch (node.node()) {
            case Clients _ -> "clients";
            case LoadBalancer _ -> "load-balancer";
            case Server _ -> "server";
        };
        return new Report.NodeReport(
                kind,
                node instanceof ClientsComponent ? metrics.arrived : picked,
                metrics.outcomes.of(Outcome.OK),
                metrics.utilization(now),
                level(metrics.inFlight, now),
                level(metrics.queue, now),
                Report.Latency.of(metrics.waiting),
                Report.Latency.of(metrics.latency),
                metrics.outcomes.toMap(),
                metrics.little(now),
                (long) metrics.down.area(now),
                targets(node, now),
                node instanceof ServerComponent server ? sessions(server.sessions(), now) : null);
    }

    /** Null for what is no load balancer with health rules. */
    private @Nullable Map<String, Report.Absence> targets(NodeComponent node, long now) {
        if (!(node.node() instanceof LoadBalancer balancer) || balancer.health().equals(Health.NONE)) {
            return null;
        }
        Map<String, Report.Absence> targets = new LinkedHashMap<>();
        for (LinkComponent link : network.links()) {
            if (link.from.index == node.index && !link.link().isHeartbeat()) {
                OutOfRotation absence = link.absence();
                targets.put(link.to.id, absence == null ? Report.Absence.NEVER : absence.report(now));
            }
        }
        return targets;
    }

    private static Report.@Nullable Sessions sessions(@Nullable SessionTable sessions, long now) {
        return sessions == null
                ? null
                : new Report.Sessions(sessions.held(now), sessions.lost, sessions.missed, sessions.bytes(now));
    }

    private static Report.Level level(TimeWeightedGauge level, long now) {
        return new Report.Level(level.mean(now), level.max());
    }
}
