package roundhouse.caching.freshness;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a cache counts the time that an answer is good for. All rules are brought into one form: an answer is fresh while
 * {@code now < freshUntilNanos}, so that a cache keeps one number for each entry, reckoned when it is stored.
 *
 * <p>Times are nanoseconds since the run began, which is a whole second of the clock; lifetimes nanoseconds, not below 0,
 * {@link #NEVER} for no end. No state, nothing allocated.
 */
public enum Freshness {
    /** To the nanosecond, from the moment that the answer came. */
    EXACT("exact", "to the nanosecond") {
        @Override
        public long freshUntilNanos(long storedNanos, long lifetimeNanos, long originAgeNanos) {
            return after(storedNanos - originAgeNanos, lifetimeNanos);
        }
    },

    /**
     * Whole seconds of the clock: fresh while the current second is not after the answer's second plus its lifetime, so N seconds last N
     * to N + 1. The origin's Age is ignored. Source: nginx release-1.22.1, src/http/ngx_http_file_cache.c ({@code valid_sec < now}).
     */
    NGINX("nginx", "whole seconds: a lifetime of N s lasts N to N + 1 s") {
        @Override
        public long freshUntilNanos(long storedNanos, long lifetimeNanos, long originAgeNanos) {
            return after(second(storedNanos) + SECOND, second(lifetimeNanos));
        }

        @Override
        public long staleUntilNanos(long freshUntilNanos, long staleWhileRevalidateNanos) {
            return after(freshUntilNanos, second(staleWhileRevalidateNanos));
        }

        @Override
        public long errorUntilNanos(long freshUntilNanos, long staleIfErrorNanos) {
            return after(freshUntilNanos, second(staleIfErrorNanos));
        }

        @Override
        public long ageSeconds(long storedNanos, long originAgeNanos, long nowNanos) {
            return NO_AGE;
        }
    },

    /**
     * To the fraction of a second, less the Age that the origin sent. What may be served stale is its grace, for which errors are no
     * other case. Source: varnish-7.1.1, bin/varnishd/cache/cache_expire.c and cache_rfc2616.c.
     */
    VARNISH("varnish", "to the fraction of a second, less the origin's Age") {
        @Override
        public long freshUntilNanos(long storedNanos, long lifetimeNanos, long originAgeNanos) {
            return after(storedNanos - originAgeNanos, lifetimeNanos);
        }

        @Override
        public long errorUntilNanos(long freshUntilNanos, long staleIfErrorNanos) {
            return freshUntilNanos;
        }
    },

    /**
     * Whole seconds of the clock, rounded the other way: fresh while current second less the answer's second plus the origin's Age is
     * below the lifetime, so N seconds last N - 1 to N; that sum is also the Age sent. It knows no stale-while-revalidate; after an error it serves what is old while
     * that sum is not above lifetime plus stale-if-error. Source: SQUID_5_7, src/refresh.cc.
     */
    SQUID("squid", "whole seconds: a lifetime of N s lasts N - 1 to N s") {
        @Override
        public long freshUntilNanos(long storedNanos, long lifetimeNanos, long originAgeNanos) {
            return after(second(storedNanos) - second(originAgeNanos), second(lifetimeNanos));
        }

        @Override
        public long staleUntilNanos(long freshUntilNanos, long staleWhileRevalidateNanos) {
            return freshUntilNanos;
        }

        @Override
        public long errorUntilNanos(long freshUntilNanos, long staleIfErrorNanos) {
            return staleIfErrorNanos == 0
                    ? freshUntilNanos
                    : after(freshUntilNanos + SECOND, second(staleIfErrorNanos));
        }

        @Override
        public long ageSeconds(long storedNanos, long originAgeNanos, long nowNanos) {
            return nowNanos / SECOND - storedNanos / SECOND + originAgeNanos / SECOND;
        }
    },

    /**
     * To the nanosecond, but the write time has its lowest bit cleared, so what is written at an odd one expires one earlier, and times
     * of what is alive that were remembered up to a second ago are not moved where the lifetime is longer than a second. Source: Caffeine 3.3.1,
     * BoundedLocalCache ({@code EXPIRE_WRITE_TOLERANCE}); all of its times are in {@link CaffeineTimes}.
     */
    CAFFEINE("caffeine", "to the nanosecond, with a tolerance of one second where times are renewed") {
        @Override
        public long freshUntilNanos(long storedNanos, long lifetimeNanos, long originAgeNanos) {
            return after(CaffeineTimes.stored(storedNanos) - originAgeNanos, lifetimeNanos);
        }

        @Override
        public long unusedUntilNanos(long usedNanos, long lifetimeNanos) {
            return after(usedNanos, lifetimeNanos);
        }

        @Override
        public boolean mayKeepTimes() {
            return true;
        }

        @Override
        public long renewedNanos(long rememberedNanos, long nowNanos, long lifetimeNanos) {
            return CaffeineTimes.moves(lifetimeNanos, rememberedNanos, nowNanos) ? nowNanos : rememberedNanos;
        }
    };

    /** A lifetime without end, and the time at which what has one expires. */
    public static final long NEVER = Long.MAX_VALUE;

    /** No Age is sent. */
    public static final long NO_AGE = -1;

    private static final long SECOND = 1_000_000_000;

    private final String word;
    private final String summary;

    Freshness(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /** Its name in files. */
    public String word() {
        return word;
    }

    /** How it counts, in a few words for people. */
    public String summary() {
        return summary;
    }

    public static Optional<Freshness> named(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word.equals(word)).findFirst();
    }

    /**
     * The first moment at which it is no longer fresh.
     *
     * @param storedNanos when the answer came, or when its entry was written, as {@link #renewedNanos} remembers it
     * @param originAgeNanos the Age that came with it, 0 for none
     */
    public abstract long freshUntilNanos(long storedNanos, long lifetimeNanos, long originAgeNanos);

    /**
     * The same for a lifetime from the last use.
     *
     * @param usedNanos when that was, as {@link #renewedNanos} remembers it
     */
    public long unusedUntilNanos(long usedNanos, long lifetimeNanos) {
        return freshUntilNanos(usedNanos, lifetimeNanos, 0);
    }

    /** The first moment at which it may no longer be served while it is fetched anew. */
    public long staleUntilNanos(long freshUntilNanos, long staleWhileRevalidateNanos) {
        return after(freshUntilNanos, staleWhileRevalidateNanos);
    }

    /** The first moment at which it may no longer be served because the origin fails. */
    public long errorUntilNanos(long freshUntilNanos, long staleIfErrorNanos) {
        return after(freshUntilNanos, staleIfErrorNanos);
    }

    /** The Age that is sent with it, seconds, or {@link #NO_AGE}. */
    public long ageSeconds(long storedNanos, long originAgeNanos, long nowNanos) {
        return (nowNanos - storedNanos + originAgeNanos) / SECOND;
    }

    /**
     * What is remembered as the time of the last use, or of the write, of an entry that is used or written again while it is alive.
     *
     * @param rememberedNanos what was remembered until now
     */
    public long renewedNanos(long rememberedNanos, long nowNanos, long lifetimeNanos) {
        return nowNanos;
    }

    /** Whether {@link #renewedNanos} may be what was remembered before. */
    public boolean mayKeepTimes() {
        return false;
    }

    private static long second(long nanos) {
        return nanos == NEVER ? NEVER : Math.floorDiv(nanos, SECOND) * SECOND;
    }

    private static long after(long nanos, long more) {
        return nanos == NEVER || more >= NEVER - Math.max(0, nanos) ? NEVER : nanos + more;
    }
}
