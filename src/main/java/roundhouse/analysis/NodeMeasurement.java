package roundhouse.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.simulation.CommandLog;
import roundhouse.simulation.LookingBack;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.topology.Topology;

/**
 * Runs a run again and measures one node of it since the warm-up, second by second, to say how sure its means are: a second's values
 * are the series that {@link BatchMeans} batches. A percentile is that of all; how sure it is comes from those of the seconds.
 */
public final class NodeMeasurement implements LookingBack {
    private static final long SECOND = 1_000_000_000;

    private final String id;
    private final long fromNanos;
    private final long untilNanos;
    private final Replay replay;
    private final Frame frame = new Frame();
    private final Map<Quantity, BatchMeans> seconds = new EnumMap<>(Quantity.class);
    private @Nullable Totals before;
    private long nextNanos;

    /** Areas and sums since the warm-up, whose differences are those of a second. */
    private record Totals(double latencySeconds, long latencies, double inFlight, double queue) {
        static Totals of(NodeReport node, double seconds) {
            return new Totals(
                    node.latency().meanNanos() * node.latency().count() / 1e9,
                    node.latency().count(),
                    node.inFlight().mean() * seconds,
                    node.queue().mean() * seconds);
        }
    }

    /**
     * What was measured.
     *
     * @param samples requests whose latency counts
     * @param fromNanos the end of the warm-up, simulated nanoseconds
     */
    public record Result(Map<Quantity, Measured> figures, long samples, long fromNanos, long untilNanos) {}

    /**
     * @param log what was done to it, oldest first
     * @param untilNanos up to when, simulated nanoseconds
     */
    public NodeMeasurement(Topology start, List<Run.Entry> log, String id, long untilNanos) {
        this.id = id;
        this.untilNanos = Math.min(untilNanos, CommandLog.goodUntilNanos(log));
        fromNanos = Math.min(start.warmUp().toNanos(), this.untilNanos);
        nextNanos = fromNanos;
        replay = new Replay(start, log);
        for (Quantity quantity : Quantity.values()) {
            seconds.put(quantity, new BatchMeans());
        }
    }

    @Override
    public boolean advance(long nanos) {
        long toNanos = Math.min(untilNanos, nowNanos() + nanos);
        while (nextNanos <= toNanos) {
            replay.runUntil(nextNanos);
            second();
            nextNanos += SECOND;
        }
        replay.runUntil(toNanos);
        return toNanos >= untilNanos;
    }

    @Override
    public long nowNanos() {
        return replay.nowNanos();
    }

    private void second() {
        Run run = replay.run();
        run.observe(frame);
        int node = IntStream.range(0, frame.topology.nodes().size())
                .filter(i -> frame.topology.nodes().get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
        NodeReport report = run.report().nodes().get(id);
        if (node < 0 || report == null) {
            before = null;
            return;
        }
        double measured = (run.nowNanos() - fromNanos) / 1e9;
        Totals now = measured == 0 ? new Totals(0, 0, 0, 0) : Totals.of(report, measured);
        if (before != null) {
            add(Quantity.RATE, frame.rate[node]);
            add(Quantity.UTILISATION, frame.utilization[node]);
            add(Quantity.IN_FLIGHT, now.inFlight - before.inFlight);
            add(Quantity.QUEUE, now.queue - before.queue);
            if (now.latencies > before.latencies) {
                add(
                        Quantity.MEAN_LATENCY,
                        (now.latencySeconds - before.latencySeconds) / (now.latencies - before.latencies));
                add(Quantity.P50_LATENCY, frame.p50Nanos[node] / 1e9);
                add(Quantity.P99_LATENCY, frame.p99Nanos[node] / 1e9);
            }
        }
        before = now;
    }

    private void add(Quantity quantity, double value) {
        of(quantity).add(value);
    }

    private BatchMeans of(Quantity quantity) {
        return Objects.requireNonNull(seconds.get(quantity));
    }

    /** What is known so far. */
    public Result result() {
        Report report = replay.run().report();
        NodeReport node = report.nodes().get(id);
        Map<Quantity, Measured> figures = new EnumMap<>(Quantity.class);
        if (node == null || nowNanos() <= fromNanos) {
            return new Result(figures, 0, fromNanos, nowNanos());
        }
        Report.Latency latency = node.latency();
        figure(
                figures,
                Quantity.RATE,
                of(Quantity.RATE).count() == 0 ? Double.NaN : of(Quantity.RATE).mean());
        figure(figures, Quantity.UTILISATION, node.utilization());
        figure(figures, Quantity.IN_FLIGHT, node.inFlight().mean());
        figure(figures, Quantity.QUEUE, node.queue().mean());
        boolean any = latency.count() > 0;
        figure(figures, Quantity.MEAN_LATENCY, any ? latency.meanNanos() / 1e9 : Double.NaN);
        figure(figures, Quantity.P50_LATENCY, any ? latency.p50Nanos() / 1e9 : Double.NaN);
        figure(figures, Quantity.P99_LATENCY, any ? latency.p99Nanos() / 1e9 : Double.NaN);
        return new Result(figures, latency.count(), fromNanos, nowNanos());
    }

    private void figure(Map<Quantity, Measured> figures, Quantity quantity, double value) {
        figures.put(quantity, Measured.of(value, of(quantity)));
    }
}
