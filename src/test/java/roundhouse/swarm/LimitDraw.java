package roundhouse.swarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.nodes.guarding.LimitKind;

/** Makes limits of what was drawn of them: with what their type needs, and mostly without what it does not know. */
final class LimitDraw {
    private final SchemaDraw draw;
    private final Map<String, Json> properties;

    /** @param limit the schema of a limit */
    LimitDraw(SchemaDraw draw, Json.Obj limit) {
        this.draw = draw;
        properties = limit.fields().get("properties") instanceof Json.Obj its ? its.fields() : Map.of();
    }

    Json limit() {
        LimitKind kind = draw.pick(List.of(LimitKind.values()));
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("type", JsonBuilder.text(kind.key()));
        needed(kind).forEach(key -> put(fields, key));
        List<String> others = new ArrayList<>(known(kind));
        others.addAll(List.of("name", "from", "methods", "path"));
        if (kind.turnsAway()) {
            others.addAll(List.of("status", "tarpit"));
        }
        others.stream().filter(_ -> draw.oneIn(2)).forEach(key -> put(fields, key));
        boolean counts = fields.get("per") instanceof Json.Text(int _, String per) && per.equals("header");
        if (counts || draw.oneIn(5)) {
            put(fields, "header");
        }
        if (fields.containsKey("header") && !counts) {
            put(fields, "value");
        }
        return new Json.Obj(0, fields);
    }

    private void put(Map<String, Json> fields, String key) {
        Json drawn = properties.get(key) instanceof Json.Obj schema ? draw.value(schema) : null;
        if (drawn != null) {
            fields.put(key, drawn);
        }
    }

    private static List<String> needed(LimitKind kind) {
        if (kind.limiter() != null) {
            return List.of("rate");
        }
        return switch (kind) {
            case CONCURRENCY, SHED -> List.of("most");
            case PRIORITY -> List.of("class");
            default -> List.of();
        };
    }

    private static List<String> known(LimitKind kind) {
        return switch (kind) {
            case LEAKY_BUCKET -> List.of("per", "burst", "delay");
            case TOKEN_BUCKET -> List.of("per", "burst", "intervally");
            case GCRA -> List.of("per", "burst");
            case GUAVA, RESILIENCE4J -> List.of("per", "timeout");
            case GUAVA_WARMING_UP -> List.of("per", "timeout", "warm-up");
            case HAPROXY_RATE -> List.of("per", "accepted-only");
            case FIXED_WINDOW, SLIDING_WINDOW, SLIDING_LOG, CONCURRENCY -> List.of("per");
            case SHED, PRIORITY, DENY, ALLOW -> List.of();
        };
    }
}
