package roundhouse.workbench.canvas.kinds;

import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.workbench.FigureText;

/** What cards say of a cache, wherever it is. */
final class CacheFiguresText {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private CacheFiguresText() {}

    /** {@code lru · 1 000 entries · 60.0 s}. */
    static String settings(CacheSettings cache) {
        String ttl = cache.ttl() == null
                ? ""
                : " · " + FigureText.duration(cache.ttl().toNanos());
        return cache.policy() + " · " + capacity(cache.capacity()) + ttl;
    }

    private static String capacity(CacheCapacity capacity) {
        return capacity.inBytes()
                ? capacity.amount() < MIB
                        ? FigureText.count(capacity.amount() / KIB) + " KiB"
                        : FigureText.count(capacity.amount() / MIB) + " MiB"
                : FigureText.count(capacity.amount()) + (capacity.amount() == 1 ? " entry" : " entries");
    }

    /** {@code 63.6 % hits}, of late. */
    static String hits(Frame frame, int index) {
        double ratio = frame.data.hitRatio[index];
        return (Double.isNaN(ratio) ? "–" : FigureText.percent(ratio)) + " hits";
    }

    /** What it holds, and what of that matters most: {@code 1 000 entries · 75 dirty}. */
    static String held(Frame frame, int index) {
        long dirty = frame.data.count(CacheFigure.DIRTY, index);
        long stale = frame.data.count(CacheFigure.STALE, index);
        return FigureText.count(frame.data.count(CacheFigure.ENTRIES, index))
                + (frame.data.count(CacheFigure.ENTRIES, index) == 1 ? " entry" : " entries")
                + (dirty > 0
                        ? " · " + FigureText.count(dirty) + " dirty"
                        : stale > 0 ? " · " + FigureText.count(stale) + " stale reads" : "");
    }

    /** How full it is, 0 to 1. */
    static double filled(CacheSettings cache, int caches, Frame frame, int index) {
        double most = (double) cache.capacity().amount() * caches;
        double now = cache.capacity().inBytes()
                ? frame.data.count(CacheFigure.BYTES, index)
                : frame.data.count(CacheFigure.ENTRIES, index);
        return most == 0 ? 0 : Math.min(1, now / most);
    }
}
