package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.KeyDistribution;
import roundhouse.topology.settings.Range;
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

    static List<Field<KeyDistribution>> of(KeyDistribution current) {
        List<Field<KeyDistribution>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "keys", "Keys", "Which keys the requests are about.", TYPES, KeysFields::type, KeysFields::ofType));
        fields.add(Forms.whole(
                "keys.count", "Count", "How many different keys.", Range.KEYS, KeyDistribution::count, (k, v) -> switch (k) {
                    case KeyDistribution.Uniform _ -> new KeyDistribution.Uniform(v);
                    case KeyDistribution.Zipf zipf -> new KeyDistribution.Zipf(v, zipf.exponent());
                    case KeyDistribution.Hot hot -> new KeyDistribution.Hot(v, hot.share());
                }));
        switch (current) {
            case KeyDistribution.Uniform _ -> {}
            case KeyDistribution.Zipf _ ->
                fields.add(Forms.number(
                        "keys.exponent",
                        "Exponent",
                        "0 is uniform; 1 is steep.",
                        Range.EXPONENT,
                        KeysFields::exponent,
                        (k, v) -> new KeyDistribution.Zipf(k.count(), v)));
            case KeyDistribution.Hot _ ->
                fields.add(Forms.percent(
                        "keys.share",
                        "Hot share",
                        "What part of the requests is about the hot key.",
                        KeysFields::share,
                        (k, v) -> new KeyDistribution.Hot(k.count(), v)));
        }
        return fields;
    }

    private static String type(KeyDistribution keys) {
        return switch (keys) {
            case KeyDistribution.Uniform _ -> "uniform";
            case KeyDistribution.Zipf _ -> "zipf";
            case KeyDistribution.Hot _ -> "hot";
        };
    }

    private static KeyDistribution ofType(KeyDistribution before, String type) {
        return switch (type) {
            case "uniform" -> new KeyDistribution.Uniform(before.count());
            case "zipf" -> new KeyDistribution.Zipf(before.count(), exponent(before));
            default -> new KeyDistribution.Hot(before.count(), share(before));
        };
    }

    private static double exponent(KeyDistribution keys) {
        return keys instanceof KeyDistribution.Zipf zipf ? zipf.exponent() : DEFAULT_EXPONENT;
    }

    private static double share(KeyDistribution keys) {
        return keys instanceof KeyDistribution.Hot hot ? hot.share() : DEFAULT_SHARE;
    }
}
