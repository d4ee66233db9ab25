package roundhouse.limits;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A limiter of its own for each key, of at most so many: the one that was asked longest ago is forgotten for a new one, as a full zone of
 * nginx or table of HAProxy does. Asking about a key that is known takes no memory.
 */
public final class KeyedLimiter {
    private final LimiterType type;
    private final LimiterSettings settings;
    private final int most;
    private final long madeNanos;
    private final Map<String, RateLimiter> limiters = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most keys that are remembered, at least 1
     * @param nowNanos where the periods of all of them begin
     * @throws IllegalArgumentException when the type cannot work with the settings
     */
    public KeyedLimiter(LimiterType type, LimiterSettings settings, int most, long nowNanos) {
        this.type = type;
        this.settings = settings;
        this.most = most;
        madeNanos = nowNanos;
        type.create(settings, nowNanos);
    }

    /** As {@link RateLimiter#ask} for that key. */
    public long ask(String key, int permits, long nowNanos) {
        RateLimiter limiter = limiters.get(key);
        if (limiter == null) {
            if (limiters.size() >= most) {
                limiters.remove(limiters.keySet().iterator().next());
            }
            limiter = type.create(settings, madeNanos);
            limiters.put(key, limiter);
        }
        return limiter.ask(permits, nowNanos);
    }

    /** Keys that are remembered. */
    public int keys() {
        return limiters.size();
    }
}
