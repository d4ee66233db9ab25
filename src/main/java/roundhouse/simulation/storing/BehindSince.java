package roundhouse.simulation.storing;

import java.util.Arrays;
import roundhouse.tables.LongTable;

/** Since when one member has something older than another replica, key by key. Constant time on average. */
final class BehindSince {
    private static final long NOT = -1;

    private final LongTable since = new LongTable();
    /** Keys in the order in which they fell behind, and since when; some have caught up. */
    private long[] keys = new long[16];

    private long[] times = new long[16];
    private int from;
    private int to;

    /** It lacks something under the key. */
    void lacks(long key, long nowNanos) {
        if (since.contains(key)) {
            return;
        }
        since.put(key, nowNanos);
        if (to == keys.length) {
            compact();
        }
        keys[to] = key;
        times[to++] = nowNanos;
    }

    /** It has the newest of the key. Returns for how long it had not, nanoseconds; less than 0 if it had. */
    long has(long key, long nowNanos) {
        long before = since.size() == 0 ? NOT : since.remove(key, NOT);
        return before == NOT ? NOT : nowNanos - before;
    }

    /** For how long it lacks something, nanoseconds; 0 where it has all. */
    long longestNanos(long nowNanos) {
        while (from < to && since.get(keys[from], NOT) != times[from]) {
            from++;
        }
        return from == to ? 0 : nowNanos - times[from];
    }

    private void compact() {
        int kept = 0;
        for (int i = from; i < to; i++) {
            if (since.get(keys[i], NOT) == times[i]) {
                keys[kept] = keys[i];
                times[kept++] = times[i];
            }
        }
        from = 0;
        to = kept;
        if (kept > keys.length / 2) {
            keys = Arrays.copyOf(keys, keys.length * 2);
            times = Arrays.copyOf(times, times.length * 2);
        }
    }
}
