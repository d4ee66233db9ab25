package roundhouse.cli.limiting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import roundhouse.limits.Bandwidth;
import roundhouse.limits.CircuitBreaker;
import roundhouse.limits.ConnectionBreaker;
import roundhouse.limits.GuavaWarmingUp;
import roundhouse.limits.LeakyBucket;
import roundhouse.limits.LimiterSettings;
import roundhouse.limits.LimiterType;
import roundhouse.limits.Quota;
import roundhouse.limits.RateLimiter;
import roundhouse.limits.RetryShare;
import roundhouse.limits.TokenBucket;

/** Who answers for a type and its limits. */
final class Judges {
    private static final long SECOND = 1_000_000_000;
    private static final long USUAL_WARM_UP = 10 * SECOND;
    private static final long USUAL_OPEN = 60 * SECOND;
    private static final int ENVOY_USUAL = 1_024;
    private static final double COLDEST = 1_000;
    private static final int MOST_SECONDS = 3_600;

    private Judges() {}

    /** @throws IllegalArgumentException when the type cannot work with them */
    static Judge of(String type, List<LimitText> limits, int keys) {
        limits.forEach(limit -> LimiterOptions.check(type, limit));
        LimitText first = limits.getFirst();
        boolean several = List.of(
                        LimiterType.LEAKY_BUCKET.key(), LimiterType.TOKEN_BUCKET.key(), LimiterOptions.CONNECTIONS)
                .contains(type);
        if (limits.size() > 1 && !several) {
            throw new IllegalArgumentException(
                    "--limit: " + type + " has one; several are for leaky-bucket, token-bucket and connections");
        }
        return switch (type) {
            case LimiterOptions.CONNECTIONS ->
                new ConnectionsJudge(limits.stream()
                        .map(limit -> new ConnectionsJudge.Zone(limit.number(), key(limit), new TreeMap<>()))
                        .toList());
            case LimiterOptions.CIRCUIT_BREAKER -> {
                CircuitBreaker.Settings settings = breaker(first);
                yield new BreakerJudge(new Keyed<>(() -> new CircuitBreaker(settings, 0), keys));
            }
            case LimiterOptions.ENVOY_BREAKER -> envoy(first);
            default -> rates(LimiterType.of(type).orElseThrow(), limits, keys);
        };
    }

    private static Judge rates(LimiterType type, List<LimitText> limits, int keys) {
        LimitText first = limits.getFirst();
        Quota rate = first.quota();
        return switch (type) {
            case LEAKY_BUCKET ->
                new ZonesJudge(limits.stream()
                        .map(limit -> new ZonesJudge.Zone(new Keyed<>(() -> leaky(limit), keys), key(limit)))
                        .toList());
            case TOKEN_BUCKET -> {
                List<Bandwidth> bandwidths = new ArrayList<>();
                limits.forEach(limit -> bandwidths.add(bandwidth(limit)));
                yield new RateJudge(new Keyed<RateLimiter>(() -> new TokenBucket(bandwidths, 0), keys));
            }
            case GUAVA_WARMING_UP -> {
                long warmUp = first.nanos("warm-up", USUAL_WARM_UP);
                if (warmUp == 0) {
                    throw new IllegalArgumentException(first.says("warm-up") + ": found 0; it takes some time");
                }
                double cold = first.real("cold-factor", GuavaWarmingUp.USUAL_COLD, Math.nextUp(1.0), COLDEST);
                long timeout = first.nanos("timeout", Long.MAX_VALUE);
                yield new RateJudge(new Keyed<RateLimiter>(
                        () -> new GuavaWarmingUp(rate.perSecond(), warmUp, cold, timeout, 0), keys));
            }
            default -> {
                LimiterSettings settings = new LimiterSettings(
                        rate,
                        first.whole("burst", LimiterSettings.USUAL, 1),
                        0,
                        false,
                        first.nanos("timeout", LimiterSettings.USUAL),
                        USUAL_WARM_UP,
                        first.flag("accepted-only"));
                yield new RateJudge(new Keyed<>(() -> type.create(settings, 0), keys));
            }
        };
    }

    private static long key(LimitText limit) {
        long number = limit.whole("key", 1, 1);
        if (number > 9) {
            throw new IllegalArgumentException(limit.says("key") + ": found " + number + "; allowed is 1 to 9");
        }
        return limit.flag("shared") ? 0 : number;
    }

    private static LeakyBucket leaky(LimitText limit) {
        return new LeakyBucket(
                limit.quota(),
                limit.whole("burst", 0, 0),
                limit.flag("nodelay") ? Long.MAX_VALUE : limit.whole("delay", 0, 0));
    }

    private static Bandwidth bandwidth(LimitText limit) {
        Quota refill = limit.quota();
        long capacity = limit.whole("burst", refill.permits(), 1);
        long initial = limit.whole("initial", capacity, 0);
        if (initial > capacity) {
            throw new IllegalArgumentException(
                    limit.says("initial") + ": found " + initial + "; the bucket holds " + capacity);
        }
        return new Bandwidth(capacity, refill, limit.flag("intervally"), initial);
    }

    private static CircuitBreaker.Settings breaker(LimitText limit) {
        boolean bySeconds = limit.first().endsWith("s");
        long seconds = bySeconds ? LimitText.nanosOf(limit.says(limit.label()), limit.first()) / SECOND : 0;
        if (bySeconds && (seconds < 1 || seconds > MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    limit.label() + ": found " + limit.first() + "; allowed are whole seconds, 1s to 3600s");
        }
        return new CircuitBreaker.Settings(
                bySeconds ? 1 : limit.number(),
                (int) seconds,
                (int) limit.whole("minimum", 100, 1),
                limit.part("failures", 0.5),
                limit.part("slow", 1),
                limit.nanos("slower-than", USUAL_OPEN),
                (int) limit.whole("in-a-row", 0, 0),
                limit.nanos("open-for", USUAL_OPEN),
                (int) limit.whole("trials", 10, 1));
    }

    private static Judge envoy(LimitText limit) {
        return new EnvoyJudge(
                new ConnectionBreaker(limit.number(), (int) limit.whole("pending", ENVOY_USUAL, 0), (int)
                        limit.whole("requests", ENVOY_USUAL, 1)),
                new RetryShare(100 * limit.part("retries", RetryShare.USUAL.percent() / 100), (int)
                        limit.whole("least-retries", RetryShare.USUAL.minimum(), 0)));
    }
}
