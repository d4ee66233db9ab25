package roundhouse.workbench.inspector.figures;

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
        figures.put(stores ? "Reads" : "Reads ended here", perSecond(data.readsLately[at]));
        figures.put(stores ? "Writes" : "Writes ended here", perSecond(data.writesLately[at]));
        mean(figures, "Reads ended here took", data.readNanos[at], data.readsTimed[at]);
        mean(figures, "Writes ended here took", data.writeNanos[at], data.writesTimed[at]);
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
            figures.put("Lost writes, all nodes", FigureText.count(data.lostWrites));
        }
        if (node.keepsData() && data.staleReads > 0) {
            figures.put("Stale reads, all nodes", FigureText.percent((double) data.staleReads / data.reads));
            if (data.staleAgeMaxNanos > 0) {
                figures.put("Stale age, mean", FigureText.duration(Math.round(data.staleAgeMeanNanos)));
                figures.put("Stale age, p99", FigureText.duration(data.staleAgeP99Nanos));
                figures.put("Stale age, max", FigureText.duration(data.staleAgeMaxNanos));
            }
        }
        if (data.invalidationsSent > 0 && !node.keepers().isEmpty()) {
            figures.put("Invalidations, all nodes", FigureText.count(data.invalidationsSent));
            figures.put("Invalidations late", FigureText.count(data.invalidationsLate));
            figures.put("Invalidations lost", FigureText.count(data.invalidationsLost));
        }
    }

    private static void cache(Map<String, String> figures, DataFrame data, int at, @Nullable CacheSettings cache) {
        double ratio = data.hitRatio[at];
        figures.put(CacheFigure.HIT_RATIO.label(), percent(ratio));
        if (cache != null) {
            figures.put("Capacity, each", capacity(cache.capacity()));
        }
        for (CacheFigure figure : SINCE_THE_START) {
            if (!SELDOM.contains(figure) || data.count(figure, at) > 0) {
                figures.put(figure.label(), text(figure, data, at));
            }
        }
        figures.put(CacheFigure.EVICTED.label(), perSecond(data.evictedLately[at]));
    }

    private static String text(CacheFigure figure, DataFrame data, int at) {
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
        return FigureText.count(count) + "/s";
    }
}
