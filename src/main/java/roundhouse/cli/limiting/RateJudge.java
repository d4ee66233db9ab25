package roundhouse.cli.limiting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.CycleLimiter;
import roundhouse.limits.Gcra;
import roundhouse.limits.GuavaLimiter;
import roundhouse.limits.HaproxyRate;
import roundhouse.limits.RateLimiter;
import roundhouse.limits.SlidingWindow;
import roundhouse.limits.TokenBucket;

/** A rate limiter for each key. */
final class RateJudge implements Judge {
    private final Keyed<RateLimiter> limiters;

    RateJudge(Keyed<RateLimiter> limiters) {
        this.limiters = limiters;
    }

    @Override
    public LineAnswer asked(LimitArrival arrival) {
        if (arrival.key().isEmpty()) {
            return LineAnswer.of(true);
        }
        RateLimiter limiter = limiters.of(arrival.key());
        long now = arrival.atNanos();
        String rate = arrival.word("rate");
        Long timeout = arrival.nanosOf("timeout");
        if (limiter instanceof GuavaLimiter guava) {
            if (rate != null) {
                guava.rate(LimitText.quotaOf("rate", rate).perSecond(), now);
                return LineAnswer.of("rate");
            }
            return LineAnswer.of(
                    timeout == null ? guava.ask(arrival.permits(), now) : guava.ask(arrival.permits(), timeout, now),
                    new LinkedHashMap<>());
        }
        refuse("rate", rate);
        refuse("timeout", timeout);
        Map<String, Number> figures = new LinkedHashMap<>();
        before(limiter, arrival, figures);
        long wait = limiter.ask(arrival.permits(), now);
        after(limiter, now, figures);
        return LineAnswer.of(wait, figures);
    }

    private static void refuse(String word, @Nullable Object found) {
        if (found != null) {
            throw new IllegalArgumentException(word + "= is for guava and guava-warming-up");
        }
    }

    private static void before(RateLimiter limiter, LimitArrival arrival, Map<String, Number> figures) {
        long now = arrival.atNanos();
        switch (limiter) {
            case TokenBucket bucket -> figures.put("waitNanos", bucket.waitNanos(arrival.permits(), now));
            case Gcra gcra -> figures.put("waitNanos", gcra.waitNanos(arrival.permits(), now));
            case SlidingWindow window -> figures.put("estimate", window.estimate(now));
            case HaproxyRate rate when rate.countsAccepted() -> figures.put("rate", rate.rate(now));
            default -> {}
        }
    }

    private static void after(RateLimiter limiter, long now, Map<String, Number> figures) {
        switch (limiter) {
            case TokenBucket bucket -> figures.put("left", bucket.available(now));
            case CycleLimiter cycles -> figures.put("left", cycles.permitsLeft());
            case HaproxyRate rate when !rate.countsAccepted() -> figures.put("rate", rate.rate(now));
            default -> {}
        }
    }
}
