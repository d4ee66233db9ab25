package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.LittlesLaw;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.components.OutOfRotation;
import roundhouse.simulation.components.SessionFigures;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.expecting.Expectations;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.topology.Topology;

/** Writes the report of a run as it stands. */
public final class Reporter {
    private final RunContext context;
    private final Network network;
    private final RunSampler timeline;
    private final Expectations expectations;

    public Reporter(RunContext context, Network network, RunSampler timeline, Expectations expectations) {
        this.context = context;
        this.network = network;
        this.timeline = timeline;
        this.expectations = expectations;
    }

    public Report report(long seed) {
        Topology topology = network.topology();
        Map<Integer, Long> picked = picked();
        Map<String, Report.NodeReport> nodes = new LinkedHashMap<>();
        for (NodeComponent node : network.nodes()) {
            nodes.put(node.id, nodeReport(node, picked));
        }
        List<Report.RemovedNode> removed = new ArrayList<>();
        for (NodeComponent node : network.removedNodes()) {
            Report.NodeReport its = nodeReport(node, picked);
            if (its.picked() > 0 || node.metrics.arrived > 0 || its.downNanos() > 0) {
                removed.add(new Report.RemovedNode(node.id, node.removedAtNanos, its));
            }
        }
        return new Report(
                topology.name(),
                seed,
                context.kernel.nowNanos(),
                timeline.measuredFromNanos(),
                context.kernel.digest(),
                context.kernel.events(),
                context.totals.requests,
                context.totals.attempts,
                context.totals.unfinished(),
                context.totals.outcomes.toMap(),
                context.totals.sessionsLost,
                context.totals.sessionsMissed,
                timeline.isMeasured() ? Report.Latency.of(network.roundTrips()) : Report.Latency.NONE,
                nodes,
                removed,
                ZoneFigures.loads(network),
                expectations.verdicts(),
                ClosingLines.of(context, network),
                DataReport.of(context, network),
                CostReport.of(network, context.kernel.nowNanos(), context.totals.requests),
                GroupReport.of(network, context.kernel.nowNanos()));
    }

    /** For each node, by its number, the requests that its balancers picked it for, or that clients or servers sent it. */
    private Map<Integer, Long> picked() {
        Map<Integer, Long> picked = new LinkedHashMap<>();
        for (LinkComponent link : network.everyLink()) {
            picked.merge(link.to.number(), link.given(), Long::sum);
        }
        return picked;
    }

    private Report.NodeReport nodeReport(NodeComponent node, Map<Integer, Long> picked) {
        long untilNanos = node.measuredUntil(context.kernel.nowNanos());
        NodeMetrics metrics = node.metrics;
        boolean measured = timeline.isMeasured() && untilNanos > metrics.measuredFromNanos();
        Report.MeanAndMax none = new Report.MeanAndMax(Double.NaN, 0);
        return new Report.NodeReport(
                node.node().kind(),
                node.source() != null ? metrics.arrived : picked.getOrDefault(node.number(), 0L),
                metrics.outcomes.of(Outcome.OK),
                measured ? metrics.utilization(untilNanos) : Double.NaN,
                measured ? level(metrics.inFlight, untilNanos) : none,
                measured ? level(metrics.queue, untilNanos) : none,
                measured ? Report.Latency.of(metrics.waiting) : Report.Latency.NONE,
                measured ? Report.Latency.of(node.waitsSoFar()) : Report.Latency.NONE,
                measured ? Report.Latency.of(metrics.latency) : Report.Latency.NONE,
                metrics.outcomes.toMap(),
                measured ? metrics.little(untilNanos) : new LittlesLaw(0, 0, 0, 0, 0),
                measured ? (long) metrics.down.area(untilNanos) : 0,
                targets(node),
                ZoneFigures.of(node),
                sessions(node.sessions(), untilNanos),
                node.limits() == null ? null : node.limits().toMap(),
                CallReport.of(node, measured ? level(metrics.inCalls, untilNanos) : none),
                NamingReport.of(node),
                GuardReport.of(node.guard()));
    }

    /** Null where no health rules keep requests from targets. Those that were removed come last. */
    private @Nullable Map<String, TimeOutOfRotation> targets(NodeComponent node) {
        if (!node.judgesTargets()) {
            return null;
        }
        Map<String, TimeOutOfRotation> targets = new LinkedHashMap<>();
        targets(targets, node, Arrays.asList(network.links()));
        targets(targets, node, network.removedLinks());
        return targets;
    }

    private void targets(Map<String, TimeOutOfRotation> targets, NodeComponent node, List<LinkComponent> links) {
        for (LinkComponent link : links) {
            if (link.from.number() == node.number() && !link.link().isHeartbeat()) {
                OutOfRotation counted = link.outOfRotation();
                targets.merge(
                        link.to.id,
                        counted == null ? TimeOutOfRotation.NEVER : counted.total(context.kernel.nowNanos()),
                        TimeOutOfRotation::plus);
            }
        }
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
