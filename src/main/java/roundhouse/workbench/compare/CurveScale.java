package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import roundhouse.analysis.LatencyCurve;

/**
 * The axis of latencies under some curves: logarithmic, from the shortest to the longest that is shown, with marks at 1, 2 and 5 of each
 * power of ten.
 *
 * @param leastNanos at its left end, nanoseconds
 * @param mostNanos at its right end, more than that
 */
record CurveScale(double leastNanos, double mostNanos) {
    private static final int[] STEPS = {1, 2, 5};

    static CurveScale of(LatencyCurve... curves) {
        double least = points(curves).min().orElse(1e6);
        double most = points(curves).max().orElse(1e9);
        // A single latency still gets an axis around it.
        return most > 1.2 * least ? new CurveScale(least, most) : new CurveScale(least / 2, most * 2);
    }

    private static DoubleStream points(LatencyCurve... curves) {
        return Stream.of(curves).flatMap(curve -> curve.points().stream()).mapToDouble(point ->
                (double) Math.max(1, point.nanos()));
    }

    /** Where a latency stands, 0 at the left end and 1 at the right. */
    double at(double nanos) {
        return Math.log(Math.max(1, nanos) / leastNanos) / Math.log(mostNanos / leastNanos);
    }

    /** The latencies that are marked, ascending, nanoseconds. */
    List<Long> marks() {
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
