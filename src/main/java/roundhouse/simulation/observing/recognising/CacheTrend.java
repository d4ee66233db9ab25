package roundhouse.simulation.observing.recognising;

import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.observing.history.RecentGrowth;

/**
 * How the caches of one node do: over the last second, and whether something goes wrong with them that has a name. A stampede is ten or
 * more misses for one key within a tenth of a second that do not wait for each other, where the key can be kept; it is over when there has
 * been none for half a second. A cold start is a hit ratio of less than half of what it was before the caches were emptied; it is over at nine tenths of
 * that. A cache is too small for what goes round when over five seconds hardly anything hits, and most lookups are for what was evicted
 * (loops larger than an LRU cache: every access misses).
 */
public final class CacheTrend {
    /** What has just turned. */
    enum Turn {
        NOTHING,
        BEGINS,
        ENDS
    }

    private static final int SECOND = 10;
    private static final int LONG = 50;
    private static final int FEWEST = 200;
    private static final double HARDLY_ANY = 0.01;
    private static final double MOST = 0.8;
    private static final int STAMPEDE = 10;
    private static final long CALM_NANOS = 500_000_000;
    private static final double COLD = 0.5;
    private static final double WARM = 0.9;

    /** The node's number. */
    final int node;

    final CacheFigures figures;
    private final RecentGrowth hits;
    private final RecentGrowth lookups;
    private final RecentGrowth longHits;
    private final RecentGrowth longLookups;
    private final RecentGrowth returns;
    private boolean stampedes;
    private long stampedeKey;
    private long stampedeMisses;
    private long stampedeSinceNanos;
    private long stampedeLastNanos;
    private String stampedeReason = "";
    private double warmRatio = Double.NaN;
    private double ratioBefore = Double.NaN;
    private long emptied;
    private boolean cold;
    private boolean wasEmptied;
    private long hitsAtEmptying;
    private long lookupsAtEmptying;
    private double coldRatio;
    private long coldSinceNanos;
    private boolean loops;

    CacheTrend(int node, CacheFigures figures) {
        this.node = node;
        this.figures = figures;
        hits = new RecentGrowth(figures.hits, SECOND);
        lookups = new RecentGrowth(figures.lookups(), SECOND);
        longHits = new RecentGrowth(figures.hits, LONG);
        longLookups = new RecentGrowth(figures.lookups(), LONG);
        returns = new RecentGrowth(figures.returned, LONG);
        emptied = figures.emptied;
    }

    /** A tenth of a second is over. */
    void slice() {
        hits.slice(figures.hits);
        lookups.slice(figures.lookups());
        longHits.slice(figures.hits);
        longLookups.slice(figures.lookups());
        returns.slice(figures.returned);
    }

    /** Hits among the lookups of the last second, 0 to 1; not a number without any. */
    public double hitRatio() {
        return lookups.grown() == 0 ? Double.NaN : (double) hits.grown() / lookups.grown();
    }

    public boolean isStampede() {
        return stampedes;
    }

    Turn stampede(long nowNanos) {
        boolean now = figures.mostMissed() >= STAMPEDE && figures.entries > 0;
        if (now && (!stampedes || figures.mostMissedKey() == stampedeKey)) {
            stampedeLastNanos = nowNanos;
            stampedeKey = figures.mostMissedKey();
            stampedeMisses = stampedes ? stampedeMisses + figures.mostMissed() : figures.mostMissed();
            if (!stampedes) {
                stampedes = true;
                stampedeSinceNanos = nowNanos;
                stampedeReason = figures.mostMissedReason();
                return Turn.BEGINS;
            }
        } else if (stampedes && nowNanos - stampedeLastNanos >= CALM_NANOS) {
            stampedes = false;
            return Turn.ENDS;
        }
        return Turn.NOTHING;
    }

    long stampedeKey() {
        return stampedeKey;
    }

    long stampedeMisses() {
        return stampedeMisses;
    }

    long stampedeSinceNanos() {
        return stampedeSinceNanos;
    }

    /** In words that follow "missed key-7 within 100 ms"; empty where nobody knows. */
    String stampedeReason() {
        return stampedeReason;
    }

    Turn coldStart(long nowNanos) {
        if (figures.emptied != emptied) {
            emptied = figures.emptied;
            wasEmptied = true;
            warmRatio = cold ? warmRatio : ratioBefore;
            hitsAtEmptying = figures.hits;
            lookupsAtEmptying = figures.lookups();
        }
        double ratio = hitRatio();
        boolean known = lookups.grown() >= FEWEST / 2;
        if (cold && known && ratio >= WARM * warmRatio) {
            cold = false;
            return Turn.ENDS;
        }
        long since = figures.lookups() - lookupsAtEmptying;
        if (!cold && wasEmptied && since >= FEWEST / 2) {
            wasEmptied = false;
            coldRatio = (double) (figures.hits - hitsAtEmptying) / since;
            if (coldRatio < COLD * warmRatio) {
                cold = true;
                coldSinceNanos = nowNanos;
                return Turn.BEGINS;
            }
        }
        if (!cold && !wasEmptied && longLookups.grown() >= FEWEST) {
            ratioBefore = (double) longHits.grown() / longLookups.grown();
        }
        return Turn.NOTHING;
    }

    /** The hit ratio since it was emptied, when the cold start was recognised. */
    double coldRatio() {
        return coldRatio;
    }

    /** The hit ratio of before it was emptied. */
    double warmRatio() {
        return warmRatio;
    }

    long coldSinceNanos() {
        return coldSinceNanos;
    }

    Turn loop() {
        boolean enough = longLookups.grown() >= FEWEST;
        boolean now = enough
                && longHits.grown() < HARDLY_ANY * longLookups.grown()
                && returns.grown() > MOST * longLookups.grown();
        if (now == loops || (!enough && loops)) {
            return Turn.NOTHING;
        }
        loops = now;
        return now ? Turn.BEGINS : Turn.ENDS;
    }

    long loopLookups() {
        return longLookups.grown();
    }

    long loopReturns() {
        return returns.grown();
    }

    long loopHits() {
        return longHits.grown();
    }
}
