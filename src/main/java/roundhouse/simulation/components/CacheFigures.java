package roundhouse.simulation.components;

import java.util.Arrays;

/** What became of lookups in the caches of one node, from the start of the run, and what they hold now. */
public final class CacheFigures {
    private static final int PLACES = 64;

    /** Lookups that gave a value, fresh or not, and those that gave none. */
    public long hits;

    public long misses;
    /** The same in bytes of values. */
    public long hitBytes;

    public long missBytes;
    /** Hits that gave a value of which there had been a newer one. */
    public long stale;
    /** Hits that gave a value whose time was over, because it was being fetched anew or could not be. */
    public long outdated;
    /** Misses for keys that had never been there. */
    public long cold;
    /** Entries found when their time was over. */
    public long expired;
    /** Entries that had to go for others. */
    public long evicted;
    /** Entries that were taken out: deleted, invalidated, purged. */
    public long invalidated;
    /** Misses that waited for the fetch of another. */
    public long coalesced;
    /** Fetches of what was there, begun behind an answer. */
    public long refreshes;
    /** Those of them that were begun before the entry's time was over, and how long before, added up, nanoseconds. */
    public long early;

    public long earlyNanos;
    /** Reads of clients that ended here. */
    public long served;
    /** Lookups that were answered with a failure that is kept. */
    public long negative;
    /** Values set too late, that a deletion had forbidden. */
    public long refusedSets;

    /** Acknowledged writes that crashes here took before the store had them. */
    public long lostWrites;

    /** Misses for what had been there and had to go for others. */
    public long returned;
    /** How often all that was there went at once. */
    public long emptied;

    /** Misses by key since somebody last looked, of those that fetch for themselves: of keys that share a place, the latest. */
    private final long[] missedKeys = new long[PLACES];

    private final int[] missedTimes = new int[PLACES];
    private long mostMissedKey;
    private long mostMissed;
    private String mostMissedReason = "";

    /** Entries, and bytes of their values, at this moment. */
    public long entries;

    public long bytes;
    /** Entries that the store does not have yet, at this moment. */
    public long dirty;

    /** A request missed the key and fetches it. Returns how many did since somebody last looked. */
    public long missedBy(long key) {
        int place = (int) (key & (PLACES - 1));
        if (missedKeys[place] != key) {
            missedKeys[place] = key;
            missedTimes[place] = 0;
        }
        int times = ++missedTimes[place];
        if (times > mostMissed) {
            mostMissed = times;
            mostMissedKey = key;
        }
        return times;
    }

    /** The key that was missed most, without its dataset, and how often. */
    public long mostMissedKey() {
        return mostMissedKey;
    }

    public long mostMissed() {
        return mostMissed;
    }

    /** Why it is not there, in words that follow: ", which had expired"; empty where nobody knows. */
    public String mostMissedReason() {
        return mostMissedReason;
    }

    public void mostMissedReason(String words) {
        mostMissedReason = words;
    }

    /** Somebody has looked at what was missed. */
    public void looked() {
        if (mostMissed > 0) {
            Arrays.fill(missedTimes, 0);
            mostMissed = 0;
        }
    }

    /** Lookups so far. */
    public long lookups() {
        return hits + misses;
    }

    /** Hits among lookups, 0 to 1; not a number without any. */
    public double hitRatio() {
        return lookups() == 0 ? Double.NaN : (double) hits / lookups();
    }
}
