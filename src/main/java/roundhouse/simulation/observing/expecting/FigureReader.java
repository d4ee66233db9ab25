package roundhouse.simulation.observing.expecting;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.engine.ClientTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;

/**
 * Reads the figure of one expectation off the running system. What is read are running totals, so that the figure of a part of the
 * run is the difference of two readings and nothing has to be counted twice while it runs.
 */
final class FigureReader {
    private static final double SECOND = 1e9;

    private final RunContext context;
    private final Network network;
    private final Expectation.Bound bound;

    FigureReader(RunContext context, Network network, Expectation.Bound bound) {
        this.context = context;
        this.network = network;
        this.bound = bound;
    }

    /**
     * Totals at one moment.
     *
     * @param node whose; null for those of the system, and while the node is not there
     * @param part what is counted: requests, or the area under a level
     * @param whole what it is compared with: all requests that ended, the cores' area, servers that remember sessions
     * @param durations what was recorded so far, for figures of durations
     */
    record Reading(
            long timeNanos,
            @Nullable NodeComponent node,
            double part,
            double whole,
            @Nullable Latencies durations) {}

    Reading read() {
        long nowNanos = context.kernel.nowNanos();
        NodeComponent node = node();
        if (node == null) {
            return bound.node() == null ? ofSystem(nowNanos) : new Reading(nowNanos, null, 0, 0, null);
        }
        NodeMetrics of = node.metrics;
        return switch (bound.figure()) {
            case Figure.Latency _ -> new Reading(nowNanos, node, 0, 0, of.latency.copy());
            case Figure.Wait _ -> new Reading(nowNanos, node, 0, 0, of.waiting.copy());
            case Figure.Queue _ -> new Reading(nowNanos, node, of.queue.area(nowNanos), 0, null);
            case Figure.InFlight _ -> new Reading(nowNanos, node, of.inFlight.area(nowNanos), 0, null);
            case Figure.Ended(Outcome outcome) ->
                new Reading(nowNanos, node, of.outcomes.of(outcome), of.outcomes.total(), null);
            case Figure.Requests _ -> new Reading(nowNanos, node, of.arrived, 0, null);
            case Figure.Throughput _ -> new Reading(nowNanos, node, of.outcomes.of(Outcome.OK), 0, null);
            case Figure.LostSessions _ -> new Reading(nowNanos, node, of.sessionsLost, remembers(node), null);
            case Figure.MissedSessions _ -> new Reading(nowNanos, node, of.sessionsMissed, remembers(node), null);
            case Figure.Utilization _ ->
                new Reading(nowNanos, node, of.busy.area(nowNanos), of.cores.area(nowNanos), null);
        };
    }

    private Reading ofSystem(long nowNanos) {
        ClientTotals totals = context.totals;
        return switch (bound.figure()) {
            case Figure.Latency _ -> new Reading(nowNanos, null, 0, 0, network.roundTrips());
            case Figure.Ended(Outcome outcome) ->
                new Reading(nowNanos, null, totals.outcomes.of(outcome), totals.outcomes.total(), null);
            case Figure.Requests _ -> new Reading(nowNanos, null, totals.requests, 0, null);
            case Figure.Throughput _ -> new Reading(nowNanos, null, totals.outcomes.of(Outcome.OK), 0, null);
            case Figure.LostSessions _ -> new Reading(nowNanos, null, totals.sessionsLost, remembering(), null);
            case Figure.MissedSessions _ -> new Reading(nowNanos, null, totals.sessionsMissed, remembering(), null);
            case Figure.Wait _, Figure.Queue _, Figure.InFlight _, Figure.Utilization _ ->
                throw new IllegalStateException(bound.figure().name() + " is a figure of one node");
        };
    }

    /** How many servers remember sessions. */
    private long remembering() {
        long remembering = 0;
        for (NodeComponent node : network.nodes()) {
            remembering += remembers(node);
        }
        return remembering;
    }

    private static int remembers(NodeComponent node) {
        return node.sessions() != null ? 1 : 0;
    }

    private @Nullable NodeComponent node() {
        return bound.node() == null ? null : network.node(bound.node());
    }

    /** Whether a reading is of something: its node was there. */
    boolean isOfSomething(Reading reading) {
        return bound.node() == null || reading.node() != null;
    }

    /** The greatest value since the levels and durations were last cut; 0 for figures that have none. */
    long peak() {
        NodeComponent node = node();
        return switch (bound.figure()) {
            case Figure.Latency _ -> node == null ? longestNanos() : node.metrics.latency.peakNanos();
            case Figure.Wait _ -> of(node, metrics -> metrics.waiting.peakNanos());
            case Figure.Queue _ -> of(node, metrics -> metrics.queue.peak());
            case Figure.InFlight _ -> of(node, metrics -> metrics.inFlight.peak());
            case Figure.Ended _,
                    Figure.Requests _,
                    Figure.Throughput _,
                    Figure.Utilization _,
                    Figure.LostSessions _,
                    Figure.MissedSessions _ -> 0;
        };
    }

    private long longestNanos() {
        return bound.node() != null
                ? 0
                : network.everySource().stream()
                        .mapToLong(source -> source.metrics.latency.peakNanos())
                        .max()
                        .orElse(0);
    }

    private static long of(@Nullable NodeComponent node, ToLongFunction<NodeMetrics> peak) {
        return node == null ? 0 : peak.applyAsLong(node.metrics);
    }

    /**
     * The figure between two readings, in the unit of the expectation's amount; nothing when there was nothing to measure. Of a node
     * that came or was replaced in between, since then.
     */
    OptionalDouble between(Reading first, Reading last, long peak) {
        NodeComponent node = last.node();
        Reading start = node == null || node.equals(first.node())
                ? first
                : new Reading(node.metrics.measuredFromNanos(), node, 0, 0, null);
        double part = last.part() - start.part();
        double whole = last.whole() - start.whole();
        double seconds = (last.timeNanos() - start.timeNanos()) / SECOND;
        return switch (bound.figure()) {
            case Figure.Latency(Statistic statistic) -> duration(start, last, statistic, peak);
            case Figure.Wait(Statistic statistic) -> duration(start, last, statistic, peak);
            case Figure.Queue(Statistic statistic) -> level(statistic, part, seconds, peak);
            case Figure.InFlight(Statistic statistic) -> level(statistic, part, seconds, peak);
            case Figure.Ended _ ->
                bound.amount() instanceof Amount.Share ? ratio(100 * part, whole) : OptionalDouble.of(part);
            case Figure.Requests _ -> OptionalDouble.of(part);
            case Figure.LostSessions _, Figure.MissedSessions _ ->
                part == 0 && start.whole() == 0 && last.whole() == 0 ? OptionalDouble.empty() : OptionalDouble.of(part);
            case Figure.Throughput _ -> ratio(part, seconds);
            case Figure.Utilization _ -> ratio(100 * part, whole);
        };
    }

    private static OptionalDouble duration(Reading start, Reading last, Statistic statistic, long peak) {
        Latencies all = Objects.requireNonNull(last.durations());
        Latencies since = start.durations() == null ? all : all.since(start.durations(), peak);
        if (since.count() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (statistic) {
                    case MEAN -> since.meanNanos();
                    case MAX -> since.maxNanos();
                    case P50, P90, P95, P99, P999 -> since.percentilesNanos(statistic.percent())[0];
                });
    }

    private static OptionalDouble level(Statistic statistic, double area, double seconds, long peak) {
        return statistic == Statistic.MAX ? OptionalDouble.of((double) peak) : ratio(area / SECOND, seconds);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    /** Begins another part of the time for every {@link #peak} there is. */
    static void cut(Network network) {
        for (NodeComponent node : network.nodes()) {
            cut(node.metrics);
        }
        network.everySource().forEach(source -> source.metrics.latency.cut());
    }

    private static void cut(NodeMetrics metrics) {
        for (TimeWeightedGauge level : new TimeWeightedGauge[] {metrics.inFlight, metrics.queue}) {
            level.cut();
        }
        for (Latencies durations : new Latencies[] {metrics.latency, metrics.waiting}) {
            durations.cut();
        }
    }
}
