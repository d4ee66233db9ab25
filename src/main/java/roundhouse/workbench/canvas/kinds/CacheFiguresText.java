package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.workbench.FigureText;

/** What cards say of a cache, wherever it is. */
final class CacheFiguresText {
    /** As many letters as a card has room for, capitals among them. */
    private static final int ROOM = 26;

    private static final long THOUSAND = 1_000;
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    /** A smaller part would be shown as none. */
    private static final double LEAST_SHOWN = 0.0005;

    private CacheFiguresText() {}

    /**
     * {@code LRU · 1 000 entries · 60 s}; {@code S3-FIFO · 20 000 · 60 s} and {@code W-TinyLFU · 100k · 300 s} where the card has no room
     * for more.
     */
    static String settings(CacheSettings cache) {
        CacheCapacity capacity = cache.capacity();
        String all = settings(cache, capacity(capacity));
        if (all.length() <= ROOM || capacity.inBytes()) {
            return all;
        }
        String number = settings(cache, FigureText.count(capacity.amount()));
        return number.length() <= ROOM || capacity.amount() % THOUSAND != 0
                ? number
                : settings(cache, FigureText.count(capacity.amount() / THOUSAND) + "k");
    }

    private static String settings(CacheSettings cache, String capacity) {
        String ttl = cache.ttl() == null
                ? ""
                : " · " + FigureText.duration(cache.ttl().toNanos()).replaceFirst("\\.0+ ", " ");
        return EvictionPolicies.label(cache.policy()) + " · " + capacity + ttl;
    }

    private static String capacity(CacheCapacity capacity) {
        return capacity.inBytes()
                ? capacity.amount() < MIB
                        ? text("canvas.kib", FigureText.count(capacity.amount() / KIB))
                        : text("canvas.mib", FigureText.count(capacity.amount() / MIB))
                : entries(capacity.amount());
    }

    /** {@code 63.6 % hits}, of late. */
    static String hits(Frame frame, int index) {
        double ratio = frame.data.hitRatio[index];
        return text("canvas.hits", Double.isNaN(ratio) ? "–" : FigureText.percent(ratio));
    }

    /** What it holds, and what of that matters most: {@code 1 000 entries · 75 dirty}, {@code 500 entries · 5.6 % stale}. */
    static String held(Frame frame, int index) {
        long dirty = frame.data.count(CacheFigure.DIRTY, index);
        long entries = frame.data.count(CacheFigure.ENTRIES, index);
        String stale = stale(frame.data.count(CacheFigure.STALE, index), frame.data.count(CacheFigure.HITS, index));
        return entries(entries) + (dirty > 0 ? " · " + text("canvas.dirty-entries", FigureText.count(dirty)) : stale);
    }

    private static String entries(long count) {
        return text(count == 1 ? "canvas.one-entry" : "canvas.entries", FigureText.count(count));
    }

    /** What part of its hits gave an old value; empty where none did. */
    private static String stale(long stale, long hits) {
        return stale == 0
                ? ""
                : stale < LEAST_SHOWN * hits
                        ? " · " + text("canvas.hardly-stale")
                        : " · " + text("canvas.stale-share", FigureText.percent((double) stale / hits));
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
