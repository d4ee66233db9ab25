package roundhouse.simulation.observing.history;

import java.util.List;
import roundhouse.metrics.DurationBuckets;

/**
 * Figures of all clients together in equal spans of simulated time. All arrays but {@code inFlight} have one entry a span.
 *
 * @param spanNanos nanoseconds; doubled, and pairs merged, when there would be more than 600 spans
 * @param throughput requests a second that ended well
 * @param errors requests a second that were refused, rejected or failed
 * @param timeouts requests a second that timed out
 * @param p50Nanos latency percentiles of the requests that ended well in the span, nanoseconds
 * @param servers node ids of the first servers in the document, at most eight, and then of those that were among these before
 * @param inFlight per server of {@code servers}, the requests there or hanging there at the end of each span, or {@link #NOT_THERE}
 * @param data what became of data; none where nothing keeps any
 * @param cost what all nodes cost an hour at the end of the span; empty where none has a price
 * @param groups how many servers groups had; empty where there is none
 * @param latencies how many requests that ended well took how long, per span by {@link DurationBuckets}; never changed
 * @param trends what every tenth of a second read, of a run that is shown
 */
public record RunHistory(
        long spanNanos,
        double[] throughput,
        double[] errors,
        double[] timeouts,
        long[] p50Nanos,
        long[] p95Nanos,
        long[] p99Nanos,
        List<String> servers,
        int[][] inFlight,
        DataHistory data,
        double[] cost,
        List<GroupSeries> groups,
        int[][] latencies,
        Trends trends) {
    /** Where no node has a price, without groups, and not shown. */
    public RunHistory(
            long spanNanos,
            double[] throughput,
            double[] errors,
            double[] timeouts,
            long[] p50Nanos,
            long[] p95Nanos,
            long[] p99Nanos,
            List<String> servers,
            int[][] inFlight,
            DataHistory data) {
        this(
                spanNanos,
                throughput,
                errors,
                timeouts,
                p50Nanos,
                p95Nanos,
                p99Nanos,
                servers,
                inFlight,
                data,
                new double[0],
                List.of(),
                new int[0][],
                Trends.NONE);
    }

    /** The server was not there, or was not one of the first ones yet. */
    public static final int NOT_THERE = -1;
    /** Ends the name of a row that is not of a server but of the queue of a load balancer, after the id of that. */
    public static final String QUEUE = ChartedRow.QUEUE;

    public static final RunHistory EMPTY = new RunHistory(
            100_000_000,
            new double[0],
            new double[0],
            new double[0],
            new long[0],
            new long[0],
            new long[0],
            List.of(),
            new int[0][],
            DataHistory.NONE);
}
