package roundhouse.limits;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rate limiters by name. */
public enum LimiterType {
    LEAKY_BUCKET("leaky-bucket", "as nginx's limit_req: spaces requests, delays a burst"),
    TOKEN_BUCKET("token-bucket", "as Bucket4j and Envoy: bursts up to the capacity, the rate in the long run"),
    GUAVA("guava", "as Guava's RateLimiter: the next request waits for the last one's cost"),
    GUAVA_WARMING_UP("guava-warming-up", "the same, and slower after it has been idle"),
    FIXED_WINDOW("fixed-window", "counts each period of the clock anew"),
    SLIDING_WINDOW("sliding-window", "as Cloudflare: estimates a window that slides from two counters"),
    SLIDING_LOG("sliding-log", "remembers the time of each request let through"),
    GCRA("gcra", "the generic cell rate algorithm: one number a key"),
    HAPROXY_RATE("haproxy-rate", "as HAProxy's http_req_rate: refused requests count too"),
    RESILIENCE4J("resilience4j", "as resilience4j's RateLimiter: permits for each cycle");

    private static final long RESILIENCE4J_TIMEOUT_NANOS = 5_000_000_000L;

    private final String key;
    private final String sentence;

    LimiterType(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<LimiterType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
    }

    /**
     * A limiter for one key.
     *
     * @throws IllegalArgumentException when the type cannot work with the settings
     */
    public RateLimiter create(LimiterSettings settings, long nowNanos) {
        Quota rate = settings.rate();
        return switch (this) {
            case LEAKY_BUCKET -> new LeakyBucket(rate, settings.burst(0), settings.undelayed());
            case TOKEN_BUCKET -> {
                long capacity = settings.burst(rate.permits());
                yield new TokenBucket(
                        List.of(new Bandwidth(capacity, rate, settings.intervally(), capacity)), nowNanos);
            }
            case GUAVA -> new GuavaBursty(rate.perSecond(), 1, settings.timeoutNanos(Long.MAX_VALUE), nowNanos);
            case GUAVA_WARMING_UP ->
                new GuavaWarmingUp(
                        rate.perSecond(), settings.warmUpNanos(), settings.timeoutNanos(Long.MAX_VALUE), nowNanos);
            case FIXED_WINDOW -> new FixedWindow(rate);
            case SLIDING_WINDOW -> new SlidingWindow(rate);
            case SLIDING_LOG -> new SlidingLog(rate);
            case GCRA -> new Gcra(rate, settings.burst(1));
            case HAPROXY_RATE -> new HaproxyRate(rate, settings.acceptedOnly());
            case RESILIENCE4J -> new CycleLimiter(rate, settings.timeoutNanos(RESILIENCE4J_TIMEOUT_NANOS), nowNanos);
        };
    }
}
