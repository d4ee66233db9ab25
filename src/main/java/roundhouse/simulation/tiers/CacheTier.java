package roundhouse.simulation.tiers;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheListener;
import roundhouse.caching.fetching.Fetches;
import roundhouse.caching.freshness.EarlyRefresh;
import roundhouse.caching.freshness.Held;
import roundhouse.caching.freshness.Lifetimes;
import roundhouse.caching.freshness.Windows;
import roundhouse.caching.invalidation.Bans;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.data.DataPlace;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.TtlStart;

/**
 * One cache of a running system: what it holds, for how long that is good, and what became of lookups. Values are versions of keys;
 * whether one is stale in truth the cache does not know, but the figures do. A lookup is {@link #look}, and then either {@link #give},
 * {@link #refuse} or {@link #miss}.
 */
public final class CacheTier implements CacheListener, KeptCache {
    /** So many fetches of one key at a time are told apart from what happens by chance. */
    private static final int STAMPEDE = 10;

    private final RunContext context;
    private final int number;
    private final String name;
    private final CacheFigures figures;
    private final RandomStream random;
    private SlotTimes times = new SlotTimes();
    private CacheSettings settings;
    private Cache cache;
    private Fetches fetches;
    /** Those of other rules, from when nothing is under way by those so far. */
    private @Nullable Fetches otherFetches;

    private Windows windows;
    private Lifetimes lifetimes;
    private @Nullable EarlyRefresh early;
    private final Bans bans = new Bans();
    private final AskedKeys asked = new AskedKeys();
    private final KeySpaces spaces = new KeySpaces();
    private LongConsumer evictions = _ -> {};
    private LongPredicate dirty = _ -> false;
    private int slot = Cache.NONE;
    /** Null where nobody wants to know why. */
    private final @Nullable TierReasons reasons;

    /**
     * @param name whose cache it is, for its chance and for people
     * @param figures to which it adds what becomes of it; several caches of one node share them
     */
    public CacheTier(RunContext context, String name, CacheSettings settings, CacheFigures figures) {
        this.context = context;
        number = context.nextCache();
        this.name = name;
        this.figures = figures;
        this.settings = settings;
        random = context.streams.of(name, "cache");
        reasons = TierReasons.of(context, name);
        cache = CacheMaking.create(settings, random, this);
        fetches = new Fetches(CacheRules.coalescing(settings));
        windows = CacheRules.windows(settings);
        lifetimes = CacheRules.lifetimes(settings);
        early = CacheRules.early(settings);
        if (reasons != null) {
            reasons.rule(settings);
        }
        context.ledger.cacheIs(number, name, settings);
    }

    /** The cache as it is to be from now on: what there was goes on in it. Null for none. */
    public static @Nullable CacheTier become(
            @Nullable CacheTier before,
            RunContext context,
            String name,
            @Nullable CacheSettings settings,
            CacheFigures figures) {
        if (settings == null) {
            if (before != null) {
                before.empty(Leaving.Cause.TAKEN_OUT, context.kernel.nowNanos());
                context.ledger.cacheIs(before.number, name, null);
            }
            return null;
        }
        if (before == null) {
            context.data.turnOn();
            return new CacheTier(context, name, settings, figures);
        }
        before.become(settings);
        return before;
    }

    /** Its settings are these from now on. Entries keep the lives they have. */
    private void become(CacheSettings next) {
        CacheSettings before = settings;
        settings = next;
        if (!CacheMaking.sameKind(before, next)) {
            move(CacheMaking.create(next, random, this));
        } else if (!before.capacity().equals(next.capacity())) {
            cache.resize(CacheMaking.bound(next));
            count();
        }
        if (!CacheRules.coalescing(before).equals(CacheRules.coalescing(next))) {
            otherFetches = new Fetches(CacheRules.coalescing(next));
        }
        windows = CacheRules.windows(settings);
        lifetimes = CacheRules.lifetimes(settings);
        early = CacheRules.early(settings);
        if (reasons != null) {
            reasons.rule(settings);
        }
        context.ledger.cacheIs(number, name, settings);
    }

    /** All that is there goes into another cache, what was used last coming last. */
    private void move(Cache next) {
        Cache from = cache;
        SlotTimes old = times;
        times = new SlotTimes();
        cache = next;
        next.takeNotes(from);
        slot = Cache.NONE;
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

    /** Is told the key of each entry that has to go for others. */
    public void tellEvicted(LongConsumer listener) {
        evictions = listener;
    }

    /** Knows of each key, as the cache has it, whether the store does not have its value yet. */
    public void askDirty(LongPredicate known) {
        dirty = known;
    }

    public CacheSettings settings() {
        return settings;
    }

    /** Who fetches what, and who waits for it. */
    public Fetches fetches() {
        if (otherFetches != null && fetches.fetching() == 0 && fetches.waiting() == 0) {
            fetches = otherFetches;
            otherFetches = null;
        }
        return fetches;
    }

    /** What the key is good for now. What is done with that is still to be told. */
    public Held look(long key, long nowNanos) {
        if (settings.admitAfter() > 1) {
            asked.ask(key);
        }
        context.ledger.looked(number, key);
        slot = cache.get(key, nowNanos);
        return judge(nowNanos);
    }

    /** The same once more for one who was told before and waited: no lookup that counts. */
    public Held lookAgain(long key, long nowNanos) {
        slot = cache.find(key);
        return judge(nowNanos);
    }

    private Held judge(long nowNanos) {
        if (slot != Cache.NONE
                && bans.size() > 0
                && bans.hits(KeyVersions.version(cache.key(slot)), cache.storedNanos(slot))) {
            drop(cache.key(slot), Leaving.Cause.BAN, 0, nowNanos);
            slot = Cache.NONE;
        }
        if (slot == Cache.NONE) {
            return Held.ABSENT;
        }
        Held verdict = windows.judge(cache.expiresNanos(slot), nowNanos);
        if (verdict == Held.FRESH) {
            if (settings.ttlFrom() == TtlStart.USE) {
                renew(nowNanos);
            }
        } else if (times.noteExpiry(slot)) {
            figures.expired++;
        }
        return verdict;
    }

    private void renew(long nowNanos) {
        long lifeNanos = times.lifeNanos(slot);
        long since = settings.freshness().renewedNanos(times.sinceNanos(slot), nowNanos, lifeNanos);
        times.since(slot, since);
        cache.expires(slot, freshUntilNanos(since, lifeNanos));
    }

    private long freshUntilNanos(long sinceNanos, long lifeNanos) {
        return switch (settings.ttlFrom()) {
            case FETCH -> settings.freshness().freshUntilNanos(sinceNanos, lifeNanos, 0);
            case USE -> settings.freshness().unusedUntilNanos(sinceNanos, lifeNanos);
        };
    }

    /**
     * From when the life of what is kept now is counted. What is written over an entry that is fresh may keep that one's time; lives that
     * differ by entry are always counted anew.
     */
    private long beginsNanos(long key, long lifeNanos, long nowNanos) {
        int before = cache.find(key);
        return before != Cache.NONE && nowNanos < cache.expiresNanos(before) && lifeNanos == times.lifeNanos(before)
                ? settings.freshness().renewedNanos(times.sinceNanos(before), nowNanos, lifeNanos)
                : nowNanos;
    }

    /** Whether what was found fresh is to be fetched anew already. Draws a number if it could be. */
    public boolean isEarly(long nowNanos) {
        return early != null
                && cache.expiresNanos(slot) != Long.MAX_VALUE
                && early.due(cache.expiresNanos(slot), times.fetchNanos(slot), nowNanos, random);
    }

    /** What was found is given, and fetched anew behind that. */
    public void refreshes(long nowNanos) {
        figures.refreshes++;
        long leftNanos = cache.expiresNanos(slot) - nowNanos;
        if (leftNanos > 0) {
            figures.early++;
            figures.earlyNanos += leftNanos;
        }
    }

    /** Whether what was found may be given where it cannot be fetched anew. */
    public boolean helpsOnError(long key, long nowNanos) {
        slot = cache.find(key);
        return slot != Cache.NONE
                && cache.version(slot) != KeyVersions.NOTHING
                && windows.servesOnError(cache.expiresNanos(slot), nowNanos);
    }

    /** Whether what was found is that there is nothing. */
    public boolean isNegative() {
        return cache.version(slot) == KeyVersions.NOTHING;
    }

    /** What was found is given to the attempt. */
    public void give(Attempt attempt, DataPlace from, long nowNanos) {
        long stamp = cache.version(slot);
        long staleNanos = context.versions.staleNanos(attempt.key(), stamp, nowNanos);
        figures.hits++;
        figures.hitBytes += cache.bytes(slot);
        figures.stale += staleNanos == KeyVersions.FRESH ? 0 : 1;
        figures.outdated += nowNanos < cache.expiresNanos(slot) ? 0 : 1;
        context.ledger.gave(number, cache.key(slot), stamp, false);
        attempt.data().bring(stamp, staleNanos, from);
        told(attempt, nowNanos);
    }

    /** Who wants to know is told that the attempt is given what was found. */
    private void told(Attempt attempt, long nowNanos) {
        if (reasons != null) {
            boolean fresh = nowNanos < cache.expiresNanos(slot);
            reasons.given(
                    attempt,
                    cache,
                    times,
                    slot,
                    fresh ? CacheReason.How.FRESH : CacheReason.How.WHILE_FETCHED,
                    nowNanos);
        }
    }

    /**
     * A key that was written is still to go to the store: it is given from there, unless it is in the cache too.
     *
     * @return whether it was given
     */
    public boolean givePending(Attempt attempt, long key, long stamp, DataPlace from) {
        long nowNanos = context.kernel.nowNanos();
        int at = cache.find(key);
        if (at != Cache.NONE && windows.judge(cache.expiresNanos(at), nowNanos) == Held.FRESH) {
            return false;
        }
        figures.hits++;
        figures.hitBytes += attempt.valueBytes;
        context.ledger.gavePending(number, key, stamp);
        attempt.data().bring(stamp, context.versions.staleNanos(attempt.key(), stamp, nowNanos), from);
        if (reasons != null) {
            reasons.given(attempt, stamp, CacheReason.How.PENDING, nowNanos);
        }
        return true;
    }

    /** The same of one that was counted already, as a miss that waited. */
    public void bring(Attempt attempt, DataPlace from, long nowNanos) {
        bring(attempt, from, false, nowNanos);
        told(attempt, nowNanos);
    }

    private void bring(Attempt attempt, DataPlace from, boolean failed, long nowNanos) {
        long stamp = cache.version(slot);
        context.ledger.gave(number, cache.key(slot), stamp, failed);
        attempt.data().bring(stamp, context.versions.staleNanos(attempt.key(), stamp, nowNanos), from);
    }

    /** The same of one for which fetching failed. */
    public void giveInstead(Attempt attempt, DataPlace from, long nowNanos) {
        figures.outdated++;
        bring(attempt, from, true, nowNanos);
        if (reasons != null) {
            reasons.given(attempt, cache, times, slot, CacheReason.How.ON_ERROR, nowNanos);
        }
    }

    /** The same of one that is itself under way still. Returns for how long there had been a newer value. */
    public long giveInstead(Attempt attempt, long nowNanos) {
        figures.outdated++;
        context.ledger.gave(number, cache.key(slot), cache.version(slot), true);
        if (reasons != null) {
            reasons.given(attempt, cache, times, slot, CacheReason.How.ON_ERROR, nowNanos);
        }
        return context.versions.staleNanos(attempt.key(), cache.version(slot), nowNanos);
    }

    /** What was found is that there is nothing, and the attempt is told so. */
    public void refuse(Attempt attempt, long nowNanos) {
        figures.hits++;
        figures.negative++;
        context.ledger.gave(number, cache.key(slot), KeyVersions.NOTHING, false);
        told(attempt, nowNanos);
    }

    /** An attempt that waited has what another one fetched. */
    public void shared(Attempt attempt, long stamp) {
        if (reasons != null && stamp != KeyVersions.NOTHING) {
            reasons.given(attempt, stamp, CacheReason.How.SHARED, context.kernel.nowNanos());
        }
    }

    /** An attempt goes by without a look. */
    public void passes(Attempt attempt, CacheReason.Bypass why) {
        if (reasons != null) {
            reasons.passed(attempt, why, context.kernel.nowNanos());
        }
    }

    /**
     * Nothing was found that could be given.
     *
     * @param fetches whether who missed it fetches it, and does not wait for another
     */
    public void miss(Attempt attempt, long key, boolean fetches) {
        Departure reason = counted(attempt, key);
        toldMissed(attempt, key, reason, !fetches);
        if (!fetches) {
            figures.coalesced++;
        } else if (reason != Departure.NOT_ADMITTED && figures.missedBy(attempt.key()) == STAMPEDE) {
            figures.mostMissedReason(", which " + reason.past());
        }
    }

    /** The same where nobody else asks for the same key at the same time. */
    public void missAlone(Attempt attempt, long key) {
        toldMissed(attempt, key, counted(attempt, key), false);
    }

    private void toldMissed(Attempt attempt, long key, Departure reason, boolean waits) {
        if (reasons == null) {
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        if (slot != Cache.NONE) {
            reasons.expired(attempt, cache, times, slot, waits, nowNanos);
        } else {
            reasons.absent(attempt, key, reason, Departures.sinceNanos(cache, key), waits, nowNanos);
        }
    }

    /** Counts a miss. Returns why it is not there. */
    private Departure counted(Attempt attempt, long key) {
        figures.misses++;
        figures.missBytes += attempt.valueBytes;
        if (slot != Cache.NONE) {
            return Departure.EXPIRED;
        }
        Departure reason = Departures.reason(cache, key);
        figures.cold += reason == Departure.NEVER_HERE ? 1 : 0;
        figures.returned += reason == Departure.EVICTED ? 1 : 0;
        return reason;
    }

    /**
     * A value came.
     *
     * @param tookNanos how long it took to fetch it
     */
    public void keep(long key, long stamp, int bytes, long tookNanos, long nowNanos) {
        keep(key, stamp, bytes, lifetimes.draw(false, random), tookNanos, nowNanos);
    }

    /** That there is nothing is kept, if such answers are. */
    public void keepNothing(long key, long nowNanos) {
        long lifeNanos = lifetimes.draw(true, random);
        if (lifeNanos > 0 && cache.find(key) == Cache.NONE) {
            keep(key, KeyVersions.NOTHING, 1, lifeNanos, 0, nowNanos);
        }
    }

    private void keep(long key, long stamp, int bytes, long lifeNanos, long tookNanos, long nowNanos) {
        boolean admitted = settings.admitAfter() <= 1 || asked.times(key) >= settings.admitAfter();
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
            cache.expires(at, freshUntilNanos(since, lifeNanos));
            times.begin(at, lifeNanos, since, tookNanos);
            if (reasons != null) {
                reasons.kept(cache, times, at);
            }
            context.ledger.kept(number, key, stamp, bytes, lifeNanos);
        }
        count();
    }

    /**
     * The key goes, if it is there. Returns whether it was.
     *
     * @param request who wants it, by the request's number; 0 for none
     */
    public boolean drop(long key, Leaving.Cause cause, long request, long nowNanos) {
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
    public void empty(Leaving.Cause cause, long nowNanos) {
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
    public boolean purge(long key) {
        boolean any = false;
        for (int i = 0; i < spaces.size(); i++) {
            any |= drop(spaces.keyOf(i, key), Leaving.Cause.PURGE, 0, context.kernel.nowNanos());
        }
        return any;
    }

    @Override
    public boolean invalidate(long key, long stamp) {
        boolean late = false;
        for (int i = 0; i < spaces.size(); i++) {
            long whole = spaces.keyOf(i, key);
            int at = cache.find(whole);
            if (at != Cache.NONE && KeyVersions.version(cache.version(at)) < KeyVersions.version(stamp)) {
                late |= cache.usedNanos(at) > context.versions.writtenNanos(stamp);
                drop(whole, Leaving.Cause.MESSAGE, context.versions.writer(stamp), context.kernel.nowNanos());
            }
        }
        return late;
    }

    @Override
    public void ban(long first, long last) {
        for (long key = first; key <= last; key++) {
            bans.ban(key, context.kernel.nowNanos());
        }
    }

    @Override
    public int flush() {
        int gone = cache.size();
        empty(Leaving.Cause.FLUSH, context.kernel.nowNanos());
        return gone;
    }

    @Override
    public void describe(CacheContents to, long follow) {
        to.name = name;
        to.policy = settings.policy();
        new TierContents(cache, windows, bans, context.versions, spaces, dirty, context.kernel.nowNanos())
                .write(to, follow);
    }

    @Override
    public void evicted(Cache from, int at) {
        figures.evicted++;
        evictions.accept(from.key(at));
        context.ledger.went(number, from.key(at));
        Departures.went(from, from.key(at), Departure.EVICTED, context.kernel.nowNanos());
        if (reasons != null) {
            reasons.evicted(from, at, settings.policy(), context.kernel.nowNanos());
        }
    }

    private long countedEntries;
    private long countedBytes;

    private void count() {
        figures.entries += cache.size() - countedEntries;
        figures.bytes += cache.bytes() - countedBytes;
        countedEntries = cache.size();
        countedBytes = cache.bytes();
    }
}
