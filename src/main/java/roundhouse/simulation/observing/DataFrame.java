package roundhouse.simulation.observing;

import java.util.Arrays;

/** What a frame says of data: of each node's caches, and of the system. */
public final class DataFrame {
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

    /** For each node: whether it has a cache, or had one. */
    public boolean[] caches = new boolean[16];
    /** Hits among the lookups of the last second, 0 to 1; not a number without any. */
    public double[] hitRatio = unknown(16);
    /** Lookups that gave something, and that gave nothing, since the start. */
    public long[] hits = new long[16];

    public long[] misses = new long[16];
    /** Hits of which there had been a newer value, since the start. */
    public long[] stale = new long[16];
    /** Entries that had to go for others, since the start. */
    public long[] evicted = new long[16];
    /** Entries and bytes of their values now. */
    public long[] entries = new long[16];

    public long[] bytes = new long[16];
    /** Entries that the store does not have, now. */
    public long[] dirty = new long[16];
    /** Reads and writes of clients that ended there, since the start. */
    public long[] readsEnded = new long[16];

    public long[] writesEnded = new long[16];
    /** Entries found when their time was over, since the start. */
    public long[] expired = new long[16];
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
    void reserve(int nodes) {
        if (caches.length < nodes) {
            caches = new boolean[nodes];
            hitRatio = unknown(nodes);
            hits = new long[nodes];
            misses = new long[nodes];
            stale = new long[nodes];
            evicted = new long[nodes];
            entries = new long[nodes];
            bytes = new long[nodes];
            dirty = new long[nodes];
            readsEnded = new long[nodes];
            writesEnded = new long[nodes];
            expired = new long[nodes];
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
        for (long[] counts : counts()) {
            Arrays.fill(counts, 0);
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
        for (long[] counts : counts()) {
            counts[at] = 0;
        }
        stampede[at] = false;
    }

    /** Says of a node what another frame says of one more that it stands for. */
    void add(DataFrame from, int i, int at) {
        double ratio = from.hitRatio[i];
        long before = hits[at] + misses[at];
        long more = from.hits[i] + from.misses[i];
        if (!Double.isNaN(ratio)) {
            hitRatio[at] =
                    Double.isNaN(hitRatio[at]) ? ratio : (hitRatio[at] * before + ratio * more) / (before + more);
        }
        caches[at] |= from.caches[i];
        long[][] to = counts();
        long[][] its = from.counts();
        for (int count = 0; count < to.length; count++) {
            to[count][at] += its[count][i];
        }
        stampede[at] |= from.stampede[i];
    }

    private long[][] counts() {
        return new long[][] {
            hits,
            misses,
            stale,
            evicted,
            entries,
            bytes,
            dirty,
            readsEnded,
            writesEnded,
            expired,
            readsLately,
            writesLately,
            evictedLately,
            lostHere
        };
    }
}
