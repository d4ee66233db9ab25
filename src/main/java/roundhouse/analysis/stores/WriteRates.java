package roundhouse.analysis.stores;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.quorums.WarsSample;

/** How often the keys are written that are read, keys that are written about as often together. */
record WriteRates(List<KeyClass> classes) {
    /** Rates of one class are no further apart than that. */
    private static final double APART = 1.25;

    /** In a second. */
    private static final double MILLIS = 1e3;

    /**
     * Keys that are written about as often.
     *
     * @param reads their share of all reads, 0 to 1
     * @param perSecond how often each is written, on average
     */
    record KeyClass(double reads, double perSecond) {}

    private static final class Counts {
        private double keys;
        private double reads;
        private double writes;
    }

    /** What a history shows from one moment to another; empty where nothing is read. */
    static WriteRates of(OperationHistory history, long fromNanos, long untilNanos) {
        long[] reads = new long[history.keys()];
        long[] writes = new long[history.keys()];
        long all = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.call(i) >= fromNanos && history.call(i) < untilNanos) {
                boolean isRead = history.kind(i) == OperationKind.READ;
                (isRead ? reads : writes)[history.key(i)]++;
                all += isRead ? 1 : 0;
            }
        }
        NavigableMap<Long, Counts> classes = new TreeMap<>();
        for (int key = 0; key < reads.length; key++) {
            if (reads[key] > 0) {
                long about = writes[key] == 0 ? -1 : Math.round(Math.log((double) writes[key]) / Math.log(APART));
                Counts counts = classes.computeIfAbsent(about, _ -> new Counts());
                counts.keys++;
                counts.reads += reads[key];
                counts.writes += writes[key];
            }
        }
        double seconds = (untilNanos - fromNanos) / 1e9;
        double reading = all;
        return new WriteRates(classes.values().stream()
                .map(counts -> new KeyClass(counts.reads / reading, counts.writes / counts.keys / seconds))
                .toList());
    }

    /** The share of reads that give an old value. */
    double stale(WarsSample sample) {
        return classes.stream()
                .mapToDouble(each -> each.reads * sample.stale(each.perSecond / MILLIS))
                .sum();
    }

    /** Of those, such a share are no older, milliseconds; as of the class whose keys give most old values. */
    double staleAge(WarsSample sample, double share) {
        return classes.stream()
                .max(Comparator.comparingDouble(each -> each.reads * sample.stale(each.perSecond / MILLIS)))
                .map(each -> sample.staleAge(each.perSecond / MILLIS, share))
                .orElse(0.0);
    }
}
