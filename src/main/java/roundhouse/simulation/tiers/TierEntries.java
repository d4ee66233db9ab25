package roundhouse.simulation.tiers;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheListener;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.topology.nodes.data.CacheSettings;

/** What a cache of a running system holds: each entry that comes or goes is counted, told to the ledger, and remembered with its reason. */
final class TierEntries implements CacheListener {
    /** Its number in the run's ledger. */
    final int number;

    Cache cache;
    /** How often each key was asked for that is not kept yet. */
    final AskedKeys asked = new AskedKeys();
    /** When the value in each slot came, and for how long it was to be good. */
    SlotTimes times = new SlotTimes();
    /** The datasets of what ever was there. */
    final KeySpaces spaces = new KeySpaces();
    /** Null where nobody wants to know why. */
    final @Nullable TierReasons reasons;
    /** Hears the key of each entry that has to go for others. */
    LongConsumer evictions = _ -> {};
    /** Knows of each key, as the cache has it, whether the store does not have its value yet. */
    LongPredicate dirty = _ -> false;

    private final RunContext context;
    private final RandomStream random;
    private final CacheFigures figures;
    private CacheRules rules;
    private boolean takenOut;
    private long countedEntries;
    private long countedBytes;

    TierEntries(RunContext context, String name, CacheRules rules, RandomStream random, CacheFigures figures) {
        this.context = context;
        this.rules = rules;
        this.random = random;
        this.figures = figures;
        number = context.nextCache();
        reasons = TierReasons.of(context, name);
        cache = CacheMaking.create(rules.settings, random, this);
        if (reasons != null) {
            reasons.rule(rules);
        }
    }

    /** These rules hold from now on. Entries keep the lives they have. */
    void become(CacheRules next) {
        CacheSettings before = rules.settings;
        rules = next;
        if (!CacheMaking.sameKind(before, next.settings)) {
            move(CacheMaking.create(next.settings, random, this));
        } else if (!before.capacity().equals(next.settings.capacity())) {
            cache.resize(CacheMaking.bound(next.settings));
            count();
        }
        if (reasons != null) {
            reasons.rule(next);
        }
    }

    /** All that is there goes into another cache, what was used last coming last. */
    private void move(Cache next) {
        Cache from = cache;
        SlotTimes old = times;
        times = new SlotTimes();
        cache = next;
        next.takeNotes(from);
        for (int at : CacheMaking.byUse(from)) {
            int to = next.put(from.key(at), from.storedNanos(at), from.bytes(at));
            if (to == Cache.NONE) {
                Departures.went(next, from.key(at), Departure.NOT_ADMITTED, context.kernel.nowNanos());
                context.ledger.went(number, from.key(at));
            } else {
                next.version(to, from.version(at));
                next.expires(to, from.expiresNanos(at));
                times.begin(to, old.lifeNanos(at), old.sinceNanos(at), old.fetchNanos(at));
            }
        }
        count();
    }

    CacheRules rules() {
        return rules;
    }

    /** The cache is taken out of its node: all goes, and what is still fetched for it is kept nowhere. */
    void takeOut(long nowNanos) {
        empty(Leaving.Cause.TAKEN_OUT, nowNanos);
        takenOut = true;
    }

    /**
     * A value came.
     *
     * @param tookNanos how long it took to fetch it
     */
    void keep(long key, long stamp, int bytes, long tookNanos, long nowNanos) {
        keep(key, stamp, bytes, rules.lifetimes.draw(false, random), tookNanos, nowNanos);
    }

    /** That there is nothing is kept, if such answers are. */
    void keepNothing(long key, long nowNanos) {
        long lifeNanos = rules.lifetimes.draw(true, random);
        if (lifeNanos > 0 && cache.find(key) == Cache.NONE) {
            keep(key, KeyVersions.NOTHING, 1, lifeNanos, 0, nowNanos);
        }
    }

    private void keep(long key, long stamp, int bytes, long lifeNanos, long tookNanos, long nowNanos) {
        if (takenOut) {
            return;
        }
        boolean admitted = rules.settings.admitAfter() <= 1 || asked.times(key) >= rules.settings.admitAfter();
        if (reasons != null) {
            reasons.comes(key);
        }
        long since = beginsNanos(key, lifeNanos, nowNanos);
        int at = admitted ? cache.put(key, nowNanos, bytes) : Cache.NONE;
        if (at == Cache.NONE) {
            Departures.went(cache, key, Departure.NOT_ADMITTED, nowNanos);
            if (reasons != null) {
                reasons.notKept(key, admitted, cache.bound(), bytes, nowNanos);
            }
        } else {
            if (context.versions.isDataset(KeyVersions.dataset(key))) {
                spaces.add(key);
            }
            cache.version(at, stamp);
            cache.expires(at, rules.freshUntilNanos(since, lifeNanos));
            times.begin(at, lifeNanos, since, tookNanos);
            if (reasons != null) {
                reasons.kept(cache, times, at);
            }
            context.ledger.kept(number, key, stamp, bytes, lifeNanos);
        }
        count();
    }

    /**
     * From when the life of what is kept now is counted. What is written over an entry that is fresh may keep that one's time; lives that
     * differ by entry are always counted anew.
     */
    private long beginsNanos(long key, long lifeNanos, long nowNanos) {
        if (!rules.settings.freshness().mayKeepTimes()) {
            return nowNanos;
        }
        int before = cache.find(key);
        return before != Cache.NONE && nowNanos < cache.expiresNanos(before) && lifeNanos == times.lifeNanos(before)
                ? rules.settings.freshness().renewedNanos(times.sinceNanos(before), nowNanos, lifeNanos)
                : nowNanos;
    }

    /**
     * The key goes, if it is there. Returns whether it was.
     *
     * @param request who wants it, by the request's number; 0 for none
     */
    boolean drop(long key, Leaving.Cause cause, long request, long nowNanos) {
        int at = reasons == null ? Cache.NONE : cache.find(key);
        if (reasons != null && cause == Leaving.Cause.WRITTEN) {
            reasons.deleted(key, request, nowNanos);
        }
        boolean there = cache.remove(key);
        if (there) {
            figures.invalidated++;
            context.ledger.went(number, key);
            Departures.went(cache, key, Departure.of(cause), nowNanos);
            if (reasons != null) {
                reasons.left(cache, at, cause, request, nowNanos);
            }
            count();
        }
        return there;
    }

    /** All goes. */
    void empty(Leaving.Cause cause, long nowNanos) {
        figures.emptied += cache.size() > 0 ? 1 : 0;
        for (int at = 0; at < cache.slots(); at++) {
            if (cache.kept(at)) {
                long key = cache.key(at);
                boolean unwritten = cause == Leaving.Cause.CRASH && dirty.test(key);
                Departures.went(cache, key, unwritten ? Departure.LOST_DIRTY : Departure.of(cause), nowNanos);
                if (reasons != null) {
                    reasons.left(cache, at, cause, 0, nowNanos);
                }
                context.ledger.went(number, key);
            }
        }
        cache.clear();
        count();
    }

    @Override
    public void evicted(Cache from, int at) {
        figures.evicted++;
        evictions.accept(from.key(at));
        context.ledger.went(number, from.key(at));
        Departures.evicted(from, at, context.kernel.nowNanos());
        if (reasons != null) {
            reasons.evicted(from, at, rules.settings.policy(), context.kernel.nowNanos());
        }
    }

    private void count() {
        figures.entries += cache.size() - countedEntries;
        figures.bytes += cache.bytes() - countedBytes;
        countedEntries = cache.size();
        countedBytes = cache.bytes();
    }
}
