package roundhouse.topology.nodes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.Lines;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** Regions and their shares, under {@code regions}; one region alone under {@code region}. */
public final class RegionShares implements Type<Map<String, Double>> {
    private static final String ONE = "region";

    @Override
    public List<String> keys(String key) {
        return List.of(ONE, key);
    }

    @Override
    public Map<String, Double> read(Fields fields, String key) {
        Map<String, Double> regions = new LinkedHashMap<>();
        String only = fields.text(ONE);
        if (only != null) {
            if (fields.has(key)) {
                fields.wrong(key, "both \"region\" and \"regions\"; write one of them");
            }
            regions.put(only, 1.0);
            return regions;
        }
        fields.entries(key).forEach((name, value) -> {
            double share = value instanceof Json.Num number ? Double.parseDouble(number.literal()) : Double.NaN;
            if (Checks.SHARES.allows(share)) {
                regions.put(name, share + 0.0);
            } else {
                fields.problems()
                        .add(
                                Json.step(fields.pointer(key), name),
                                value.line(),
                                "the share of " + Json.quoted(name) + " is " + Json.shown(value) + "; "
                                        + Checks.SHARES.allowed() + " is allowed");
            }
        });
        return regions;
    }

    @Override
    public void write(JsonBuilder json, String key, Map<String, Double> regions) {
        if (regions.size() == 1 && regions.values().iterator().next() == 1) {
            json.put(ONE, regions.keySet().iterator().next());
        } else if (!regions.isEmpty()) {
            JsonBuilder shares = new JsonBuilder();
            regions.forEach((name, share) -> shares.put(name, share));
            json.put(key, shares.build());
        }
    }

    @Override
    public void check(String key, Map<String, Double> regions, Checks checks) {
        regions.keySet().forEach(region -> checks.name(key, region));
        checks.shares(key, List.copyOf(regions.values()));
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "object")
                .put("propertyNames", Types.name().schema(definitions))
                .put("additionalProperties", Checks.SHARES.schema().build())
                .build();
    }

    /** That an object has one of the two keys only. */
    static Json.Obj notBoth(String key) {
        Json both = JsonBuilder.array(List.of(JsonBuilder.text(ONE), JsonBuilder.text(key)));
        return new JsonBuilder()
                .put("not", new JsonBuilder().put("required", both).build())
                .build();
    }

    @Override
    public List<Json.Obj> schemas(Definitions definitions) {
        return List.of(Types.name().schema(definitions), schema(definitions));
    }

    @Override
    public String allowed() {
        return "one region's name under \"region\", or an object of shares like { \"eu\": 3, \"us\": 1 }";
    }

    @Override
    public String shown(Map<String, Double> regions) {
        return regions.isEmpty() ? "none" : regions.keySet().stream().collect(Collectors.joining(", "));
    }

    @Override
    public List<FormField<Map<String, Double>>> form(FieldName name, Map<String, Double> current) {
        return List.of(new FormField<>(
                name.key(),
                name.label(),
                name.help(),
                new Editor.Lines("eu 3\nus 1"),
                regions -> Lines.write(
                        List.copyOf(regions.entrySet()),
                        entry -> TypedWords.write(entry.getKey()) + " " + Units.number(entry.getValue())),
                (_, text) -> parse(text)));
    }

    private static Parsed<Map<String, Double>> parse(String text) {
        Set<String> typed = new LinkedHashSet<>();
        Parsed<List<Map.Entry<String, Double>>> entries = Lines.read(text, line -> {
            List<String> parts = TypedWords.read(line);
            if (parts.size() != 2) {
                return new Parsed.Wrong<>("found \"" + line + "\"; a region and its share are written like \"eu 3\"");
            }
            String region = parts.getFirst();
            return typed.add(region)
                    ? Parsed.map(Checks.SHARES.parse(parts.getLast()), share -> Map.entry(region, share))
                    : new Parsed.Wrong<>(Json.quoted(region) + " is there twice");
        });
        return Parsed.map(entries, list -> {
            Map<String, Double> regions = new LinkedHashMap<>();
            list.forEach(entry -> regions.put(entry.getKey(), entry.getValue()));
            return regions;
        });
    }
}
