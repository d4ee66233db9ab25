package roundhouse.simulation.observing;

import java.util.Arrays;
import java.util.List;
import roundhouse.metrics.DurationBuckets;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.GroupSeries;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.Trends;

/**
 * Counts of all clients together in equal spans of time. When the spans are used up, pairs are merged in place, so a run of any length
 * takes the same memory.
 */
final class CountsOverTime {
    static final int MOST = 600;

    private final long[] ok = new long[MOST];
    private final long[] bad = new long[MOST];
    private final long[] timedOut = new long[MOST];
    private final int[][] latencies = new int[MOST][];
    private final double[] cost = new double[MOST];
    private boolean priced;
    private int[][] inFlight = {};
    private List<String> servers = List.of();
    private int size;

    boolean isFull() {
        return size == MOST;
    }

    List<String> servers() {
        return servers;
    }

    /** Whether that server is charted and had a request at the end of any span. */
    boolean hasSeen(String server) {
        int row = servers.indexOf(server);
        return row >= 0 && Arrays.stream(inFlight[row], 0, size).anyMatch(count -> count > 0);
    }

    /** From now on these servers are charted; those that were before keep their past. */
    void servers(List<String> next) {
        int[][] moved = new int[next.size()][];
        for (int i = 0; i < moved.length; i++) {
            int before = servers.indexOf(next.get(i));
            moved[i] = before < 0 ? new int[MOST] : inFlight[before];
            if (before < 0) {
                Arrays.fill(moved[i], RunHistory.NOT_THERE);
            }
        }
        inFlight = moved;
        servers = next;
    }

    /** Ends a span: {@code latency} holds the {@link DurationBuckets} of its requests that ended well, and is emptied. */
    void add(long okCount, long badCount, long timedOutCount, int[] latency) {
        ok[size] = okCount;
        bad[size] = badCount;
        timedOut[size] = timedOutCount;
        cost[size] = 0;
        // Histories share the rows, so that they never change again.
        latencies[size] = latency.clone();
        Arrays.fill(latency, 0);
        for (int[] server : inFlight) {
            server[size] = RunHistory.NOT_THERE;
        }
        size++;
    }

    /** What everything costs an hour at the end of the last span. */
    void cost(double perHour) {
        priced = true;
        cost[size - 1] = perHour;
    }

    /** The requests at a charted server at the end of the last span. */
    void inFlight(int server, int count) {
        inFlight[server][size - 1] = count;
    }

    /** Makes one span of each two. There must be an even number of them. */
    void mergePairs() {
        size /= 2;
        for (int i = 0; i < size; i++) {
            ok[i] = ok[2 * i] + ok[2 * i + 1];
            bad[i] = bad[2 * i] + bad[2 * i + 1];
            timedOut[i] = timedOut[2 * i] + timedOut[2 * i + 1];
            cost[i] = (cost[2 * i] + cost[2 * i + 1]) / 2;
            int[] both = new int[DurationBuckets.COUNT];
            for (int bucket = 0; bucket < DurationBuckets.COUNT; bucket++) {
                both[bucket] = latencies[2 * i][bucket] + latencies[2 * i + 1][bucket];
            }
            latencies[i] = both;
            for (int[] server : inFlight) {
                server[i] = server[2 * i + 1] == RunHistory.NOT_THERE ? server[2 * i] : server[2 * i + 1];
            }
        }
    }

    /** As the charts want it, with spans of that many nanoseconds, and what became of data in them and of the network's groups. */
    RunHistory history(long spanNanos, DataHistory data, Network network, Trends trends) {
        double seconds = spanNanos / 1e9;
        double[] throughput = new double[size];
        double[] errors = new double[size];
        double[] timeouts = new double[size];
        long[] p50Nanos = new long[size];
        long[] p95Nanos = new long[size];
        long[] p99Nanos = new long[size];
        for (int i = 0; i < size; i++) {
            throughput[i] = ok[i] / seconds;
            errors[i] = bad[i] / seconds;
            timeouts[i] = timedOut[i] / seconds;
            p50Nanos[i] = DurationBuckets.percentileNanos(latencies[i], ok[i], 50);
            p95Nanos[i] = DurationBuckets.percentileNanos(latencies[i], ok[i], 95);
            p99Nanos[i] = DurationBuckets.percentileNanos(latencies[i], ok[i], 99);
        }
        int[][] there = new int[inFlight.length][];
        for (int server = 0; server < there.length; server++) {
            there[server] = Arrays.copyOf(inFlight[server], size);
        }
        return new RunHistory(
                spanNanos,
                throughput,
                errors,
                timeouts,
                p50Nanos,
                p95Nanos,
                p99Nanos,
                servers,
                there,
                data,
                priced ? Arrays.copyOf(cost, size) : new double[0],
                network.hasStacks() ? GroupSeries.of(network, size, spanNanos) : List.of(),
                Arrays.copyOf(latencies, size),
                trends);
    }
}
