package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.Locale;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** Writes how a load balancer judges its targets; the mirror of {@link HealthReader}. */
public final class HealthWriter {
    private HealthWriter() {}

    public static void put(JsonBuilder json, Health health) {
        if (health.active() != null) {
            json.put("checks", active(health.active()));
        }
        if (health.passive() != null) {
            json.put("passive", passive(health.passive()));
        }
        if (health.ejection() != null) {
            json.put("ejection", ejection(health.ejection()));
        }
        json.unless(0, "panic", health.panic()).unless(Duration.ZERO, "slow-start", health.slowStart());
    }

    private static Json active(Health.Active active) {
        Health.Active usual = Health.Active.DEFAULT;
        return new JsonBuilder()
                .unless(
                        usual.probe(),
                        "probe",
                        active.probe(),
                        JsonBuilder.text(active.probe().name().toLowerCase(Locale.ROOT)))
                .unless(usual.interval(), "interval", active.interval())
                .unless(usual.timeout(), "timeout", active.timeout())
                .unless(usual.fall(), "fall", active.fall())
                .unless(usual.rise(), "rise", active.rise())
                .optional("fast-interval", active.fastInterval())
                .optional("down-interval", active.downInterval())
                .build();
    }

    private static Json passive(Health.Passive passive) {
        Health.Passive usual = Health.Passive.DEFAULT;
        return new JsonBuilder()
                .unless(usual.maxFails(), "max-fails", passive.maxFails())
                .unless(usual.failTimeout(), "fail-timeout", passive.failTimeout())
                .build();
    }

    private static Json ejection(Health.Ejection ejection) {
        Health.Ejection usual = Health.Ejection.DEFAULT;
        return new JsonBuilder()
                .unless(usual.consecutive(), "consecutive", ejection.consecutive())
                .unless(usual.interval(), "interval", ejection.interval())
                .unless(usual.base(), "base", ejection.base())
                .unless(usual.max(), "max", ejection.max())
                .unless(usual.maxPercent(), "max-percent", ejection.maxPercent())
                .unless(usual.minHosts(), "min-hosts", ejection.minHosts())
                .unless(usual.minRequests(), "min-requests", ejection.minRequests())
                .unless(usual.factor(), "factor", ejection.factor())
                .build();
    }
}
