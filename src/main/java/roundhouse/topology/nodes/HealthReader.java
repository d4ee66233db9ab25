package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/** Reads how a load balancer judges its targets. */
public final class HealthReader {
    static final List<String> KEYS = List.of("checks", "passive", "ejection", "panic", "slow-start");
    static final List<String> PROBES = List.of("request", "connect");

    private HealthReader() {}

    public static Health read(Fields fields) {
        return new Health(
                active(fields.object("checks", "a health check")),
                passive(fields.object("passive", "a passive check")),
                ejection(fields.object("ejection", "an ejection rule")),
                fields.whole("panic", 0, Range.PERCENT),
                fields.duration("slow-start", Duration.ZERO));
    }

    private static Health.@Nullable Active active(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        fields.knowing(
                "a health check", "probe", "interval", "timeout", "fall", "rise", "fast-interval", "down-interval");
        Health.Active usual = Health.Active.DEFAULT;
        return new Health.Active(
                "connect".equals(fields.choice("probe", "probe", PROBES)) ? Health.Probe.CONNECT : Health.Probe.REQUEST,
                fields.duration("interval", usual.interval()),
                fields.duration("timeout", usual.timeout()),
                fields.whole("fall", usual.fall(), Range.IN_A_ROW),
                fields.whole("rise", usual.rise(), Range.IN_A_ROW),
                fields.duration("fast-interval"),
                fields.duration("down-interval"));
    }

    private static Health.@Nullable Passive passive(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        fields.knowing("a passive check", "max-fails", "fail-timeout");
        Health.Passive usual = Health.Passive.DEFAULT;
        return new Health.Passive(
                fields.whole("max-fails", usual.maxFails(), Range.IN_A_ROW),
                fields.duration("fail-timeout", usual.failTimeout()));
    }

    private static Health.@Nullable Ejection ejection(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        fields.knowing(
                "an ejection rule",
                "consecutive",
                "interval",
                "base",
                "max",
                "max-percent",
                "min-hosts",
                "min-requests",
                "factor");
        Health.Ejection usual = Health.Ejection.DEFAULT;
        return new Health.Ejection(
                fields.whole("consecutive", usual.consecutive(), Range.IN_A_ROW),
                fields.duration("interval", usual.interval()),
                fields.duration("base", usual.base()),
                fields.duration("max", usual.max()),
                fields.whole("max-percent", usual.maxPercent(), Range.PERCENT),
                fields.whole("min-hosts", usual.minHosts(), Range.IN_A_ROW),
                fields.whole("min-requests", usual.minRequests(), Range.CONNECTIONS),
                fields.number("factor", usual.factor(), Range.DEVIATIONS));
    }
}
