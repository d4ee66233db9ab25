package roundhouse.simulation.scaling;

import java.util.OptionalLong;
import roundhouse.scaling.Pod;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.topology.nodes.groups.ScalingMetric;

/** A server of a group: how far it has come, and what was measured of it since a mark. */
final class GroupServer {
    private static final double MILLI = 1_000;

    final NodeComponent node;
    /** When it takes requests, or has begun to. */
    final long readyAtNanos;
    /** Until when it may finish what it has; {@link Long#MAX_VALUE} while it is wanted. */
    long drainsUntilNanos = Long.MAX_VALUE;

    boolean ready;
    private long markNanos;
    private double busyThen;
    private double queuedThen;
    private long arrivedThen;

    GroupServer(NodeComponent node, long readyAtNanos) {
        this.node = node;
        this.readyAtNanos = readyAtNanos;
    }

    boolean isLeaving() {
        return drainsUntilNanos != Long.MAX_VALUE;
    }

    /** Measures from now on. */
    void mark(long nowNanos) {
        NodeMetrics metrics = node.metrics;
        markNanos = nowNanos;
        busyThen = metrics.busyEver(nowNanos);
        queuedThen = metrics.queuedEver(nowNanos);
        arrivedThen = metrics.arrived;
    }

    /** Whether it can be measured: it is ready, and has been for a moment. */
    boolean isMeasured(long nowNanos) {
        return ready && nowNanos > markNanos;
    }

    /** Busy cores, requests a second or waiting requests since the mark; only of one that is measured. */
    double mean(ScalingMetric metric, long nowNanos) {
        double nanos = nowNanos - markNanos;
        NodeMetrics metrics = node.metrics;
        return switch (metric) {
            case UTILIZATION -> (metrics.busyEver(nowNanos) - busyThen) / nanos;
            case REQUESTS -> (metrics.arrived - arrivedThen) * 1e9 / nanos;
            case QUEUE -> (metrics.queuedEver(nowNanos) - queuedThen) / nanos;
        };
    }

    /**
     * As Kubernetes' autoscaler sees it, in thousandths.
     *
     * @param request cores it is taken to need
     * @param windowNanos how far back a whole measurement goes
     */
    Pod pod(ScalingMetric metric, double request, long windowNanos, long nowNanos) {
        return new Pod(
                isMeasured(nowNanos) ? OptionalLong.of((long) (mean(metric, nowNanos) * MILLI)) : OptionalLong.empty(),
                Math.max(1, Math.round(request * MILLI)),
                ready ? Pod.Phase.RUNNING : Pod.Phase.PENDING,
                !node.isDown(),
                readyAtNanos <= nowNanos - windowNanos,
                isLeaving());
    }
}
