package roundhouse.simulation.observing;

import java.util.Arrays;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.components.CacheFigures;

/** What a frame says of data: of each node's caches, and of the system. */
public final class DataFrame {
    private static final CacheFigure[] FIGURES = CacheFigure.values();

    /** Whether anything in the system keeps data; else nothing here says anything. */
    public boolean on;
    /** Reads of clients that ended well, writes that were acknowledged, since the start. */
    public long reads;

    public long writes;
    /** Reads that gave a value when there had been a newer one. */
    public long staleReads;
    /** Reads that no cache answered. */
    public long storeReads;
    /** Acknowledged writes that nobody has any more. */
    public long lostWrites;

    public long databaseReads;
    public long databaseWrites;
    /** Messages to caches that something was written: sent, late, and lost. */
    public long invalidationsSent;

    public long invalidationsLate;
    public long invalidationsLost;
    /** For how long there had been a newer value when an old one was read, after the warm-up; 0 without any. */
    public double staleAgeMeanNanos;

    public long staleAgeP99Nanos;
    public long staleAgeMaxNanos;

    /** For each node: whether it has a cache, or had one. */
    public boolean[] caches = new boolean[16];
    /** Hits among the lookups of the last second, 0 to 1; not a number without any. */
    public double[] hitRatio = unknown(16);
    /** For each {@link CacheFigure} and node the number, or what is counted of a share, since the start or now. */
    private long[][] parts = new long[FIGURES.length][16];
    /** What shares are parts of. */
    private long[][] wholes = new long[FIGURES.length][16];

    /** Reads and writes of clients that ended there, since the start. */
    public long[] readsEnded = new long[16];

    public long[] writesEnded = new long[16];
    /** Round trips of those of them that were measured, added up, nanoseconds, and how many these are. */
    public long[] readNanos = new long[16];

    public long[] readsTimed = new long[16];
    public long[] writeNanos = new long[16];
    public long[] writesTimed = new long[16];
    /** In the last second: what a database read and wrote itself, what of clients ended at another node, and entries that had to go. */
    public long[] readsLately = new long[16];

    public long[] writesLately = new long[16];
    public long[] evictedLately = new long[16];
    /** Acknowledged writes that crashes there took, since the start. */
    public long[] lostHere = new long[16];
    /** Many requests fetch the same key at once. */
    public boolean[] stampede = new boolean[16];

    private static double[] unknown(int nodes) {
        double[] ratios = new double[nodes];
        Arrays.fill(ratios, Double.NaN);
        return ratios;
    }

    /** Has room for so many nodes. */
    public void reserve(int nodes) {
        if (caches.length < nodes) {
            caches = new boolean[nodes];
            hitRatio = unknown(nodes);
            parts = new long[parts.length][nodes];
            wholes = new long[parts.length][nodes];
            readsEnded = new long[nodes];
            writesEnded = new long[nodes];
            readNanos = new long[nodes];
            readsTimed = new long[nodes];
            writeNanos = new long[nodes];
            writesTimed = new long[nodes];
            readsLately = new long[nodes];
            writesLately = new long[nodes];
            evictedLately = new long[nodes];
            lostHere = new long[nodes];
            stampede = new boolean[nodes];
        }
    }

    /** Says nothing of any node. */
    void clear() {
        on = false;
        Arrays.fill(caches, false);
        Arrays.fill(hitRatio, Double.NaN);
        for (long[][] counts : counts()) {
            for (long[] ofNodes : counts) {
                Arrays.fill(ofNodes, 0);
            }
        }
        Arrays.fill(stampede, false);
    }

    /** Says of the system what another frame says. */
    void system(DataFrame from) {
        on = from.on;
        reads = from.reads;
        writes = from.writes;
        staleReads = from.staleReads;
        storeReads = from.storeReads;
        lostWrites = from.lostWrites;
        databaseReads = from.databaseReads;
        databaseWrites = from.databaseWrites;
        invalidationsSent = from.invalidationsSent;
        invalidationsLate = from.invalidationsLate;
        invalidationsLost = from.invalidationsLost;
        staleAgeMeanNanos = from.staleAgeMeanNanos;
        staleAgeP99Nanos = from.staleAgeP99Nanos;
        staleAgeMaxNanos = from.staleAgeMaxNanos;
    }

    /** Says what another frame says of the system and of so many nodes. */
    public void take(DataFrame from, int nodes) {
        reserve(nodes);
        system(from);
        for (int i = 0; i < nodes; i++) {
            copy(from, i, i);
        }
    }

    /** Says of a node what another frame says of one. */
    void copy(DataFrame from, int i, int at) {
        clear(at);
        add(from, i, at);
    }

    private void clear(int at) {
        caches[at] = false;
        hitRatio[at] = Double.NaN;
        for (long[][] counts : counts()) {
            for (long[] ofNodes : counts) {
                ofNodes[at] = 0;
            }
        }
        stampede[at] = false;
    }

    /** Says of a node what another frame says of one more that it stands for. */
    void add(DataFrame from, int i, int at) {
        double ratio = from.hitRatio[i];
        long before = wholes[CacheFigure.HIT_RATIO.ordinal()][at];
        long more = from.wholes[CacheFigure.HIT_RATIO.ordinal()][i];
        if (!Double.isNaN(ratio)) {
            hitRatio[at] =
                    Double.isNaN(hitRatio[at]) ? ratio : (hitRatio[at] * before + ratio * more) / (before + more);
        }
        caches[at] |= from.caches[i];
        long[][][] to = counts();
        long[][][] its = from.counts();
        for (int kind = 0; kind < to.length; kind++) {
            for (int count = 0; count < to[kind].length; count++) {
                to[kind][count][at] += its[kind][count][i];
            }
        }
        stampede[at] |= from.stampede[i];
    }

    private long[][][] counts() {
        return new long[][][] {
            parts,
            wholes,
            {readsEnded, writesEnded, readNanos, readsTimed, writeNanos, writesTimed},
            {readsLately, writesLately, evictedLately, lostHere}
        };
    }

    /** Says of a node what its caches count. */
    public void count(int node, CacheFigures figures) {
        for (CacheFigure figure : FIGURES) {
            parts[figure.ordinal()][node] = figure.part(figures);
            wholes[figure.ordinal()][node] = figure.isShare() ? figure.whole(figures) : 0;
        }
    }

    /** The number, or what is counted of a share; 0 for a node without a cache. */
    public long count(CacheFigure figure, int node) {
        return parts[figure.ordinal()][node];
    }

    /** The number, or the share from 0 to 1; not a number where there is nothing that it would be a share of. */
    public double of(CacheFigure figure, int node) {
        long part = count(figure, node);
        if (!figure.isShare()) {
            return part;
        }
        long whole = wholes[figure.ordinal()][node];
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
