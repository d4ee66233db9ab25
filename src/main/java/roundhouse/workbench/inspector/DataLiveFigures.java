package roundhouse.workbench.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataFrame;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.workbench.FigureText;

/** What becomes of data at a node that keeps some or asks for it. */
final class DataLiveFigures {
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
        if (node.keepsData()) {
            figures.put("Lost writes, all nodes", FigureText.count(data.lostWrites));
        }
        return figures;
    }

    private static void cache(Map<String, String> figures, DataFrame data, int at, @Nullable CacheSettings cache) {
        double ratio = data.hitRatio[at];
        figures.put("Hit ratio", Double.isNaN(ratio) ? "–" : FigureText.percent(ratio));
        figures.put("Entries", FigureText.count(data.entries[at]));
        if (cache != null) {
            figures.put("Capacity, each", capacity(cache.capacity()));
            if (cache.capacity().inBytes()) {
                figures.put("Values held", FigureText.mebibytes(data.bytes[at]));
            }
        }
        figures.put("Evictions", perSecond(data.evictedLately[at]));
        figures.put("Found expired", FigureText.count(data.expired[at]));
        long hits = data.hits[at];
        figures.put("Stale hits", hits == 0 ? "–" : FigureText.percent((double) data.stale[at] / hits));
        figures.put("Dirty now", FigureText.count(data.dirty[at]));
    }

    private static String capacity(CacheCapacity capacity) {
        return capacity.inBytes() ? FigureText.mebibytes(capacity.amount()) : FigureText.count(capacity.amount());
    }

    private static String perSecond(long count) {
        return FigureText.count(count) + "/s";
    }
}
