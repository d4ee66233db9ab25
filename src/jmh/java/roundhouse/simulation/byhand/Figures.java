package roundhouse.simulation.byhand;

import roundhouse.metrics.Latencies;
import roundhouse.metrics.RecentDurations;
import roundhouse.metrics.TimeWeightedGauge;

/** What is kept about a node: the same figures as of a real run's. */
final class Figures {
    final TimeWeightedGauge inFlight = new TimeWeightedGauge();
    final TimeWeightedGauge busy = new TimeWeightedGauge();
    final TimeWeightedGauge queue = new TimeWeightedGauge();
    final Latencies latency;
    final Latencies waiting = new Latencies(2);
    final RecentDurations recent = new RecentDurations();
    long arrived;
    long answered;
    long departed;

    Figures(int digits) {
        latency = new Latencies(digits);
    }

    void entered(long nowNanos) {
        arrived++;
        inFlight.add(nowNanos, 1);
    }

    void left(long nowNanos, long stayNanos) {
        answered++;
        inFlight.add(nowNanos, -1);
        latency.record(stayNanos);
        recent.record(stayNanos);
    }
}
