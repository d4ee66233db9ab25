package roundhouse.simulation.observing.history;

import java.util.List;

/**
 * Figures of data in equal spans of simulated time, one entry a span.
 *
 * @param caches ids of the first eight nodes that had a cache
 * @param hitRatios per cache of {@code caches}, hits among the lookups of the span, 0 to 1; not a number without any
 * @param staleShares reads of the span that gave an old value among all of it, 0 to 1; not a number without any
 * @param dirty entries at the end of the span that no store had
 */
public record DataHistory(List<String> caches, double[][] hitRatios, double[] staleShares, long[] dirty) {
    /** Nothing keeps data. */
    public static final DataHistory NONE = new DataHistory(List.of(), new double[0][], new double[0], new long[0]);

    /** Whether anything keeps data. */
    public boolean isOn() {
        return staleShares.length > 0;
    }
}
