package roundhouse.simulation.observing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.components.OutOfRotation;
import roundhouse.simulation.components.SessionFigures;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.expecting.Expectations;
import roundhouse.topology.Topology;

/** Writes the report of a run as it stands. */
public final class Reporter {
    private final RunContext context;
    private final Network network;
    private final Expectations expectations;

    public Reporter(RunContext context, Network network, Expectations expectations) {
        this.context = context;
        this.network = network;
        this.expectations = expectations;
    }

    public Report report(long seed) {
        Topology topology = network.topology();
        Map<String, Report.NodeReport> nodes = new LinkedHashMap<>();
        long[] picked = picked();
        for (NodeComponent node : network.nodes()) {
            nodes.put(node.id, nodeReport(node, picked[node.index]));
        }
        return new Report(
                topology.name(),
                seed,
                context.kernel.nowNanos(),
                DurationSampler.nanos(topology.warmUp()),
                context.kernel.digest(),
                context.kernel.events(),
                context.totals.requests,
                context.totals.attempts,
                context.totals.unfinished(),
                context.totals.outcomes.toMap(),
                context.totals.sessionsLost,
                context.totals.sessionsMissed,
                Report.Latency.of(network.roundTrips()),
                nodes,
                network.givenToRemoved(),
                expectations.verdicts(),
                ClosingLines.of(context, network));
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
        long nowNanos = context.kernel.nowNanos();
        NodeMetrics metrics = node.metrics;
        return new Report.NodeReport(
                node.node().kind(),
                node.source() != null ? metrics.arrived : picked,
                metrics.outcomes.of(Outcome.OK),
                metrics.utilization(nowNanos),
                level(metrics.inFlight, nowNanos),
                level(metrics.queue, nowNanos),
                Report.Latency.of(metrics.waiting),
                Report.Latency.of(node.waitsSoFar()),
                Report.Latency.of(metrics.latency),
                metrics.outcomes.toMap(),
                metrics.little(nowNanos),
                (long) metrics.down.area(nowNanos),
                targets(node, nowNanos),
                sessions(node.sessions(), nowNanos));
    }

    /** Null where no health rules keep requests from targets. */
    private @Nullable Map<String, TimeOutOfRotation> targets(NodeComponent node, long nowNanos) {
        if (!node.judgesTargets()) {
            return null;
        }
        Map<String, TimeOutOfRotation> targets = new LinkedHashMap<>();
        for (LinkComponent link : network.links()) {
            if (link.from.index == node.index && !link.link().isHeartbeat()) {
                OutOfRotation counted = link.outOfRotation();
                targets.put(link.to.id, counted == null ? TimeOutOfRotation.NEVER : counted.total(nowNanos));
            }
        }
        return targets;
    }

    private static Report.@Nullable Sessions sessions(@Nullable SessionFigures sessions, long nowNanos) {
        return sessions == null
                ? null
                : new Report.Sessions(
                        sessions.held(nowNanos), sessions.lost(), sessions.missed(), sessions.bytes(nowNanos));
    }

    private static Report.MeanAndMax level(TimeWeightedGauge level, long nowNanos) {
        return new Report.MeanAndMax(level.mean(nowNanos), level.max());
    }
}
