package roundhouse.swarm.auditing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.freshness.Freshness;
import roundhouse.topology.nodes.data.CacheSettings;

/** What a cache was given to keep, and until when that is fresh by the rule of each real cache, written down once more. Times in ns. */
final class AuditedEntry {
    private static final long SECOND = 1_000_000_000;
    private static final long FOREVER = Long.MAX_VALUE;

    final long stamp;
    final int bytes;
    private final long lifeNanos;
    private Freshness rule;
    /** From when its life is counted. */
    private long sinceNanos;

    AuditedEntry(long stamp, int bytes, long lifeNanos, Freshness rule, long nowNanos) {
        this.stamp = stamp;
        this.bytes = bytes;
        this.lifeNanos = lifeNanos;
        this.rule = rule;
        sinceNanos = nowNanos;
    }

    /** It is used while it is fresh, and lives from its last use. */
    void used(Freshness itsRule, long nowNanos) {
        rule = itsRule;
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
            case CAFFEINE -> nowNanos - (sinceNanos - sinceNanos % 2) < lifeNanos;
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
