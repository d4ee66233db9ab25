package roundhouse.workbench.playback.charts.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/**
 * An axis of latencies: logarithmic, from the shortest to the longest that is shown, with marks at 1, 2 and 5 of each power of ten.
 *
 * @param leastNanos at its left end, nanoseconds
 * @param mostNanos at its right end, more than that
 */
public record LatencyScale(double leastNanos, double mostNanos) {
    private static final int[] STEPS = {1, 2, 5};

    /** Of some latencies, nanoseconds; from a millisecond to a second where there are none. */
    public static LatencyScale of(LongStream nanos) {
        LongSummaryStatistics all = nanos.map(each -> Math.max(1, each)).summaryStatistics();
        double least = all.getCount() == 0 ? 1e6 : all.getMin();
        double most = all.getCount() == 0 ? 1e9 : all.getMax();
        // A single latency still gets an axis around it.
        return most > 1.2 * least ? new LatencyScale(least, most) : new LatencyScale(least / 2, most * 2);
    }

    /** Where a latency stands, 0 at the left end and 1 at the right. */
    public double at(double nanos) {
        return Math.log(Math.max(1, nanos) / leastNanos) / Math.log(mostNanos / leastNanos);
    }

    /** The latencies that are marked, ascending, nanoseconds. */
    public List<Long> marks() {
        List<Long> marks = new ArrayList<>();
        for (double power = Math.pow(10, Math.floor(Math.log10(leastNanos))); power <= mostNanos; power *= 10) {
            for (int step : STEPS) {
                double mark = step * power;
                if (mark >= leastNanos && mark <= mostNanos) {
                    marks.add(Math.round(mark));
                }
            }
        }
        return marks;
    }
}
