package roundhouse.caching.writing;

import java.util.Arrays;
import roundhouse.tables.LongTable;

/**
 * Leases on missing keys: a miss is given a token, and a set is taken only with the token of the latest. A delete makes the token worth
 * nothing, so what a slow reader brings after it, which may be old, is refused; and since a key's tokens are so far apart in time, all
 * others wait, or use what is old, instead of going to the store too. A key is known to it from its first miss until {@link #forget}.
 *
 * <p>Source: Nishtala et al.: Scaling Memcache at Facebook, NSDI 2013, section 3.2.1, with one token in 10 s for a key, whatever happens
 * to it; memcached 1.6's meta commands, where a delete also lets the next miss have a token at once. Constant time, nothing allocated
 * once it has known as many keys at a time as it will.
 */
public final class Leases {
    /** Instead of a token: somebody else has one. */
    public static final long WAIT = 0;

    private static final int NONE = -1;

    private final long intervalNanos;
    private final boolean deleteFrees;
    private final LongTable rows = new LongTable();
    private long[] token = new long[16];
    private long[] issuedNanos = new long[16];
    private boolean[] free = new boolean[16];
    private int[] freeRows = new int[16];
    private int freeCount;
    private int made;
    private long latest;

    /**
     * Leases.
     *
     * @param intervalNanos how long a key's tokens are apart; memcached's lifetime of what stands for a missing key. Above 0
     * @param deleteFrees whether the first miss after a delete is given a token at once, however long ago the last one was
     */
    public Leases(long intervalNanos, boolean deleteFrees) {
        this.intervalNanos = intervalNanos;
        this.deleteFrees = deleteFrees;
    }

    /** The key was not there, or is stale: a token, or {@link #WAIT}. */
    public long miss(long key, long nowNanos) {
        int row = (int) rows.get(key, NONE);
        if (row == NONE) {
            row = newRow(key);
        } else if (!free[row] && nowNanos - issuedNanos[row] < intervalNanos) {
            return WAIT;
        }
        token[row] = ++latest;
        issuedNanos[row] = nowNanos;
        free[row] = false;
        return latest;
    }

    /** Until when a miss of the key is told to wait; {@code nowNanos} if it would be given a token. */
    public long waitsUntilNanos(long key, long nowNanos) {
        int row = (int) rows.get(key, NONE);
        return row == NONE || free[row] ? nowNanos : Math.max(nowNanos, issuedNanos[row] + intervalNanos);
    }

    /** Whether a set with the token is taken; it is worth nothing then. */
    public boolean sets(long key, long withToken) {
        int row = (int) rows.get(key, NONE);
        if (row == NONE || token[row] != withToken) {
            return false;
        }
        token[row] = WAIT;
        return true;
    }

    /** The key was deleted or marked stale: whoever has a token for it must not set it. */
    public void deleted(long key) {
        int row = (int) rows.get(key, NONE);
        if (row != NONE) {
            token[row] = WAIT;
            free[row] = deleteFrees;
        }
    }

    /** Nothing need be remembered of the key. Its tokens are worth nothing. */
    public void forget(long key) {
        int row = rows.size() == 0 ? NONE : (int) rows.remove(key, NONE);
        if (row != NONE) {
            if (freeCount == freeRows.length) {
                freeRows = Arrays.copyOf(freeRows, 2 * freeCount);
            }
            freeRows[freeCount++] = row;
        }
    }

    /** Forgets all, as when the cache breaks down. */
    public void clear() {
        rows.clear();
        freeCount = 0;
        made = 0;
    }

    private int newRow(long key) {
        int row = freeCount > 0 ? freeRows[--freeCount] : made++;
        if (row == token.length) {
            token = Arrays.copyOf(token, 2 * row);
            issuedNanos = Arrays.copyOf(issuedNanos, 2 * row);
            free = Arrays.copyOf(free, 2 * row);
        }
        rows.put(key, row);
        return row;
    }
}
