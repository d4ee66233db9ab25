package roundhouse.caching.freshness;

import java.util.random.RandomGenerator;

/**
 * How long new entries live. Jitter keeps what was stored together from expiring together; an answer that there is nothing (negative
 * caching) usually lives shorter than one that there is something.
 *
 * @param ttlNanos the lifetime, {@link Freshness#NEVER} for no end
 * @param jitter the part of it by which it may be shorter or longer, 0 to 1; uniform, so the mean stays
 * @param negativeNanos the lifetime of an answer that there is nothing; 0 if such answers are not kept
 */
public record Lifetimes(long ttlNanos, double jitter, long negativeNanos) {
    /** The lifetime of a new entry. Draws one number if there is jitter and an end, none otherwise. */
    public long draw(boolean negative, RandomGenerator random) {
        long nanos = negative ? negativeNanos : ttlNanos;
        if (jitter == 0 || nanos == 0 || nanos == Freshness.NEVER) {
            return nanos;
        }
        return Math.round(nanos * (1 + jitter * (2 * random.nextDouble() - 1)));
    }
}
