package roundhouse.analysis.stores;

import java.util.Locale;
import roundhouse.simulation.observing.Report.Latency;

/** What runs of a setting have shown, in a sentence for each letter. */
public final class PacelcWords {
    private static final double MILLIS = 1e6;

    private PacelcWords() {}

    /** {@code 65.7 % answered, 0.0 % of reads old, 291 acknowledged writes lost}; empty before that run has ended. */
    public static String partition(PacelcRow row) {
        return row.parted()
                .map(parts -> percent(parts.availability()) + " answered, " + percent(parts.staleShare())
                        + " of reads old"
                        + (parts.lost() == 0
                                ? ""
                                : ", " + parts.lost() + " acknowledged write" + (parts.lost() == 1 ? "" : "s")
                                        + " lost"))
                .orElse("");
    }

    /** {@code reads 2.0 ms, writes 3.0 ms, 6.7 % of reads old}; medians, empty before anything was read. */
    public static String otherwise(PacelcRow row) {
        StoreMeasures measures = row.measures();
        return measures.reads() == 0
                ? ""
                : "reads " + median(measures.readLatency()) + ", writes " + median(measures.writeLatency()) + ", "
                        + percent(measures.staleShare()) + " of reads old";
    }

    private static String median(Latency latency) {
        return latency.count() == 0 ? "–" : String.format(Locale.ROOT, "%.1f ms", latency.p50Nanos() / MILLIS);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
