package roundhouse.simulation.observing.history;

import java.util.Arrays;
import java.util.List;

/**
 * Figures of data in equal spans of simulated time, one entry a span.
 *
 * @param caches ids of the first eight nodes that had a cache
 * @param hitRatios per cache of {@code caches}, hits among the lookups of the span, 0 to 1; not a number without any
 * @param staleShares reads of the span that gave an old value among all of it, 0 to 1; not a number without any
 * @param dirty entries at the end of the span that no store had
 * @param grown for each {@link DataSeries} by how much it grew in the span
 * @param stores the replicated stores
 * @param clients the ids of clients, where there are such stores
 * @param availability for each client what was answered among what ended in the span, 0 to 1; not a number without any
 */
public record DataHistory(
        List<String> caches,
        double[][] hitRatios,
        double[] staleShares,
        long[] dirty,
        long[][] grown,
        List<StoreSeries> stores,
        List<String> clients,
        double[][] availability) {
    /** Nothing keeps data. */
    public static final DataHistory NONE = new DataHistory(
            List.of(),
            new double[0][],
            new double[0],
            new long[0],
            new long[DataSeries.values().length][0],
            List.of(),
            List.of(),
            new double[0][]);

    /** What it grew by a second in each span of so many nanoseconds. */
    public double[] perSecond(DataSeries series, long spanNanos) {
        return Arrays.stream(grown[series.ordinal()])
                .mapToDouble(count -> count * 1e9 / spanNanos)
                .toArray();
    }

    /** Whether it grew at all. */
    public boolean grew(DataSeries series) {
        return Arrays.stream(grown[series.ordinal()]).anyMatch(count -> count > 0);
    }

    /** Whether anything keeps data. */
    public boolean isOn() {
        return staleShares.length > 0;
    }
}
