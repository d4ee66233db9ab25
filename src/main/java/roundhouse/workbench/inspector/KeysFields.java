package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Keys;
import roundhouse.topology.Limit;
import roundhouse.workbench.inspector.Editor.Option;

/** Which keys requests are about. */
final class KeysFields {
    private static final double DEFAULT_EXPONENT = 0.9;
    private static final double DEFAULT_SHARE = 0.5;
    private static final List<Option> TYPES = List.of(
            new Option("uniform", "Uniform", "All equally often."),
            new Option("zipf", "Zipf", "A few often, most seldom."),
            new Option("hot", "Hot key", "One takes a share of its own."));

    private KeysFields() {}

    static List<Field<Keys>> of(Keys current) {
        List<Field<Keys>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "keys", "Keys", "Which keys the requests are about.", TYPES, KeysFields::type, KeysFields::ofType));
        fields.add(Forms.whole(
                "keys.count", "Count", "How many different keys.", Limit.KEYS, Keys::count, (k, v) -> switch (k) {
                    case Keys.Uniform _ -> new Keys.Uniform(v);
                    case Keys.Zipf zipf -> new Keys.Zipf(v, zipf.exponent());
                    case Keys.Hot hot -> new Keys.Hot(v, hot.share());
                }));
        switch (current) {
            case Keys.Uniform _ -> {}
            case Keys.Zipf _ ->
                fields.add(Forms.number(
                        "keys.exponent",
                        "Exponent",
                        "0 is uniform; 1 is steep.",
                        Limit.EXPONENT,
                        KeysFields::exponent,
                        (k, v) -> new Keys.Zipf(k.count(), v)));
            case Keys.Hot _ ->
                fields.add(Forms.percent(
                        "keys.share",
                        "Hot share",
                        "What part of the requests is about the hot key.",
                        KeysFields::share,
                        (k, v) -> new Keys.Hot(k.count(), v)));
        }
        return fields;
    }

    private static String type(Keys keys) {
        return switch (keys) {
            case Keys.Uniform _ -> "uniform";
            case Keys.Zipf _ -> "zipf";
            case Keys.Hot _ -> "hot";
        };
    }

    private static Keys ofType(Keys before, String type) {
        return switch (type) {
            case "uniform" -> new Keys.Uniform(before.count());
            case "zipf" -> new Keys.Zipf(before.count(), exponent(before));
            default -> new Keys.Hot(before.count(), share(before));
        };
    }

    private static double exponent(Keys keys) {
        return keys instanceof Keys.Zipf zipf ? zipf.exponent() : DEFAULT_EXPONENT;
    }

    private static double share(Keys keys) {
        return keys instanceof Keys.Hot hot ? hot.share() : DEFAULT_SHARE;
    }
}
