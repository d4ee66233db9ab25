package roundhouse.simulation;

import roundhouse.metrics.Latencies;
import roundhouse.metrics.RecentDurations;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Outcome;

/** Every figure kept about a node. Counts run from the start; latencies and levels from the end of the warm-up. */
final class NodeMetrics {
    /** Requests that came in. */
    long arrived;
    /** How those that left ended. */
    final OutcomeCounts outcomes = new OutcomeCounts();
    /** Requests there, waiting ones included. */
    final TimeWeightedGauge inFlight = new TimeWeightedGauge();

    final TimeWeightedGauge queue = new TimeWeightedGauge();
    /** Cores at work, and cores there are. */
    final TimeWeightedGauge busy = new TimeWeightedGauge();

    final TimeWeightedGauge cores = new TimeWeightedGauge();
    /** 1 while it is down, else 0. */
    final TimeWeightedGauge down = new TimeWeightedGauge();

    /** Sessions whose state it lost. */
    long sessionsLost;
    /** Requests of sessions begun before whose state it had not. */
    long sessionsMissed;

    final Latencies latency;
    final Latencies waiting = new Latencies(2);
    /** Latencies of the last second. */
    final RecentDurations recent = new RecentDurations();

    final RecentRates rates = new RecentRates();

    private long measuredFrom;
    private long arrivedBefore;
    private long left;
    private long stayed;

    NodeMetrics(int latencyDigits) {
        latency = new Latencies(latencyDigits);
    }

    /** A request came in and is there now. */
    void entered(long now) {
        arrived++;
        inFlight.add(now, 1);
    }

    /** A request that was there for {@code stay} nanoseconds left. */
    void left(long now, long stay, Outcome outcome) {
        inFlight.add(now, -1);
        outcomes.add(outcome);
        left++;
        stayed += stay;
        if (outcome == Outcome.OK) {
            latency.record(stay);
            recent.record(stay);
        }
    }

    /** A request came in and left in the same moment. */
    void turnedAway(Outcome outcome) {
        arrived++;
        outcomes.add(outcome);
        left++;
    }

    /** A tenth of a second is over. */
    void slice(long now) {
        recent.nextSlice();
        rates.slice(now, arrived, busy.area(now), cores.area(now));
    }

    double utilization(long now) {
        double capacity = cores.area(now);
        return capacity == 0 ? 0 : busy.area(now) / capacity;
    }

    Report.Little little(long now) {
        double seconds = (now - measuredFrom) / 1e9;
        return new Report.Little(
                inFlight.mean(now),
                seconds == 0 ? 0 : (arrived - arrivedBefore) / seconds,
                left == 0 ? 0 : stayed / 1e9 / left);
    }

    /** Since when latencies and levels are measured. */
    long measuredFrom() {
        return measuredFrom;
    }

    /** The warm-up is over. */
    void measureFrom(long now) {
        measuredFrom = now;
        arrivedBefore = arrived;
        left = 0;
        stayed = 0;
        inFlight.reset(now);
        queue.reset(now);
        busy.reset(now);
        cores.reset(now);
        down.reset(now);
        rates.resetAreas();
        latency.reset();
        waiting.reset();
    }
}
