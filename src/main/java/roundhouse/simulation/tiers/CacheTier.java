package roundhouse.simulation.tiers;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.Cache;
import roundhouse.caching.fetching.Fetches;
import roundhouse.caching.freshness.Held;
import roundhouse.caching.invalidation.Bans;
import roundhouse.kernel.RandomStream;
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
public final class CacheTier {
    /** So many fetches of one key at a time are told apart from what happens by chance. */
    private static final int STAMPEDE = 10;

    private final RunContext context;
    private final String name;
    private final CacheFigures figures;
    private final RandomStream random;
    private final TierEntries entries;
    private final Bans bans = new Bans();
    private final KeptCache commands;
    /** Null where nobody wants to know why. */
    private final @Nullable TierReasons reasons;

    private Fetches fetches;
    /** Those of other rules, from when nothing is under way by those so far. */
    private @Nullable Fetches otherFetches;

    /** Where that is which was looked for last. */
    private int slot = Cache.NONE;

    /**
     * @param name whose cache it is, for its chance and for people
     * @param figures to which it adds what becomes of it; several caches of one node share them
     */
    public CacheTier(RunContext context, String name, CacheSettings settings, CacheFigures figures) {
        this.context = context;
        this.name = name;
        this.figures = figures;
        random = context.streams.of(name, "cache");
        entries = new TierEntries(context, name, new CacheRules(settings), random, figures);
        reasons = entries.reasons;
        commands = new TierCommands(context, name, entries, bans);
        fetches = new Fetches(rules().coalescing());
        context.ledger.cacheIs(entries.number, name, settings);
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
                before.entries.takeOut(context.kernel.nowNanos());
                context.ledger.cacheIs(before.entries.number, name, null);
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
        CacheRules past = rules();
        CacheRules rules = new CacheRules(next);
        entries.become(rules);
        slot = Cache.NONE;
        if (!past.coalescing().equals(rules.coalescing())) {
            otherFetches = new Fetches(rules.coalescing());
        }
        context.ledger.cacheIs(entries.number, name, next);
    }

    private CacheRules rules() {
        return entries.rules();
    }

    /** The cache as commands, messages and those who look into it have it. */
    public KeptCache commands() {
        return commands;
    }

    /** Is told the key of each entry that has to go for others. */
    public void tellEvicted(LongConsumer listener) {
        entries.evictions = listener;
    }

    /** Knows of each key, as the cache has it, whether the store does not have its value yet. */
    public void askDirty(LongPredicate known) {
        entries.dirty = known;
    }

    public CacheSettings settings() {
        return rules().settings;
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
        if (rules().settings.admitAfter() > 1) {
            entries.asked.ask(key);
        }
        context.ledger.looked(entries.number, key);
        slot = entries.cache.get(key, nowNanos);
        return judge(nowNanos);
    }

    /** The same once more for one who was told before and waited: no lookup that counts. */
    public Held lookAgain(long key, long nowNanos) {
        slot = entries.cache.find(key);
        return judge(nowNanos);
    }

    private Held judge(long nowNanos) {
        if (slot != Cache.NONE
                && bans.size() > 0
                && bans.hits(KeyVersions.version(entries.cache.key(slot)), entries.cache.storedNanos(slot))) {
            entries.drop(entries.cache.key(slot), Leaving.Cause.BAN, 0, nowNanos);
            slot = Cache.NONE;
        }
        if (slot == Cache.NONE) {
            return Held.ABSENT;
        }
        Held verdict = rules().windows.judge(entries.cache.expiresNanos(slot), nowNanos);
        if (verdict == Held.FRESH) {
            if (rules().settings.ttlFrom() == TtlStart.USE) {
                renew(nowNanos);
            }
        } else if (entries.times.noteExpiry(slot)) {
            figures.expired++;
        }
        return verdict;
    }

    private void renew(long nowNanos) {
        long lifeNanos = entries.times.lifeNanos(slot);
        long since = rules().settings.freshness().renewedNanos(entries.times.sinceNanos(slot), nowNanos, lifeNanos);
        entries.times.since(slot, since);
        entries.cache.expires(slot, rules().freshUntilNanos(since, lifeNanos));
    }

    /** Whether what was found fresh is to be fetched anew already. Draws a number if it could be. */
    public boolean isEarly(long nowNanos) {
        return rules().early != null
                && entries.cache.expiresNanos(slot) != Long.MAX_VALUE
                && rules().early
                        .due(entries.cache.expiresNanos(slot), entries.times.fetchNanos(slot), nowNanos, random);
    }

    /** What was found is given, and fetched anew behind that. */
    public void refreshes(long nowNanos) {
        figures.refreshes++;
        long leftNanos = entries.cache.expiresNanos(slot) - nowNanos;
        if (leftNanos > 0) {
            figures.early++;
            figures.earlyNanos += leftNanos;
        }
    }

    /** Whether what was found may be given where it cannot be fetched anew. */
    public boolean helpsOnError(long key, long nowNanos) {
        slot = entries.cache.find(key);
        return slot != Cache.NONE
                && entries.cache.version(slot) != KeyVersions.NOTHING
                && rules().windows.servesOnError(entries.cache.expiresNanos(slot), nowNanos);
    }

    /** Whether what was found is that there is nothing. */
    public boolean isNegative() {
        return entries.cache.version(slot) == KeyVersions.NOTHING;
    }

    /** What was found is given to the attempt. */
    public void give(Attempt attempt, DataPlace from, long nowNanos) {
        long stamp = entries.cache.version(slot);
        long staleNanos = context.versions.staleNanos(attempt.key(), stamp, nowNanos);
        figures.hits++;
        figures.hitBytes += entries.cache.bytes(slot);
        figures.stale += staleNanos == KeyVersions.FRESH ? 0 : 1;
        figures.outdated += nowNanos < entries.cache.expiresNanos(slot) ? 0 : 1;
        context.ledger.gave(entries.number, entries.cache.key(slot), stamp, false);
        attempt.data().bring(stamp, staleNanos, from);
        told(attempt, nowNanos);
    }

    /** Who wants to know is told that the attempt is given what was found. */
    private void told(Attempt attempt, long nowNanos) {
        if (reasons != null) {
            boolean fresh = nowNanos < entries.cache.expiresNanos(slot);
            reasons.given(
                    attempt,
                    entries.cache,
                    entries.times,
                    slot,
                    fresh ? CacheReason.How.FRESH : CacheReason.How.WHILE_FETCHED,
                    nowNanos);
        }
    }

    /**
     * A key that was written is still to go to the store: it is given from there, unless it is in the entries.cache too.
     *
     * @return whether it was given
     */
    public boolean givePending(Attempt attempt, long key, long stamp, DataPlace from) {
        long nowNanos = context.kernel.nowNanos();
        int at = entries.cache.find(key);
        if (at != Cache.NONE && rules().windows.judge(entries.cache.expiresNanos(at), nowNanos) == Held.FRESH) {
            return false;
        }
        figures.hits++;
        figures.hitBytes += attempt.valueBytes;
        context.ledger.gavePending(entries.number, key, stamp);
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
        long stamp = entries.cache.version(slot);
        context.ledger.gave(entries.number, entries.cache.key(slot), stamp, failed);
        attempt.data().bring(stamp, context.versions.staleNanos(attempt.key(), stamp, nowNanos), from);
    }

    /** The same of one for which fetching failed. */
    public void giveInstead(Attempt attempt, DataPlace from, long nowNanos) {
        figures.outdated++;
        bring(attempt, from, true, nowNanos);
        if (reasons != null) {
            reasons.given(attempt, entries.cache, entries.times, slot, CacheReason.How.ON_ERROR, nowNanos);
        }
    }

    /** The same of one that is itself under way still. Returns for how long there had been a newer value. */
    public long giveInstead(Attempt attempt, long nowNanos) {
        figures.outdated++;
        context.ledger.gave(entries.number, entries.cache.key(slot), entries.cache.version(slot), true);
        if (reasons != null) {
            reasons.given(attempt, entries.cache, entries.times, slot, CacheReason.How.ON_ERROR, nowNanos);
        }
        return context.versions.staleNanos(attempt.key(), entries.cache.version(slot), nowNanos);
    }

    /** What was found is that there is nothing, and the attempt is told so. */
    public void refuse(Attempt attempt, long nowNanos) {
        figures.hits++;
        figures.negative++;
        context.ledger.gave(entries.number, entries.cache.key(slot), KeyVersions.NOTHING, false);
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
            reasons.expired(attempt, entries.cache, entries.times, slot, waits, nowNanos);
        } else {
            reasons.absent(attempt, key, reason, Departures.sinceNanos(entries.cache, key), waits, nowNanos);
        }
    }

    /** Counts a miss. Returns why it is not there. */
    private Departure counted(Attempt attempt, long key) {
        figures.misses++;
        figures.missBytes += attempt.valueBytes;
        if (slot != Cache.NONE) {
            return Departure.EXPIRED;
        }
        Departure reason = Departures.reason(entries.cache, key);
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
        entries.keep(key, stamp, bytes, tookNanos, nowNanos);
    }

    /** That there is nothing is kept, if such answers are. */
    public void keepNothing(long key, long nowNanos) {
        entries.keepNothing(key, nowNanos);
    }

    /**
     * The key goes, if it is there. Returns whether it was.
     *
     * @param request who wants it, by the request's number; 0 for none
     */
    public boolean drop(long key, Leaving.Cause cause, long request, long nowNanos) {
        return entries.drop(key, cause, request, nowNanos);
    }

    /** All goes. */
    public void empty(Leaving.Cause cause, long nowNanos) {
        entries.empty(cause, nowNanos);
    }
}
