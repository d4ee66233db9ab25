package roundhouse.simulation.tiers;

import java.util.function.LongPredicate;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.freshness.Held;
import roundhouse.caching.freshness.Windows;
import roundhouse.caching.invalidation.Bans;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.FollowedKey;
import roundhouse.simulation.data.KeyVersions;

/**
 * Notes what a cache holds. Reads only.
 *
 * @param dirty whether the store does not have the key's value yet
 */
record TierContents(
        Cache cache,
        Windows windows,
        Bans bans,
        KeyVersions versions,
        KeySpaces spaces,
        LongPredicate dirty,
        long nowNanos) {

    void write(CacheContents to, long follow) {
        to.there = true;
        to.timeNanos = nowNanos;
        to.entries = cache.size();
        to.inBytes = cache.bound().unit() == CacheBound.Unit.BYTES;
        to.holds = to.inBytes ? cache.bytes() : cache.size();
        to.capacity = cache.bound().most();
        long whole = follow == CacheContents.NONE ? CacheContents.NONE : whole(follow);
        to.seek(whole);
        cache.describe(to);
        VersionedNames names = new VersionedNames(cache, versions);
        long newestNanos = Long.MIN_VALUE;
        for (int cell = 0; cell < to.cells; cell++) {
            int slot = cache.find(to.keys[cell]);
            to.states[cell] = slot == Cache.NONE ? CacheContents.REMEMBERED : state(slot);
            if (slot != Cache.NONE && cache.usedNanos(slot) > newestNanos) {
                newestNanos = cache.usedNanos(slot);
                to.newest = cell;
            }
            long key = slot == Cache.NONE ? to.keys[cell] : names.keyAt(slot);
            to.keys[cell] = names.isVersioned(key) ? CacheContents.NONE : KeyVersions.version(key);
        }
        if (follow != CacheContents.NONE) {
            follow(to.followed, follow, whole);
        }
    }

    /** The key as the cache has it, of the first dataset of which it is there. */
    private long whole(long key) {
        for (int i = 0; i < spaces.size(); i++) {
            if (cache.find(spaces.keyOf(i, key)) != Cache.NONE) {
                return spaces.keyOf(i, key);
            }
        }
        if (spaces.size() > 0) {
            return spaces.keyOf(0, key);
        }
        long versioned = new VersionedNames(cache, versions).newestKept(key);
        return versioned == Cache.NONE ? key : versioned;
    }

    private byte state(int slot) {
        if (dirty.test(cache.key(slot))) {
            return CacheContents.DIRTY;
        }
        if (bans.size() > 0 && bans.hits(KeyVersions.version(cache.key(slot)), cache.storedNanos(slot))) {
            return CacheContents.BANNED;
        }
        if (windows.judge(cache.expiresNanos(slot), nowNanos) != Held.FRESH) {
            return CacheContents.EXPIRED;
        }
        return staleNanos(slot) == KeyVersions.FRESH ? CacheContents.FRESH : CacheContents.OUTDATED;
    }

    private long staleNanos(int slot) {
        long stamp = cache.version(slot);
        return stamp == KeyVersions.NOTHING
                ? KeyVersions.FRESH
                : versions.staleNanos(
                        KeyVersions.version(new VersionedNames(cache, versions).keyAt(slot)), stamp, nowNanos);
    }

    private void follow(FollowedKey to, long key, long whole) {
        to.key = key;
        int slot = cache.find(whole);
        if (slot == Cache.NONE) {
            to.gone = Departures.reason(cache, whole).words();
            to.goneNanos = Departures.sinceNanos(cache, whole);
            return;
        }
        to.kept = true;
        to.state = state(slot);
        to.storedNanos = cache.storedNanos(slot);
        to.usedNanos = cache.usedNanos(slot);
        to.expiresNanos = cache.expiresNanos(slot);
        long staleNanos = staleNanos(slot);
        to.outdatedSinceNanos = staleNanos == KeyVersions.FRESH ? CacheContents.NONE : nowNanos - staleNanos;
    }
}
