package roundhouse.topology;

import java.time.Duration;
import roundhouse.limits.Quota;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;
import roundhouse.topology.types.Types;

/** Limits of every type, with every setting that the type knows. */
final class RandomLimits {
    private RandomLimits() {}

    static Limit one(RandomValues values, int layer) {
        LimitKind kind = values.pick(LimitKind.values());
        Limit limit = Limit.of(kind)
                .with(Limit.NAME, values.pick(null, "a limit"))
                .with(Limit.FROM, values.pick(null, null, "10.0.0.0/9", "192.0.2.0/24, 2001:db8::/33"));
        if (kind.limiter() != null) {
            limit = limit.with(
                    Limit.RATE,
                    values.pick(
                            new Quota(values.random.nextInt(1, 5_000), 1_000_000_000),
                            new Quota(70, 60_000_000_000L),
                            new Quota(5, 500_000_000)));
        }
        if (kind.countsAtOnce()) {
            limit = limit.with(Limit.MOST, values.random.nextInt(1, 500));
        }
        if (kind.isKeyed()) {
            limit = limit.with(Limit.PER, values.pick(LimitPer.ADDRESS, LimitPer.ALL));
        }
        limit = switch (kind) {
            case LEAKY_BUCKET ->
                limit.with(Limit.BURST, values.pick(null, 20)).with(Limit.DELAY, values.pick(0, 5, Types.UNLIMITED));
            case TOKEN_BUCKET ->
                limit.with(Limit.BURST, values.pick(null, 20)).with(Limit.INTERVALLY, values.random.nextBoolean());
            case GCRA -> limit.with(Limit.BURST, values.pick(null, 20));
            case GUAVA, RESILIENCE4J -> limit.with(Limit.TIMEOUT, values.pick(null, Duration.ofMillis(50)));
            case GUAVA_WARMING_UP ->
                limit.with(Limit.TIMEOUT, Duration.ZERO).with(Limit.WARM_UP_TIME, Duration.ofSeconds(3));
            case HAPROXY_RATE -> limit.with(Limit.ACCEPTED_ONLY, values.random.nextBoolean());
            default -> limit;
        };
        if (layer == 7) {
            limit = limit.with(Limit.PATH, values.pick(null, null, "/api", "/*"));
            if (kind.isKeyed() && values.random.nextBoolean()) {
                LimitPer per = values.pick(LimitPer.SESSION, LimitPer.PATH, LimitPer.HEADER);
                limit = limit.with(Limit.PER, per).with(Limit.HEADER, per == LimitPer.HEADER ? "x-plan" : null);
            } else if (values.random.nextBoolean()) {
                limit = limit.with(Limit.HEADER, "X-Plan").with(Limit.VALUE, values.pick("gold", values.text()));
            }
        }
        if (kind == LimitKind.PRIORITY) {
            return limit.with(Limit.CLASS, values.random.nextInt(-5, 6));
        }
        return kind == LimitKind.ALLOW
                ? limit
                : limit.with(Limit.STATUS, values.pick(429, 503))
                        .with(Limit.TARPIT, values.pick(null, null, Duration.ofMillis(400)));
    }
}
