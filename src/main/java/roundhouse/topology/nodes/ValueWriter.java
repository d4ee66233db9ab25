package roundhouse.topology.nodes;

import java.util.List;
import roundhouse.routing.Algorithm;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Units;

/** Writes the values that come in several types; the mirror of {@link ValueReader}. */
public final class ValueWriter {
    private ValueWriter() {}

    public static Json distribution(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed fixed -> JsonBuilder.duration(fixed.value());
            case Distribution.Uniform uniform ->
                JsonBuilder.typed("uniform")
                        .put("min", uniform.min())
                        .put("max", uniform.max())
                        .build();
            case Distribution.Normal normal ->
                JsonBuilder.typed("normal")
                        .put("mean", normal.mean())
                        .put("stddev", normal.stddev())
                        .build();
            case Distribution.LogNormal normal ->
                JsonBuilder.typed("log-normal")
                        .put("mean", normal.mean())
                        .put("stddev", normal.stddev())
                        .build();
            case Distribution.Exponential exponential ->
                JsonBuilder.typed("exponential").put("mean", exponential.mean()).build();
        };
    }

    public static Json arrivals(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.Poisson poisson ->
                JsonBuilder.typed("poisson")
                        .put("rate", Units.formatRate(poisson.rate()))
                        .build();
            case Arrivals.Constant constant ->
                JsonBuilder.typed("constant")
                        .put("rate", Units.formatRate(constant.rate()))
                        .build();
            case Arrivals.Bursty bursty ->
                JsonBuilder.typed("bursty")
                        .put("rate", Units.formatRate(bursty.rate()))
                        .put("on", bursty.on())
                        .put("off", bursty.off())
                        .build();
            case Arrivals.Curve curve ->
                JsonBuilder.typed("curve")
                        .put(
                                "points",
                                JsonBuilder.array(curve.points().stream()
                                        .map(point -> JsonBuilder.array(List.of(
                                                JsonBuilder.duration(point.at()),
                                                JsonBuilder.text(Units.formatRate(point.rate())))))
                                        .toList()))
                        .build();
            case Arrivals.Closed closed ->
                JsonBuilder.typed("closed")
                        .put("think", distribution(closed.think()))
                        .build();
        };
    }

    public static Json keys(KeyDistribution keys) {
        return switch (keys) {
            case KeyDistribution.Uniform uniform ->
                JsonBuilder.typed("uniform").put("count", uniform.count()).build();
            case KeyDistribution.Zipf zipf ->
                JsonBuilder.typed("zipf")
                        .put("count", zipf.count())
                        .put("exponent", zipf.exponent())
                        .build();
            case KeyDistribution.Hot hot ->
                JsonBuilder.typed("hot")
                        .put("count", hot.count())
                        .put("share", hot.share())
                        .build();
        };
    }

    public static Json connection(Connection connection) {
        return switch (connection) {
            case Connection.PerRequest _ -> JsonBuilder.text("per-request");
            case Connection.KeepAlive(int requests, var idle)
            when requests == Defaults.UNLIMITED && idle.equals(Defaults.IDLE) -> JsonBuilder.text("keep-alive");
            case Connection.KeepAlive kept ->
                JsonBuilder.typed("keep-alive")
                        .unless(Defaults.UNLIMITED, "requests", kept.requests(), "unlimited")
                        .unless(Defaults.IDLE, "idle", kept.idle())
                        .build();
        };
    }

    public static Json balancing(Balancing balancing) {
        String type = balancing.algorithm().key();
        if (balancing.algorithm() == Algorithm.HASH) {
            return PlacementWriter.json(balancing.placement());
        }
        return balancing.decay().equals(Balancing.DEFAULT_DECAY)
                ? JsonBuilder.text(type)
                : JsonBuilder.typed(type).put("decay", balancing.decay()).build();
    }

    public static Json tls(Tls tls) {
        String mode = tls.mode() == Tls.Mode.TERMINATE ? "terminate" : "pass-through";
        return tls.handshake().equals(Tls.DEFAULT_HANDSHAKE)
                ? JsonBuilder.text(mode)
                : new JsonBuilder()
                        .put("mode", mode)
                        .put("handshake", tls.handshake())
                        .build();
    }

    public static Json rule(Rule rule) {
        return switch (rule) {
            case Rule.Path path ->
                new JsonBuilder()
                        .put("path", path.pattern())
                        .put("pool", path.pool())
                        .build();
            case Rule.Header header ->
                new JsonBuilder()
                        .put("header", header.name())
                        .put("value", header.value())
                        .put("pool", header.pool())
                        .build();
            case Rule.Cookie cookie ->
                new JsonBuilder()
                        .put("cookie", cookie.name())
                        .put("value", cookie.value())
                        .put("pool", cookie.pool())
                        .build();
        };
    }
}
