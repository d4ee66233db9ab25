package roundhouse.simulation.components;

import roundhouse.metrics.Latencies;
import roundhouse.metrics.TimeWeightedGauge;

/** What became of the requests that waited at a node for one of its targets to have room. */
public interface TargetQueueFigures {
    /** Requests that wait. */
    TimeWeightedGauge length();

    /** How long those that were sent on had waited, most of them not at all. */
    Latencies waits();

    /** Requests that waited for too long. */
    long timedOut();

    /** Requests turned away because too many waited, or were in flight. */
    long refused();

    /** Requests that waited for a target and then went elsewhere. */
    long redispatched();

    /** The warm-up is over. */
    void measureFrom(long nowNanos);
}
