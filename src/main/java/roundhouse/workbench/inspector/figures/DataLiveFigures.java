package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataFrame;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.workbench.FigureText;

/** What becomes of data at a node that keeps some or asks for it. */
final class DataLiveFigures {
    /** The hit ratio, and what had to go, are told of the last second. */
    private static final Set<CacheFigure> SINCE_THE_START =
            EnumSet.complementOf(EnumSet.of(CacheFigure.HIT_RATIO, CacheFigure.EVICTED));
    /** Nothing is said of these where there is none. */
    private static final Set<CacheFigure> SELDOM = EnumSet.of(
            CacheFigure.STALE, CacheFigure.EARLY, CacheFigure.OUTDATED, CacheFigure.NEGATIVE, CacheFigure.REFUSED_SETS);

    static final String CAPACITY = text("inspector.capacity-each");
    static final String READS = text("inspector.reads");
    static final String READS_HERE = text("inspector.reads-here");
    static final String WRITES = text("inspector.writes");
    static final String WRITES_HERE = text("inspector.writes-here");
    static final String READS_TOOK = text("inspector.reads-took");
    static final String WRITES_TOOK = text("inspector.writes-took");
    static final String LOST_WRITES = text("inspector.lost-writes");
    static final String STALE_READS = text("inspector.stale-reads");
    static final String STALE_MEAN = text("inspector.stale-age-mean");
    static final String STALE_P99 = text("inspector.stale-age-p99");
    static final String STALE_MAX = text("inspector.stale-age-max");
    static final String INVALIDATIONS = text("inspector.invalidations");
    static final String INVALIDATIONS_LATE = text("inspector.invalidations-late");
    static final String INVALIDATIONS_LOST = text("inspector.invalidations-lost");

    private DataLiveFigures() {}

    /** Labels and values of the node at that place of the frame's topology; nothing where it has to do with no data. */
    static Map<String, String> of(Frame frame, int at) {
        DataFrame data = frame.data;
        Node node = frame.topology.nodes().get(at);
        boolean asks = node.keepsData() || !node.keepers().isEmpty();
        if (!data.on || (!asks && !data.caches[at])) {
            return Map.of();
        }
        Map<String, String> figures = new LinkedHashMap<>();
        if (data.caches[at]) {
            cache(figures, data, at, node.cache());
        }
        boolean stores = node.storesData();
        figures.put(stores ? READS : READS_HERE, perSecond(data.readsLately[at]));
        figures.put(stores ? WRITES : WRITES_HERE, perSecond(data.writesLately[at]));
        mean(figures, READS_TOOK, data.readNanos[at], data.readsTimed[at]);
        mean(figures, WRITES_TOOK, data.writeNanos[at], data.writesTimed[at]);
        system(figures, data, node);
        return figures;
    }

    /** On average since the warm-up; nothing where there was none. */
    private static void mean(Map<String, String> figures, String label, long nanos, long count) {
        if (count > 0) {
            figures.put(label, FigureText.duration(nanos / count));
        }
    }

    private static void system(Map<String, String> figures, DataFrame data, Node node) {
        if (node.keepsData()) {
            figures.put(LOST_WRITES, FigureText.count(data.lostWrites));
        }
        if (node.keepsData() && data.staleReads > 0) {
            figures.put(STALE_READS, FigureText.percent((double) data.staleReads / data.reads));
            if (data.staleAgeMaxNanos > 0) {
                figures.put(STALE_MEAN, FigureText.duration(Math.round(data.staleAgeMeanNanos)));
                figures.put(STALE_P99, FigureText.duration(data.staleAgeP99Nanos));
                figures.put(STALE_MAX, FigureText.duration(data.staleAgeMaxNanos));
            }
        }
        if (data.invalidationsSent > 0 && !node.keepers().isEmpty()) {
            figures.put(INVALIDATIONS, FigureText.count(data.invalidationsSent));
            figures.put(INVALIDATIONS_LATE, FigureText.count(data.invalidationsLate));
            figures.put(INVALIDATIONS_LOST, FigureText.count(data.invalidationsLost));
        }
    }

    private static void cache(Map<String, String> figures, DataFrame data, int at, @Nullable CacheSettings cache) {
        double ratio = data.hitRatio[at];
        figures.put(CacheFigure.HIT_RATIO.label(), percent(ratio));
        if (cache != null) {
            figures.put(CAPACITY, capacity(cache.capacity()));
        }
        for (CacheFigure figure : SINCE_THE_START) {
            if (!SELDOM.contains(figure) || data.count(figure, at) > 0) {
                figures.put(figure.label(), value(figure, data, at));
            }
        }
        figures.put(CacheFigure.EVICTED.label(), perSecond(data.evictedLately[at]));
    }

    private static String value(CacheFigure figure, DataFrame data, int at) {
        return figure == CacheFigure.BYTES
                ? FigureText.mebibytes(data.count(figure, at))
                : figure.isShare() ? percent(data.of(figure, at)) : FigureText.count(data.count(figure, at));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : FigureText.percent(share);
    }

    private static String capacity(CacheCapacity capacity) {
        return capacity.inBytes() ? FigureText.mebibytes(capacity.amount()) : FigureText.count(capacity.amount());
    }

    private static String perSecond(long count) {
        return text("inspector.a-second", FigureText.count(count));
    }
}
