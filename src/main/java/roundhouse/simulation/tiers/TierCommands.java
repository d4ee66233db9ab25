package roundhouse.simulation.tiers;

import roundhouse.caching.Cache;
import roundhouse.caching.invalidation.Bans;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.Leaving;

/** What commands and messages do to a cache, and what those see who look into it. A key is of each dataset that the cache ever held. */
final class TierCommands implements KeptCache {
    private final RunContext context;
    private final String name;
    private final TierEntries entries;
    private final Bans bans;

    TierCommands(RunContext context, String name, TierEntries entries, Bans bans) {
        this.context = context;
        this.name = name;
        this.entries = entries;
        this.bans = bans;
    }

    @Override
    public boolean purge(long key) {
        boolean any = false;
        for (int i = 0; i < entries.spaces.size(); i++) {
            any |= entries.drop(entries.spaces.keyOf(i, key), Leaving.Cause.PURGE, 0, context.kernel.nowNanos());
        }
        return any;
    }

    @Override
    public boolean invalidate(long key, long stamp) {
        boolean late = false;
        for (int i = 0; i < entries.spaces.size(); i++) {
            long whole = entries.spaces.keyOf(i, key);
            Cache cache = entries.cache;
            int at = cache.find(whole);
            if (at != Cache.NONE && KeyVersions.version(cache.version(at)) < KeyVersions.version(stamp)) {
                late |= cache.usedNanos(at) > context.versions.writtenNanos(stamp);
                entries.drop(whole, Leaving.Cause.MESSAGE, context.versions.writer(stamp), context.kernel.nowNanos());
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
        int gone = entries.cache.size();
        entries.empty(Leaving.Cause.FLUSH, context.kernel.nowNanos());
        return gone;
    }

    @Override
    public void describe(CacheContents to, long follow) {
        CacheRules rules = entries.rules();
        to.name = name;
        to.policy = rules.settings.policy();
        new TierContents(
                        entries.cache,
                        rules.windows,
                        bans,
                        context.versions,
                        entries.spaces,
                        entries.dirty,
                        context.kernel.nowNanos())
                .write(to, follow);
    }
}
