package roundhouse.analysis;

import java.util.EnumMap;
import java.util.Map;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;

/** What is measured on the requests of one run. */
final class RequestFigures {
    private final Latencies histogram = new Latencies(3);
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

    /** Nanoseconds of those that ended well. */
    final BatchMeans latencies = new BatchMeans();

    /** 1 for each that ended well, 0 for any other. */
    final BatchMeans successes = new BatchMeans();

    void add(long nanos, Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
        boolean well = outcome == Outcome.OK;
        successes.add(well ? 1 : 0);
        if (well) {
            histogram.record(nanos);
            latencies.add((double) nanos);
        }
    }

    Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome, outcomes.getOrDefault(outcome, 0L));
        }
        return all;
    }

    LatencyCurve curve() {
        return LatencyCurve.of(histogram);
    }

    Report.Latency latency() {
        return Report.Latency.of(histogram);
    }
}
