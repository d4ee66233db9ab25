package roundhouse.swarm.auditing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.freshness.Freshness;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.TtlStart;

/** What a cache was given to keep, and until when that is fresh by the rule of each real cache, written down once more. Times in ns. */
final class AuditedEntry {
    private static final long SECOND = 1_000_000_000;
    private static final long FOREVER = Long.MAX_VALUE;

    final long stamp;
    final int bytes;
    private final long lifeNanos;
    private Freshness rule;
    private TtlStart from;
    /** From when its life is counted. */
    private long sinceNanos;

    /** @param before what the cache had of the key, if anything */
    AuditedEntry(
            long stamp,
            int bytes,
            long lifeNanos,
            @Nullable AuditedEntry before,
            CacheSettings settings,
            long nowNanos) {
        this.stamp = stamp;
        this.bytes = bytes;
        this.lifeNanos = lifeNanos;
        rule = settings.freshness();
        from = settings.ttlFrom();
        sinceNanos = nowNanos;
        if (before != null && before.lifeNanos == lifeNanos && before.isFresh(nowNanos)) {
            sinceNanos = before.sinceNanos;
            renewed(nowNanos);
        }
    }

    /** It is used while it is fresh, and lives from its last use. */
    void used(CacheSettings settings, long nowNanos) {
        rule = settings.freshness();
        from = settings.ttlFrom();
        renewed(nowNanos);
    }

    private void renewed(long nowNanos) {
        boolean tolerated =
                rule == Freshness.CAFFEINE && lifeNanos > SECOND && Math.abs(nowNanos - sinceNanos) <= SECOND;
        if (!tolerated) {
            sinceNanos = nowNanos;
        }
    }

    boolean isFresh(long nowNanos) {
        if (lifeNanos == FOREVER) {
            return true;
        }
        long seconds = nowNanos / SECOND - sinceNanos / SECOND;
        return switch (rule) {
            case EXACT, VARNISH -> nowNanos - sinceNanos < lifeNanos;
            // The lowest bit of the time of a write, not of a use, is lost.
            case CAFFEINE -> nowNanos - (from == TtlStart.USE ? sinceNanos : sinceNanos - sinceNanos % 2) < lifeNanos;
            // valid_until = second of the answer + lifetime, fresh while that is not before the current second.
            case NGINX -> seconds <= lifeNanos / SECOND;
            case SQUID -> seconds < lifeNanos / SECOND;
        };
    }

    /** Whether it may be given by these settings: fresh, or not older than what they allow of what is stale. */
    boolean mayBeGiven(CacheSettings settings, boolean failed, long nowNanos) {
        return isFresh(nowNanos) || isFresh(nowNanos - slackNanos(settings, failed));
    }

    /** How long after its life, by the rule of the cache as it is now, it may still be given. */
    private static long slackNanos(CacheSettings settings, boolean failed) {
        long revalidate = nanos(settings.staleWhileRevalidate());
        long error = nanos(settings.staleIfError());
        return switch (settings.freshness()) {
            case EXACT, CAFFEINE -> failed ? error : revalidate;
            case NGINX -> (failed ? error : revalidate) / SECOND * SECOND;
            case VARNISH -> failed ? 0 : revalidate;
            // One second more: not above the sum, where fresh is below the lifetime. No stale-while-revalidate.
            case SQUID -> failed && error > 0 ? error / SECOND * SECOND + SECOND : 0;
        };
    }

    private static long nanos(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toNanos();
    }
}
