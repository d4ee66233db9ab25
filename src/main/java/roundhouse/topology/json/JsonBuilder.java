package roundhouse.topology.json;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object for writing, leaving out what equals its default. */
public final class JsonBuilder {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    public static JsonBuilder typed(String type) {
        return new JsonBuilder().put("type", type);
    }

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

    public JsonBuilder optional(String key, @Nullable String value) {
        return value == null ? this : put(key, value);
    }

    public JsonBuilder optional(String key, @Nullable Duration value) {
        return value == null ? this : put(key, value);
    }

    public JsonBuilder unless(Object fallback, String key, Object value, Json written) {
        return value.equals(fallback) ? this : put(key, written);
    }

    public JsonBuilder unless(double fallback, String key, double value) {
        return value == fallback ? this : put(key, value);
    }

    public JsonBuilder unless(Duration fallback, String key, Duration value) {
        return value.equals(fallback) ? this : put(key, value);
    }

    /** A count whose largest value stands for no limit and is written as a word. */
    public JsonBuilder unless(int fallback, String key, int value, String unlimited) {
        return value == fallback ? this : put(key, value == Integer.MAX_VALUE ? text(unlimited) : number(value));
    }

    public JsonBuilder flag(String key, boolean value) {
        return flag(key, value, false);
    }

    public JsonBuilder flag(String key, boolean value, boolean fallback) {
        return value == fallback ? this : put(key, new Json.Bool(0, value));
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
