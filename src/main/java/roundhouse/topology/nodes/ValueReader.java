package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Algorithm;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/**
 * Reads the values that come in several types: a plain word or duration where that says it all, otherwise an object with a
 * {@code type}.
 */
public final class ValueReader {
    private static final Distribution NO_TIME = new Distribution.Fixed(Duration.ZERO);
    private static final List<String> ALGORITHMS =
            Arrays.stream(Algorithm.values()).map(Algorithm::key).toList();
    private static final Map<String, List<String>> DISTRIBUTIONS = Map.of(
            "fixed", List.of("type", "value"),
            "uniform", List.of("type", "min", "max"),
            "normal", List.of("type", "mean", "stddev"),
            "log-normal", List.of("type", "mean", "stddev"),
            "exponential", List.of("type", "mean"));

    private ValueReader() {}

    public static Distribution distribution(Fields fields, String key, Distribution fallback) {
        Json value = fields.get(key);
        if (value == null) {
            return fallback;
        }
        if (!(value instanceof Json.Obj)) {
            return new Distribution.Fixed(fields.duration(key, Duration.ZERO));
        }
        List<String> types = List.of("fixed", "uniform", "normal", "log-normal", "exponential");
        Fields its = typed(fields, key, "a distribution", "{ \"type\": \"exponential\", \"mean\": \"3ms\" }");
        String type = its == null ? null : its.choice("type", "distribution", types);
        if (its == null || type == null) {
            return NO_TIME;
        }
        String what = "the distribution " + type;
        its.knowing(what, DISTRIBUTIONS.getOrDefault(type, List.of()));
        return switch (type) {
            case "fixed" -> new Distribution.Fixed(its.requiredDuration("value", what, "\"3ms\""));
            case "uniform" ->
                new Distribution.Uniform(
                        its.requiredDuration("min", what, "\"1ms\""), its.requiredDuration("max", what, "\"3ms\""));
            case "normal" ->
                new Distribution.Normal(
                        its.requiredDuration("mean", what, "\"3ms\""), its.requiredDuration("stddev", what, "\"1ms\""));
            case "log-normal" ->
                new Distribution.LogNormal(
                        its.requiredDuration("mean", what, "\"3ms\""), its.requiredDuration("stddev", what, "\"1ms\""));
            default -> new Distribution.Exponential(its.requiredDuration("mean", what, "\"3ms\""));
        };
    }

    public static Arrivals arrivals(Fields fields, String key) {
        Arrivals none = new Arrivals.Constant(0);
        Fields its = typed(fields, key, "arrivals", "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }");
        String type = its == null
                ? null
                : its.choice("type", "type of arrivals", List.of("poisson", "constant", "bursty", "curve", "closed"));
        if (its == null || type == null) {
            return none;
        }
        String what = "the arrival type " + type;
        String rate = "\"1000/s\"";
        return switch (type) {
            case "poisson" -> {
                its.knowing(what, "type", "rate");
                yield new Arrivals.Poisson(its.requiredRate("rate", what, rate));
            }
            case "constant" -> {
                its.knowing(what, "type", "rate");
                yield new Arrivals.Constant(its.requiredRate("rate", what, rate));
            }
            case "bursty" -> {
                its.knowing(what, "type", "rate", "on", "off");
                yield new Arrivals.Bursty(
                        its.requiredRate("rate", what, rate),
                        its.requiredDuration("on", what, "\"2s\""),
                        its.requiredDuration("off", what, "\"8s\""));
            }
            case "curve" -> {
                its.knowing(what, "type", "points");
                its.required("points", what, "[[\"0s\", \"100/s\"], [\"30s\", \"900/s\"]]");
                yield new Arrivals.Curve(points(its));
            }
            default -> {
                its.knowing(what, "type", "think");
                its.required("think", what, "\"2s\"");
                yield new Arrivals.Closed(distribution(its, "think", NO_TIME));
            }
        };
    }

    private static List<Arrivals.Curve.Point> points(Fields curve) {
        List<Arrivals.Curve.Point> points = new ArrayList<>();
        List<Json> items = curve.list("points");
        for (int i = 0; i < items.size(); i++) {
            String pointer = Json.step(curve.pointer("points"), i);
            Json item = items.get(i);
            if (item instanceof Json.Arr(int line, List<Json> pair)) {
                if (pair.size() == 2) {
                    item = new Json.Obj(line, Map.of("at", pair.getFirst(), "rate", pair.getLast()));
                } else {
                    curve.problems()
                            .add(pointer, line, "a list of " + pair.size() + "; a point is like [\"30s\", \"900/s\"]");
                    continue;
                }
            }
            Fields point = Fields.of(item, pointer, curve.problems(), "a point of the curve");
            if (point != null) {
                point.knowing("a point", "at", "rate");
                points.add(new Arrivals.Curve.Point(
                        point.requiredDuration("at", "a point", "\"30s\""),
                        point.requiredRate("rate", "a point", "\"900/s\"")));
            }
        }
        return List.copyOf(points);
    }

    public static KeyDistribution keys(Fields fields, String key, KeyDistribution fallback) {
        if (!fields.has(key)) {
            return fallback;
        }
        Fields its = typed(fields, key, "keys", "{ \"type\": \"uniform\", \"count\": 1000 }");
        String type = its == null ? null : its.choice("type", "type of keys", List.of("uniform", "zipf", "hot"));
        if (its == null || type == null) {
            return fallback;
        }
        String what = "the key type " + type;
        its.required("count", what, "1000");
        int count = its.whole("count", 1, Range.KEYS);
        return switch (type) {
            case "uniform" -> {
                its.knowing(what, "type", "count");
                yield new KeyDistribution.Uniform(count);
            }
            case "zipf" -> {
                its.knowing(what, "type", "count", "exponent");
                its.required("exponent", what, "0.9");
                yield new KeyDistribution.Zipf(count, its.number("exponent", 0, Range.EXPONENT));
            }
            default -> {
                its.knowing(what, "type", "count", "share");
                its.required("share", what, "0.5");
                yield new KeyDistribution.Hot(count, its.number("share", 0, Range.PART));
            }
        };
    }

    public static Connection connection(Fields fields, String key) {
        Connection.KeepAlive kept = new Connection.KeepAlive(Integer.MAX_VALUE, Defaults.IDLE);
        List<String> types = List.of("per-request", "keep-alive");
        if (!(fields.get(key) instanceof Json.Obj)) {
            return "keep-alive".equals(fields.choice(key, "connection", types)) ? kept : Defaults.CONNECTION;
        }
        Fields its = typed(fields, key, "a connection", "\"per-request\"");
        String type = its == null ? null : its.choice("type", "connection", types);
        if (its == null || type == null) {
            return Defaults.CONNECTION;
        }
        if (type.equals("per-request")) {
            its.knowing("a connection per request", "type");
            return Defaults.CONNECTION;
        }
        its.knowing("a kept connection", "type", "requests", "idle");
        return new Connection.KeepAlive(
                its.wholeOr("unlimited", "requests", kept.requests(), Range.CONNECTIONS),
                its.duration("idle", kept.idle()));
    }

    public static @Nullable Balancing balancing(Fields fields, String key) {
        Json value = fields.get(key);
        if (!(value instanceof Json.Obj)) {
            String name = fields.choice(key, "algorithm", ALGORITHMS);
            return name == null ? null : Balancing.of(Algorithm.of(name).orElseThrow());
        }
        Fields its = typed(fields, key, "an algorithm", "{ \"type\": \"round-robin\" }");
        String name = its == null ? null : its.choice("type", "algorithm", ALGORITHMS);
        if (its == null || name == null) {
            return null;
        }
        Algorithm algorithm = Algorithm.of(name).orElseThrow();
        if (algorithm == Algorithm.HASH) {
            return Balancing.hash(PlacementReader.read(its));
        }
        its.knowing("an algorithm", "type", "decay");
        return new Balancing(algorithm, its.duration("decay", Balancing.DEFAULT_DECAY));
    }

    public static Tls tls(Fields fields, String key) {
        Json value = fields.get(key);
        if (!(value instanceof Json.Obj)) {
            return new Tls(mode(fields.choice(key, "TLS mode", Defaults.TLS_MODES)), Tls.DEFAULT_HANDSHAKE);
        }
        Fields its = Fields.of(value, fields.pointer(key), fields.problems(), "TLS");
        if (its == null) {
            return Tls.PASS_THROUGH;
        }
        its.knowing("TLS", "mode", "handshake").required("mode", "TLS", "\"terminate\"");
        return new Tls(
                mode(its.choice("mode", "TLS mode", Defaults.TLS_MODES)),
                its.duration("handshake", Tls.DEFAULT_HANDSHAKE));
    }

    private static Tls.Mode mode(@Nullable String word) {
        return "terminate".equals(word) ? Tls.Mode.TERMINATE : Tls.Mode.PASS_THROUGH;
    }

    private static @Nullable Fields typed(Fields fields, String key, String what, String example) {
        Json value = fields.get(key);
        Fields its = value == null ? null : Fields.of(value, fields.pointer(key), fields.problems(), what);
        return its == null || its.required("type", what, example) == null ? null : its;
    }
}
