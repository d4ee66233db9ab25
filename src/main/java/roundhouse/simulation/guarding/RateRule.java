package roundhouse.simulation.guarding;

import java.util.Objects;
import roundhouse.limits.LeakyBucket;
import roundhouse.limits.LimiterType;
import roundhouse.simulation.engine.Attempt;
import roundhouse.topology.nodes.guarding.Limit;

/** A limit of a rate, for each key by itself; requests without a key are not limited. */
final class RateRule extends GuardRule {
    /** Keys that are remembered. */
    private static final int MOST_KEYS = 1_000_000;

    private final LimiterType type;
    private final RequestKeys keys;
    private LimiterPerKey limiters;

    RateRule(Limit spec, long nowNanos) {
        super(spec);
        type = Objects.requireNonNull(spec.kind().limiter());
        keys = new RequestKeys(spec);
        limiters = new LimiterPerKey(type, spec.limiter(), MOST_KEYS, nowNanos);
    }

    @Override
    boolean concerns(Attempt attempt) {
        return super.concerns(attempt) && keys.of(attempt) != RequestKeys.NONE;
    }

    @Override
    long ask(Attempt attempt, long nowNanos) {
        return limiters.of(keys.of(attempt)).ask(1, nowNanos);
    }

    @Override
    boolean isAskedAhead() {
        return type == LimiterType.LEAKY_BUCKET;
    }

    @Override
    boolean refuses(Attempt attempt, long nowNanos) {
        return limiters.of(keys.of(attempt)) instanceof LeakyBucket bucket && bucket.refuses(1, nowNanos);
    }

    @Override
    void forget(long nowNanos) {
        limiters = new LimiterPerKey(type, spec.limiter(), MOST_KEYS, nowNanos);
    }

    @Override
    public String whose(Attempt attempt) {
        return keys.words(attempt);
    }
}
