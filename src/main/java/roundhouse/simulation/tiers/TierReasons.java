package roundhouse.simulation.tiers;

import org.jspecify.annotations.Nullable;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.eviction.EvictionReason;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CacheObserver;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.KeptValue;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.reasons.Newer;

/** Tells whoever looks why a cache answers as it does, and why keys come and go. Reads only; there is none where nobody looks. */
final class TierReasons {
    private final CacheObserver observer;
    private final KeyVersions versions;
    private final String name;
    private KeptValue.Rule rule = KeptValue.Rule.PLAIN;
    /** The key that is being put; {@link Leaving#NONE} for none. */
    private long coming = Leaving.NONE;

    private TierReasons(CacheObserver observer, KeyVersions versions, String name) {
        this.observer = observer;
        this.versions = versions;
        this.name = name;
    }

    static @Nullable TierReasons of(RunContext context, String name) {
        CacheObserver observer = context.observer.caches();
        return observer == null ? null : new TierReasons(observer, context.versions, name);
    }

    /** The cache counts so from now on. */
    void rule(CacheRules rules) {
        rule = rules.told();
    }

    void given(Attempt attempt, Cache cache, SlotTimes times, int slot, CacheReason.How how, long nowNanos) {
        tell(attempt, new CacheReason.Given(value(cache, times, slot), how), nowNanos);
    }

    /** What is given was not looked up: it was written a moment ago, or fetched. */
    void given(Attempt attempt, long stamp, CacheReason.How how, long nowNanos) {
        KeptValue value = new KeptValue(
                KeyVersions.version(stamp),
                versions.writtenNanos(stamp),
                KeptValue.EVER,
                KeptValue.EVER,
                KeptValue.Rule.PLAIN,
                newer(attempt.key(), stamp));
        tell(attempt, new CacheReason.Given(value, how), nowNanos);
    }

    void expired(Attempt attempt, Cache cache, SlotTimes times, int slot, boolean waits, long nowNanos) {
        tell(attempt, new CacheReason.Expired(value(cache, times, slot), new CacheReason.Next(waits, 0)), nowNanos);
    }

    /** @param sinceNanos since when it is not there, as far as the cache itself knows */
    void absent(Attempt attempt, long key, Departure reason, long sinceNanos, boolean waits, long nowNanos) {
        Leaving known = observer.leaving(name, key);
        Leaving leaving =
                known == null || reason == Departure.NEVER_HERE ? Leaving.at(reason.cause(), sinceNanos) : known;
        tell(attempt, new CacheReason.Absent(leaving, new CacheReason.Next(waits, 0)), nowNanos);
    }

    void passed(Attempt attempt, CacheReason.Bypass why, long nowNanos) {
        tell(attempt, new CacheReason.Bypassed(why), nowNanos);
    }

    private void tell(Attempt attempt, CacheReason reason, long nowNanos) {
        observer.answered(attempt, new CacheAnswer("", name, nowNanos, attempt.key(), reason));
    }

    private KeptValue value(Cache cache, SlotTimes times, int slot) {
        long stamp = cache.version(slot);
        boolean nothing = stamp == KeyVersions.NOTHING;
        return new KeptValue(
                nothing ? KeptValue.NOTHING : KeyVersions.version(stamp),
                cache.storedNanos(slot),
                times.lifeNanos(slot),
                cache.expiresNanos(slot),
                rule,
                nothing ? null : newer(KeyVersions.version(cache.key(slot)), stamp));
    }

    private @Nullable Newer newer(long key, long stamp) {
        long next = versions.next(key, stamp);
        return next == KeyVersions.NOTHING
                ? null
                : new Newer(
                        next,
                        KeyVersions.version(versions.newest(KeyVersions.dataset(stamp), key)),
                        versions.writtenNanos(next),
                        versions.writer(next),
                        "",
                        "",
                        Newer.Message.NONE);
    }

    /** The key is about to be put. */
    void comes(long key) {
        coming = key;
    }

    void kept(Cache cache, SlotTimes times, int slot) {
        coming = Leaving.NONE;
        observer.kept(name, cache.key(slot), value(cache, times, slot));
    }

    /** The key was put and is not there; who evicts the newcomer itself has told so. */
    void notKept(long key, boolean asked, CacheBound bound, int bytes, long nowNanos) {
        coming = Leaving.NONE;
        if (!asked) {
            observer.left(name, key, Leaving.at(Leaving.Cause.TOO_NEW, nowNanos));
        } else if (bound.unitsOf(bytes) > bound.most()) {
            observer.left(name, key, Leaving.at(Leaving.Cause.TOO_LARGE, nowNanos));
        }
    }

    void left(Cache cache, int slot, Leaving.Cause cause, long request, long nowNanos) {
        observer.left(
                name,
                cache.key(slot),
                Leaving.at(cause, nowNanos)
                        .of(cache.storedNanos(slot), cache.usedNanos(slot))
                        .by(request));
    }

    void deleted(long key, long request, long nowNanos) {
        observer.deleted(name, key, request, nowNanos);
    }

    void evicted(Cache cache, int slot, String policy, long nowNanos) {
        long key = cache.key(slot);
        Leaving.Cause cause = coming == Leaving.NONE
                ? Leaving.Cause.SHRUNK
                : coming == key ? Leaving.Cause.NOT_LET_IN : Leaving.Cause.EVICTED;
        EvictionReason reason = cache.whyEvicted(slot);
        observer.left(
                name,
                key,
                Leaving.at(cause, nowNanos)
                        .of(cache.storedNanos(slot), cache.usedNanos(slot))
                        .decided(policy, reason.saw(), clientKey(reason.rival()), clientKey(coming)));
    }

    private static long clientKey(long key) {
        return key == Leaving.NONE ? Leaving.NONE : KeyVersions.version(key);
    }
}
