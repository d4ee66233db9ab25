package roundhouse.simulation.tiers;

import roundhouse.tables.LongTable;

/** How often keys were asked for, for a cache that keeps a value from the so manieth request for it. After a million keys it begins anew. */
final class AskedKeys {
    private static final int MOST = 1 << 20;

    private final LongTable times = new LongTable();

    void ask(long key) {
        if (times.size() >= MOST) {
            times.clear();
        }
        times.put(key, times.get(key, 0) + 1);
    }

    long times(long key) {
        return times.get(key, 0);
    }
}
