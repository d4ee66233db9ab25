package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units;

/** Checks how a load balancer judges its targets. */
public final class HealthChecks {
    private HealthChecks() {}

    public static void check(Health health, Checks checks) {
        if (health.active() != null) {
            active(health.active(), checks.in("checks"));
        }
        if (health.passive() != null) {
            Checks its = checks.in("passive");
            its.number("max-fails", health.passive().maxFails(), Range.IN_A_ROW);
            its.positive("fail-timeout", health.passive().failTimeout());
            wholeSeconds("fail-timeout", health.passive().failTimeout(), its);
        }
        if (health.ejection() != null) {
            ejection(health.ejection(), checks.in("ejection"));
        }
        checks.number("panic", health.panic(), Range.PERCENT);
        checks.duration("slow-start", health.slowStart());
        wholeSeconds("slow-start", health.slowStart(), checks);
    }

    private static void active(Health.Active active, Checks checks) {
        checks.positive("interval", active.interval());
        checks.positive("timeout", active.timeout());
        checks.number("fall", active.fall(), Range.IN_A_ROW);
        checks.number("rise", active.rise(), Range.IN_A_ROW);
        positive("fast-interval", active.fastInterval(), checks);
        positive("down-interval", active.downInterval(), checks);
    }

    private static void positive(String key, @Nullable Duration value, Checks checks) {
        if (value != null) {
            checks.positive(key, value);
        }
    }

    private static void ejection(Health.Ejection ejection, Checks checks) {
        checks.number("consecutive", ejection.consecutive(), Range.IN_A_ROW);
        checks.positive("interval", ejection.interval());
        checks.positive("base", ejection.base());
        checks.positive("max", ejection.max());
        checks.number("max-percent", ejection.maxPercent(), Range.PERCENT);
        checks.number("min-hosts", ejection.minHosts(), Range.IN_A_ROW);
        checks.number("min-requests", ejection.minRequests(), Range.CONNECTIONS);
        checks.number("factor", ejection.factor(), Range.DEVIATIONS);
    }

    /** nginx and HAProxy count these in whole seconds. */
    private static void wholeSeconds(String key, Duration value, Checks checks) {
        if (value.toNanos() % 1_000_000_000L != 0) {
            checks.wrong(key, key + " is " + Units.format(value) + "; whole seconds are allowed");
        }
    }
}
