package roundhouse.caching.invalidation;

import roundhouse.tables.LongTable;

/**
 * Bans: what was stored before one is not served any more, what comes later is. Nothing is searched when one is spoken; an entry is held
 * against them when it is asked for. They are for a group of keys (what a header of the object says, or the key itself) or for all,
 * where a later one of the same group stands for the earlier.
 *
 * <p>A fetch that began before a ban and comes after it is not hit, as in Varnish. Source: varnish-7.1.1, bin/varnishd/cache/cache_ban.c.
 * Constant time.
 */
public final class Bans {
    private static final long NEVER = Long.MIN_VALUE;

    private final LongTable byGroup = new LongTable();
    private long allNanos = NEVER;

    /** What of the group was stored before now is banned. */
    public void ban(long group, long nowNanos) {
        byGroup.put(group, nowNanos);
    }

    /** All that was stored before now is banned, and older bans say nothing more. */
    public void banAll(long nowNanos) {
        allNanos = nowNanos;
        byGroup.clear();
    }

    /** Whether an entry is banned. */
    public boolean hits(long group, long storedNanos) {
        return storedNanos < allNanos || storedNanos < byGroup.get(group, NEVER);
    }

    /** Groups for which there is a ban of their own. */
    public int size() {
        return byGroup.size();
    }
}
