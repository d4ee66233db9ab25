package roundhouse.topology.nodes.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.traffic.Arrivals.Curve.Point;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.RecordItem;

/** A point of a curve of arrivals: {@code ["30s", "900/s"]} or an object in files, {@code 30s 900/s} in forms. */
public final class CurvePoint extends RecordItem<Point> {
    CurvePoint() {
        super(Point.SETTINGS);
    }

    @Override
    public @Nullable Point read(Json value, String pointer, Problems problems) {
        if (value instanceof Json.Arr(int line, List<Json> pair)) {
            if (pair.size() != 2) {
                problems.add(pointer, line, "a list of " + pair.size() + "; a point is like [\"30s\", \"900/s\"]");
                return null;
            }
            return super.read(
                    new Json.Obj(line, Map.of("at", pair.getFirst(), "rate", pair.getLast())), pointer, problems);
        }
        return super.read(value, pointer, problems);
    }

    @Override
    public Json json(Point point) {
        return JsonBuilder.array(
                List.of(JsonBuilder.duration(point.at()), JsonBuilder.text(Units.formatRate(point.rate()))));
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        Json.Obj pair = new JsonBuilder()
                .put("type", "array")
                .put(
                        "prefixItems",
                        JsonBuilder.array(List.of(
                                Point.AT.type().schema(definitions),
                                Point.RATE.type().schema(definitions))))
                .put("minItems", 2)
                .put("maxItems", 2)
                .build();
        return new JsonBuilder()
                .put("anyOf", JsonBuilder.array(List.of(pair, super.schema(definitions))))
                .build();
    }

    @Override
    public String plural() {
        return "points";
    }

    @Override
    public String line(Point point) {
        return Units.format(point.at()) + " " + Units.formatRate(point.rate());
    }

    @Override
    public Parsed<Point> parse(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            return new Parsed.Wrong<>("found \"" + line + "\"; a point is written like \"30s 900/s\"");
        }
        return switch (Units.duration(parts[0])) {
            case Parsed.Value<Duration>(Duration at) -> Parsed.map(Units.rate(parts[1]), rate -> new Point(at, rate));
            case Parsed.Wrong<Duration>(String reason) -> new Parsed.Wrong<>(reason);
        };
    }

    @Override
    public String example() {
        return "0s 100/s\n30s 900/s";
    }
}
