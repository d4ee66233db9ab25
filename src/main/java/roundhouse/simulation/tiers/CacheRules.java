package roundhouse.simulation.tiers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.EarlyRefresh;
import roundhouse.caching.freshness.Freshness;
import roundhouse.caching.freshness.Lifetimes;
import roundhouse.caching.freshness.Windows;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.reasons.KeptValue;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.TtlStart;

/** The rules of a cache as its settings have them. */
final class CacheRules {
    final CacheSettings settings;
    /** For how long after its end a value may still be given. */
    final Windows windows;
    /** For how long a value is good that comes. */
    final Lifetimes lifetimes;
    /** When a value is fetched anew before its end; null for never. */
    final @Nullable EarlyRefresh early;

    /** nginx's proxy_cache_lock_timeout and proxy_cache_lock_age where nothing is said. */
    private static final long NGINX_LOCK_NANOS = 5_000_000_000L;

    CacheRules(CacheSettings settings) {
        this.settings = settings;
        windows = new Windows(
                settings.freshness(), nanos(settings.staleWhileRevalidate()), nanos(settings.staleIfError()));
        Duration ttl = settings.ttl();
        lifetimes = new Lifetimes(
                ttl == null ? Freshness.NEVER : DurationSampler.nanos(ttl),
                settings.ttlJitter(),
                nanos(settings.negativeTtl()));
        early = settings.earlyRefresh() > 0 ? new EarlyRefresh(settings.earlyRefresh()) : null;
    }

    /** The first moment at which a value is no longer fresh whose life is counted from that time. */
    long freshUntilNanos(long sinceNanos, long lifeNanos) {
        return switch (settings.ttlFrom()) {
            case FETCH -> settings.freshness().freshUntilNanos(sinceNanos, lifeNanos, 0);
            case USE -> settings.freshness().unusedUntilNanos(sinceNanos, lifeNanos);
        };
    }

    /** As that software has it whose time the cache keeps; else all share a fetch and its answer. */
    Coalescing coalescing() {
        boolean revalidates = settings.staleWhileRevalidate() != null;
        Coalescing.Scope scope = settings.coalesce();
        if (settings.freshness() == Freshness.NGINX && scope != Coalescing.Scope.ALL) {
            return Coalescing.nginx(
                    scope == Coalescing.Scope.COLD, NGINX_LOCK_NANOS, NGINX_LOCK_NANOS, false, revalidates);
        }
        Coalescing.Waiting waiting = settings.freshness() == Freshness.VARNISH
                ? Coalescing.Waiting.LOOKS_WHEN_WOKEN
                : Coalescing.Waiting.SHARES;
        return new Coalescing(scope, waiting, 0, Long.MAX_VALUE, Long.MAX_VALUE, false, revalidates);
    }

    /** The rules by which it counts, in words. */
    KeptValue.Rule told() {
        String from = settings.ttlFrom() == TtlStart.USE ? " from its last use" : "";
        Freshness how = settings.freshness();
        return new KeptValue.Rule(
                from + (how == Freshness.EXACT ? "" : " as " + how.word() + " counts"),
                nanos(settings.staleWhileRevalidate()),
                nanos(settings.staleIfError()));
    }

    private static long nanos(@Nullable Duration duration) {
        return duration == null ? 0 : DurationSampler.nanos(duration);
    }
}
