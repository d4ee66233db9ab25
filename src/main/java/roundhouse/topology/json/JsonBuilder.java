package roundhouse.topology.json;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a JSON object for writing, leaving out what equals its default. */
public final class JsonBuilder {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    public static Json text(String value) {
        return new Json.Text(0, value);
    }

    public static Json number(double value) {
        return new Json.Num(0, Units.number(value));
    }

    public static Json duration(Duration value) {
        return text(Units.format(value));
    }

    public static Json array(List<? extends Json> items) {
        return new Json.Arr(0, List.copyOf(items));
    }

    public Json.Obj build() {
        return new Json.Obj(0, fields);
    }

    public JsonBuilder put(String key, Json value) {
        fields.put(key, value);
        return this;
    }

    public JsonBuilder put(String key, String value) {
        return put(key, text(value));
    }

    public JsonBuilder put(String key, double value) {
        return put(key, number(value));
    }

    public JsonBuilder put(String key, Duration value) {
        return put(key, duration(value));
    }

    public JsonBuilder texts(String key, Map<String, String> values) {
        if (values.isEmpty()) {
            return this;
        }
        JsonBuilder texts = new JsonBuilder();
        values.forEach(texts::put);
        return put(key, texts.build());
    }
}
