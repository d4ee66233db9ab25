package roundhouse.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import roundhouse.metrics.Latencies;

/** How latencies are distributed: for some parts of the requests, in order, the latency that these do not exceed. Empty without any request. */
public record LatencyCurve(List<Point> points) {
    private static final double[] PERCENTS = DoubleStream.concat(
                    IntStream.rangeClosed(1, 99).mapToDouble(percent -> percent), DoubleStream.of(99.5, 99.9))
            .toArray();

    public LatencyCurve {
        points = List.copyOf(points);
    }

    /**
     * One of them.
     *
     * @param part of all requests, 0 to 1
     * @param nanos nanoseconds
     */
    public record Point(double part, long nanos) {}

    static LatencyCurve of(Latencies latencies) {
        List<Point> points = new ArrayList<>();
        if (latencies.count() > 0) {
            long[] nanos = latencies.percentilesNanos(PERCENTS);
            for (int i = 0; i < nanos.length; i++) {
                points.add(new Point(PERCENTS[i] / 100, nanos[i]));
            }
        }
        return new LatencyCurve(points);
    }
}
