package roundhouse.topology.nodes.guarding;

import java.util.Objects;
import roundhouse.limits.LimiterType;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Setting;

/** What the settings of a limit must be together. */
final class LimitChecks {
    private LimitChecks() {}

    static void check(Limit limit, Checks checks) {
        LimitKind kind = limit.kind();
        LimiterType limiter = kind.limiter();
        if (limiter != null && limit.rate() == null) {
            checks.wrong("rate", kind.key() + " needs \"rate\", like \"50/s\"");
        }
        if (kind.countsAtOnce() && limit.most() == null) {
            checks.wrong("most", kind.key() + " needs \"most\", like 10");
        }
        if (kind == LimitKind.PRIORITY && limit.priority() == null) {
            checks.wrong("class", "priority needs \"class\", like -10");
        }
        of(limit, Limit.CLASS, kind == LimitKind.PRIORITY, "priority", checks);
        of(limit, Limit.RATE, limiter != null, "rates", checks);
        of(limit, Limit.MOST, kind.countsAtOnce(), "concurrency and shed", checks);
        of(limit, Limit.PER, kind.isKeyed(), "rates and concurrency", checks);
        of(limit, Limit.BURST, limit.hasBurst(), "leaky-bucket, token-bucket and gcra", checks);
        of(limit, Limit.DELAY, kind == LimitKind.LEAKY_BUCKET, "leaky-bucket", checks);
        of(limit, Limit.INTERVALLY, kind == LimitKind.TOKEN_BUCKET, "token-bucket", checks);
        of(limit, Limit.TIMEOUT, limit.hasTimeout(), "guava, guava-warming-up and resilience4j", checks);
        of(limit, Limit.WARM_UP_TIME, kind == LimitKind.GUAVA_WARMING_UP, "guava-warming-up", checks);
        of(limit, Limit.ACCEPTED_ONLY, kind == LimitKind.HAPROXY_RATE, "haproxy-rate", checks);
        of(limit, Limit.TARPIT, kind.turnsAway(), "limits that turn away", checks);
        header(limit, checks);
        if (limiter != null && limit.rate() != null) {
            works(limiter, limit, checks);
        }
    }

    /** A setting that would do nothing is a mistake of whoever wrote it. */
    private static void of(Limit limit, Setting<Limit, ?> setting, boolean known, String whose, Checks checks) {
        Object usual = setting.get(Limit.SETTINGS.usual());
        if (!known && !Objects.equals(setting.get(limit), usual)) {
            checks.wrong(
                    setting.key(), limit.kind().key() + " does not know \"" + setting.key() + "\"; it is for " + whose);
        }
    }

    private static void header(Limit limit, Checks checks) {
        boolean counts = limit.kind().isKeyed() && limit.per() == LimitPer.HEADER;
        if (counts && limit.header() == null) {
            checks.wrong("header", "a limit per header needs \"header\", like \"x-api-key\"");
        } else if (counts && limit.value() != null) {
            checks.wrong("value", "the header is counted by, so it cannot be a condition too");
        } else if (!counts && (limit.header() == null) != (limit.value() == null)) {
            checks.wrong(
                    limit.header() == null ? "value" : "header",
                    "a condition on a header has both \"header\" and \"value\"");
        }
        String name = limit.header();
        if (name != null && name.isBlank()) {
            checks.wrong("header", "the header's name is empty");
        }
    }

    private static void works(LimiterType limiter, Limit limit, Checks checks) {
        try {
            limiter.create(limit.limiter(), 0);
        } catch (IllegalArgumentException | ArithmeticException e) {
            checks.wrong("", limit.kind().key() + ": " + e.getMessage());
        }
        boolean fromOne = limit.kind() == LimitKind.TOKEN_BUCKET || limit.kind() == LimitKind.GCRA;
        if (fromOne && limit.burst() != null && limit.burst() == 0) {
            checks.wrong(
                    "burst", "burst is 0; " + limit.kind().key() + " would let nothing through; at least 1 is allowed");
        }
    }
}
