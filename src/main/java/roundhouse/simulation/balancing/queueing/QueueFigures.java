package roundhouse.simulation.balancing.queueing;

import roundhouse.metrics.Latencies;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.simulation.components.TargetQueueFigures;

/** What became of the requests that waited at a balancer. Counts run from the start; times and levels from the end of the warm-up. */
public final class QueueFigures implements TargetQueueFigures {
    private final TimeWeightedGauge length = new TimeWeightedGauge();
    private final Latencies waits = new Latencies(2);
    long timedOut;
    long refused;
    long redispatched;

    @Override
    public TimeWeightedGauge length() {
        return length;
    }

    @Override
    public Latencies waits() {
        return waits;
    }

    @Override
    public long timedOut() {
        return timedOut;
    }

    @Override
    public long refused() {
        return refused;
    }

    @Override
    public long redispatched() {
        return redispatched;
    }

    @Override
    public void measureFrom(long nowNanos) {
        length.reset(nowNanos);
        waits.reset();
    }
}
