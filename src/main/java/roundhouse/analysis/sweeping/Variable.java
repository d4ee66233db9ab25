package roundhouse.analysis.sweeping;

import java.util.List;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;

/** A setting and the values that it takes, in this order; at least one. */
public record Variable(VariedSetting setting, List<String> values) {
    public Variable {
        values = List.copyOf(values);
    }

    /** Reads {@code PATH=VALUES}. */
    public static Parsed<Variable> parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            return new Parsed.Wrong<>(
                    "found " + Json.quoted(text) + "; a setting is varied like s1.cores=2,4,8 or web.count=1..50");
        }
        String path = text.substring(0, equals).strip();
        return switch (VariedValues.parse(text.substring(equals + 1))) {
            case Parsed.Value<List<String>>(List<String> values) ->
                new Parsed.Value<>(new Variable(new VariedSetting(path), values));
            case Parsed.Wrong<List<String>>(String reason) -> new Parsed.Wrong<>(path + ": " + reason);
        };
    }

    public String path() {
        return setting.path();
    }
}
