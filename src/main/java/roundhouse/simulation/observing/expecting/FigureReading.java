package roundhouse.simulation.observing.expecting;

import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;

/**
 * Totals at one moment.
 *
 * @param thereNanos for how long the node was there, nanoseconds; for the system since the beginning
 * @param part what is counted: requests, or the area under a level
 * @param whole what it is compared with: all requests that ended, the cores' area, servers that remember sessions
 * @param durations what was recorded so far, for figures of durations
 */
record FigureReading(
        long thereNanos,
        double part,
        double whole,
        @Nullable Latencies durations) {
    /** One after the other. */
    FigureReading plus(FigureReading other) {
        return with(other, thereNanos + other.thereNanos);
    }

    /** Both, where they were there for so long. */
    FigureReading with(FigureReading other, long there) {
        Latencies both = durations == null ? other.durations : durations.copy();
        if (durations != null && both != null && other.durations != null) {
            both.add(other.durations);
        }
        return new FigureReading(there, part + other.part, whole + other.whole, both);
    }
}
