package roundhouse.simulation.observing.expecting;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimitFigure;
import roundhouse.metrics.Latencies;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.naming.NamingFigure;
import roundhouse.naming.NamingFigures;
import roundhouse.routing.Outcome;
import roundhouse.scaling.GroupFigure;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.engine.ClientTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.guarding.Guard;
import roundhouse.simulation.network.GroupFigures;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.network.NetworkCost;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.DataFigure;
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

    /** Of a node that was removed what happened while it was there; one that was added again counts on from there. */
    FigureReading read() {
        long nowNanos = context.kernel.nowNanos();
        if (bound.node() == null) {
            return ofSystem(nowNanos);
        }
        if (network.stores().isThere(bound.node())) {
            return StoreReader.of(bound.figure(), network.stores().figures(bound.node()), nowNanos);
        }
        if (bound.figure() instanceof Figure.Group(GroupFigure figure)) {
            return GroupReader.read(figure, network.stacks().figures(bound.node()), nowNanos);
        }
        long together = together(nowNanos);
        return network.stacks().everNamed(bound.node()).stream()
                .map(id -> ofId(id, nowNanos))
                .reduce((one, other) -> one.with(other, together))
                .orElseThrow();
    }

    /** For how long there was any of those that the document has as one. */
    private long together(long nowNanos) {
        List<NodeComponent> all = everNamed();
        return all.stream()
                        .mapToLong(node -> node.measuredUntil(nowNanos))
                        .max()
                        .orElse(0)
                - all.stream().mapToLong(node -> node.addedAtNanos).min().orElse(0);
    }

    private List<NodeComponent> everNamed() {
        return bound.node() == null
                ? network.everySource()
                : network.stacks().everNamed(bound.node()).stream()
                        .flatMap(id -> network.everyNode(id).stream())
                        .toList();
    }

    private FigureReading ofId(String id, long nowNanos) {
        return network.everyNode(id).stream()
                .map(node -> ofNode(node, node.measuredUntil(nowNanos)))
                .reduce(FigureReading::plus)
                .orElse(new FigureReading(0, 0, 0, null));
    }

    private FigureReading ofNode(NodeComponent node, long untilNanos) {
        NodeMetrics of = node.metrics;
        long there = untilNanos - node.addedAtNanos;
        return switch (bound.figure()) {
            case Figure.Latency _ -> new FigureReading(there, 0, 0, of.latency.copy());
            case Figure.Wait _ -> new FigureReading(there, 0, 0, of.waiting.copy());
            case Figure.Queue _ -> new FigureReading(there, of.queue.area(untilNanos), 0, null);
            case Figure.InFlight _ -> new FigureReading(there, of.inFlight.area(untilNanos), 0, null);
            case Figure.Ended(Outcome outcome) ->
                new FigureReading(there, of.outcomes.of(outcome), of.outcomes.total(), null);
            case Figure.Requests _ -> new FigureReading(there, of.arrived, 0, null);
            case Figure.Throughput _ -> new FigureReading(there, of.outcomes.of(Outcome.OK), 0, null);
            case Figure.Cost _ -> new FigureReading(there, node.costUntil(untilNanos), of.arrived, null);
            case Figure.LostSessions _ -> new FigureReading(there, of.sessionsLost, remembers(node), null);
            case Figure.MissedSessions _ -> new FigureReading(there, of.sessionsMissed, remembers(node), null);
            case Figure.Utilization _ ->
                new FigureReading(there, of.busy.area(untilNanos), of.cores.area(untilNanos), null);
            case Figure.Data(DataFigure figure) -> DataReader.ofNode(figure, node, context.data, there);
            case Figure.DataLatency latency ->
                new FigureReading(there, 0, 0, context.data.latency(node.number(), latency.write()));
            case Figure.Naming(NamingFigure figure) -> ofName(figure, node.naming(), there);
            case Figure.Limiting(LimitFigure figure) -> ofLimits(figure, node.guard(), there);
            case Figure.StaleAge _, Figure.ReplicationLag _ ->
                throw new IllegalStateException(bound.figure().name() + " is no figure of a node");
            case Figure.Group _ -> throw new IllegalStateException("sizes are a figure of groups");
        };
    }

    private static FigureReading ofName(NamingFigure figure, @Nullable NamingFigures of, long thereNanos) {
        return of == null
                ? new FigureReading(thereNanos, 0, 0, null)
                : new FigureReading(thereNanos, figure.part(of), figure.whole(of), null);
    }

    private static FigureReading ofLimits(LimitFigure figure, @Nullable Guard of, long thereNanos) {
        return of == null
                ? new FigureReading(thereNanos, 0, 0, null)
                : new FigureReading(thereNanos, figure.part(of.figures()), figure.whole(of.figures()), null);
    }

    private FigureReading ofSystem(long nowNanos) {
        ClientTotals totals = context.totals;
        return switch (bound.figure()) {
            case Figure.Latency _ -> new FigureReading(nowNanos, 0, 0, network.roundTrips());
            case Figure.Ended(Outcome outcome) ->
                new FigureReading(nowNanos, totals.outcomes.of(outcome), totals.outcomes.total(), null);
            case Figure.Requests _ -> new FigureReading(nowNanos, totals.requests, 0, null);
            case Figure.Throughput _ -> new FigureReading(nowNanos, totals.outcomes.of(Outcome.OK), 0, null);
            case Figure.Cost _ ->
                new FigureReading(nowNanos, NetworkCost.total(network, nowNanos), totals.requests, null);
            case Figure.LostSessions _ -> new FigureReading(nowNanos, totals.sessionsLost, remembering(), null);
            case Figure.MissedSessions _ -> new FigureReading(nowNanos, totals.sessionsMissed, remembering(), null);
            case Figure.Data(DataFigure figure) -> DataReader.ofSystem(figure, context, nowNanos);
            case Figure.StaleAge _ -> new FigureReading(nowNanos, 0, 0, context.data.staleAges.copy());
            case Figure.DataLatency latency -> new FigureReading(nowNanos, 0, 0, context.data.latency(latency.write()));
            case Figure.Wait _,
                    Figure.Queue _,
                    Figure.InFlight _,
                    Figure.Utilization _,
                    Figure.Naming _,
                    Figure.Group _,
                    Figure.Limiting _,
                    Figure.ReplicationLag _ ->
                throw new IllegalStateException(bound.figure().name() + " is a figure of one node");
        };
    }

    /** How many servers remember sessions, or did until they were removed. */
    private long remembering() {
        long remembering = 0;
        for (NodeComponent node : network.everyNode()) {
            remembering += remembers(node);
        }
        return remembering;
    }

    private static int remembers(NodeComponent node) {
        return node.sessions() != null ? 1 : 0;
    }

    /** Whether its node, if it is about one, was there at all between two readings, or is. */
    boolean isOfSomething(FigureReading first, FigureReading last) {
        return bound.node() == null
                || network.stores().isThere(bound.node())
                || last.thereNanos() > first.thereNanos()
                || network.stacks().everNamed(bound.node()).stream().anyMatch(id -> network.node(id) != null);
    }

    /** The greatest value of one node since the levels and durations were last cut; 0 for figures that have none. */
    long peak() {
        if (bound.node() != null && network.stores().isThere(bound.node())) {
            return StoreReader.peakNanos(bound.figure(), network.stores().figures(bound.node()));
        }
        return switch (bound.figure()) {
            case Figure.Latency _ -> greatest(metrics -> metrics.latency.peakNanos());
            case Figure.Wait _ -> greatest(metrics -> metrics.waiting.peakNanos());
            case Figure.Queue _ -> greatest(metrics -> metrics.queue.peak());
            case Figure.InFlight _ -> greatest(metrics -> metrics.inFlight.peak());
            case Figure.Ended _,
                    Figure.Requests _,
                    Figure.Throughput _,
                    Figure.Cost _,
                    Figure.Utilization _,
                    Figure.LostSessions _,
                    Figure.Data _,
                    Figure.Naming _,
                    Figure.ReplicationLag _,
                    Figure.Limiting _,
                    Figure.MissedSessions _ -> 0;
            case Figure.Group _ ->
                network.stacks().figures(Objects.requireNonNull(bound.node())).peak();
            case Figure.StaleAge _ -> context.data.staleAges.peakNanos();
            case Figure.DataLatency latency -> dataPeak(latency.write());
        };
    }

    private long dataPeak(boolean write) {
        if (bound.node() == null) {
            return context.data.peakNanos(write);
        }
        return everNamed().stream()
                .map(node -> context.data.find(node.number()))
                .filter(Objects::nonNull)
                .mapToLong(tier -> tier.latency(write).peakNanos())
                .max()
                .orElse(0);
    }

    private long greatest(ToLongFunction<NodeMetrics> peak) {
        return everNamed().stream()
                .mapToLong(node -> peak.applyAsLong(node.metrics))
                .max()
                .orElse(0);
    }

    /**
     * The figure between two readings, in the unit of the expectation's amount; nothing when there was nothing to measure. Of a node
     * that came or went in between, while it was there.
     */
    OptionalDouble between(FigureReading first, FigureReading last, long peak) {
        double part = last.part() - first.part();
        double whole = last.whole() - first.whole();
        double seconds = (last.thereNanos() - first.thereNanos()) / SECOND;
        return switch (bound.figure()) {
            case Figure.Latency(Statistic statistic) -> duration(first, last, statistic, peak);
            case Figure.StaleAge(Statistic statistic) -> duration(first, last, statistic, peak);
            case Figure.ReplicationLag(Statistic statistic) -> duration(first, last, statistic, peak);
            case Figure.DataLatency latency -> duration(first, last, latency.statistic(), peak);
            case Figure.Data(DataFigure figure) -> DataReader.between(figure, first, last, bound.amount());
            case Figure.Wait(Statistic statistic) -> duration(first, last, statistic, peak);
            case Figure.Queue(Statistic statistic) -> level(statistic, part, seconds, peak);
            case Figure.InFlight(Statistic statistic) -> level(statistic, part, seconds, peak);
            case Figure.Ended _, Figure.Naming _, Figure.Limiting _ ->
                bound.amount() instanceof Amount.Share ? ratio(100 * part, whole) : OptionalDouble.of(part);
            case Figure.Group(GroupFigure figure) -> GroupReader.between(figure, part, seconds, peak);
            case Figure.Requests _ -> OptionalDouble.of(part);
            case Figure.LostSessions _, Figure.MissedSessions _ ->
                part == 0 && first.whole() == 0 && last.whole() == 0 ? OptionalDouble.empty() : OptionalDouble.of(part);
            case Figure.Throughput _ -> ratio(part, seconds);
            case Figure.Cost _ ->
                !isPriced()
                        ? OptionalDouble.empty()
                        : bound.amount() instanceof Amount.PerHour
                                ? ratio(3_600 * part, seconds)
                                : ratio(1e6 * part, whole);
            case Figure.Utilization _ -> ratio(100 * part, whole);
        };
    }

    private boolean isPriced() {
        return bound.node() == null
                ? NetworkCost.isPriced(network)
                : everNamed().stream().anyMatch(NodeComponent::isPriced);
    }

    private static OptionalDouble duration(FigureReading start, FigureReading last, Statistic statistic, long peak) {
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

    /**
     * The figure of waits with those of requests that wait still, as far as they have got; nothing where these are not longer than any
     * that ended, or it is no figure of waits. In truth it is no less.
     */
    OptionalDouble atLeast(FigureReading first) {
        if (!(bound.figure() instanceof Figure.Wait(Statistic statistic)) || bound.node() == null) {
            return OptionalDouble.empty();
        }
        long longestNanos = greatest(metrics -> metrics.waiting.maxNanos());
        Latencies soFar = network.everyNode(bound.node()).stream()
                .map(node -> node.waitsSoFar().copy())
                .reduce((one, other) -> {
                    one.add(other);
                    return one;
                })
                .orElse(null);
        return soFar == null || soFar.percentilesNanos(99)[0] <= longestNanos
                ? OptionalDouble.empty()
                : duration(first, new FigureReading(0, 0, 0, soFar), statistic, soFar.maxNanos());
    }

    private static OptionalDouble level(Statistic statistic, double area, double seconds, long peak) {
        return statistic == Statistic.MAX ? OptionalDouble.of((double) peak) : ratio(area / SECOND, seconds);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    /** Begins another part of the time for every {@link #peak} there is. */
    static void cut(RunContext context, Network network) {
        context.data.cut();
        network.stores().cut();
        network.stacks().everyGroup().forEach(GroupFigures::cutPeak);
        network.everyNode().forEach(node -> cut(node.metrics));
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
