package roundhouse.simulation.components;

import roundhouse.metrics.Latencies;
import roundhouse.metrics.RecentDurations;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.OutcomeCounts;

/** Every figure kept about a node. Counts run from the start; latencies and levels from the end of the warm-up. */
public final class NodeMetrics {
    /** Significant digits of the round trips that clients see. */
    public static final int ROUND_TRIP_DIGITS = 3;

    /** Requests that came in. */
    public long arrived;
    /** Connections that were opened by them. */
    public long connections;
    /** Bytes of the values in its answers. */
    public long given;
    /** How those that left ended. */
    public final OutcomeCounts outcomes = new OutcomeCounts();
    /** Requests there, waiting ones included. */
    public final TimeWeightedGauge inFlight = new TimeWeightedGauge();

    public final TimeWeightedGauge queue = new TimeWeightedGauge();
    /** Requests that wait for what they asked of others. */
    public final TimeWeightedGauge inCalls = new TimeWeightedGauge();
    /** Cores at work, and cores there are. */
    public final TimeWeightedGauge busy = new TimeWeightedGauge();

    public final TimeWeightedGauge cores = new TimeWeightedGauge();
    /** 1 while it is down, else 0. */
    public final TimeWeightedGauge down = new TimeWeightedGauge();

    /** Calls that servers sent here, and those of them that would not have come without retries and hedges. */
    public long called;

    public long calledAgain;

    /** Sessions whose state it lost. */
    public long sessionsLost;
    /** Requests of sessions begun before whose state it had not. */
    public long sessionsMissed;

    public final Latencies latency;
    public final Latencies waiting = new Latencies(2);
    /** Latencies of the last second. */
    public final RecentDurations recent = new RecentDurations();

    public final RecentRates rates = new RecentRates();

    /** What busy cores and waiting requests came to before measuring began. */
    private double busyBefore;

    private double queuedBefore;
    private long measuredFromNanos;
    private long arrivedBefore;
    private long left;
    private long stayedNanos;

    NodeMetrics(int latencyDigits) {
        latency = new Latencies(latencyDigits);
    }

    /** A request came in and is there now. */
    public void entered(long nowNanos, boolean connects) {
        arrived++;
        connections += connects ? 1 : 0;
        inFlight.add(nowNanos, 1);
    }

    /** A request that was there for {@code stayNanos} nanoseconds left. */
    public void left(long nowNanos, long stayNanos, Outcome outcome) {
        inFlight.add(nowNanos, -1);
        outcomes.add(outcome);
        left++;
        stayedNanos += stayNanos;
        if (outcome == Outcome.OK) {
            latency.record(stayNanos);
            recent.record(stayNanos);
        }
    }

    /** A request came in and left in the same moment. */
    void turnedAway(Outcome outcome) {
        arrived++;
        outcomes.add(outcome);
        left++;
    }

    /** A tenth of a second is over. */
    public void slice(long nowNanos) {
        recent.nextSlice();
        rates.slice(nowNanos, arrived, busy.area(nowNanos), cores.area(nowNanos));
    }

    /** Busy cores over cores, 0 to 1; not a number where there were no cores. */
    public double utilization(long nowNanos) {
        double capacity = cores.area(nowNanos);
        return capacity == 0 ? Double.NaN : busy.area(nowNanos) / capacity;
    }

    /** Little's law over the part of the run that is measured. */
    public LittlesLaw little(long nowNanos) {
        double seconds = Math.max(0, nowNanos - measuredFromNanos) / 1e9;
        return new LittlesLaw(
                inFlight.mean(nowNanos),
                seconds == 0 ? 0 : (arrived - arrivedBefore) / seconds,
                left == 0 ? 0 : stayedNanos / 1e9 / left,
                left,
                inFlight.value());
    }

    /** When the last request came or left, a core got or lost its work, which a health check is, too, or measuring began. */
    long lastChange() {
        return Math.max(inFlight.changedAt(), busy.changedAt());
    }

    /** Whether a request is there or a core works. */
    boolean isActive() {
        return inFlight.value() > 0 || busy.value() > 0;
    }

    /** Since when latencies and levels are measured. */
    public long measuredFromNanos() {
        return measuredFromNanos;
    }

    /** Busy cores times nanoseconds since the node is there. */
    public double busyEver(long nowNanos) {
        return busyBefore + busy.area(nowNanos);
    }

    /** Waiting requests times nanoseconds since the node is there. */
    public double queuedEver(long nowNanos) {
        return queuedBefore + queue.area(nowNanos);
    }

    /** The warm-up is over. */
    public void measureFrom(long nowNanos) {
        busyBefore = busyEver(nowNanos);
        queuedBefore = queuedEver(nowNanos);
        measuredFromNanos = nowNanos;
        arrivedBefore = arrived;
        left = 0;
        stayedNanos = 0;
        inFlight.reset(nowNanos);
        queue.reset(nowNanos);
        inCalls.reset(nowNanos);
        busy.reset(nowNanos);
        cores.reset(nowNanos);
        down.reset(nowNanos);
        rates.resetAreas();
        latency.reset();
        waiting.reset();
    }
}
