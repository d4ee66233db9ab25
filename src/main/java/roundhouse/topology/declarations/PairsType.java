package roundhouse.topology.declarations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.Lines;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** Two numbers for each name: {@code "frankfurt": [50.1, 8.7]}. */
final class PairsType<T> implements Type<Map<String, T>> {
    private final Kind<T> kind;
    private final List<String> names;
    private final List<Range> ranges;

    /**
     * What the numbers are about.
     *
     * @param what what the names are of: "region"
     * @param nameType what the names must be
     * @param title what messages call one of them, before its name: "the region"
     * @param name a name for examples
     * @param example a pair as files have it
     */
    record Kind<T>(
            String what,
            Type<String> nameType,
            String title,
            Maker<T> maker,
            ToDoubleFunction<T> first,
            ToDoubleFunction<T> second,
            String name,
            String example) {}

    interface Maker<T> {
        T of(double first, double second);
    }

    /**
     * @param names what each of the numbers is
     * @param ranges the range each must be in
     */
    PairsType(Kind<T> kind, List<String> names, List<Range> ranges) {
        this.kind = kind;
        this.names = names;
        this.ranges = ranges;
    }

    @Override
    public Map<String, T> read(Fields fields, String key) {
        Map<String, T> read = new LinkedHashMap<>();
        fields.entries(key).forEach((name, value) -> {
            if (value instanceof Json.Arr(int _, List<Json> items)
                    && items.size() == 2
                    && items.getFirst() instanceof Json.Num(int _, String first)
                    && items.getLast() instanceof Json.Num(int _, String second)) {
                read.put(name, kind.maker().of(Double.parseDouble(first) + 0.0, Double.parseDouble(second) + 0.0));
            } else {
                fields.problems()
                        .add(
                                Json.step(fields.pointer(key), name),
                                value.line(),
                                "found " + Json.shown(value) + " for " + Json.quoted(name)
                                        + "; two numbers are allowed, like " + kind.example());
            }
        });
        return read;
    }

    @Override
    public void write(JsonBuilder json, String key, Map<String, T> pairs) {
        JsonBuilder written = new JsonBuilder();
        pairs.forEach((name, pair) -> written.put(
                name,
                JsonBuilder.array(List.of(
                        JsonBuilder.number(kind.first().applyAsDouble(pair)),
                        JsonBuilder.number(kind.second().applyAsDouble(pair))))));
        json.put(key, written.build());
    }

    @Override
    public void check(String key, Map<String, T> pairs, Checks checks) {
        pairs.forEach((name, pair) -> {
            kind.nameType().check(key, name, checks);
            Checks its = checks.about(Json.step(key, name), kind.title() + " " + Json.quoted(name));
            its.number("0", names.getFirst(), kind.first().applyAsDouble(pair), ranges.getFirst());
            its.number("1", names.getLast(), kind.second().applyAsDouble(pair), ranges.getLast());
        });
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        Json.Obj pair = new JsonBuilder()
                .put("type", "array")
                .put(
                        "prefixItems",
                        JsonBuilder.array(ranges.stream()
                                .map(range -> range.schema().build())
                                .toList()))
                .put("minItems", 2)
                .put("maxItems", 2)
                .build();
        return new JsonBuilder()
                .put("type", "object")
                .put("propertyNames", kind.nameType().schema(definitions))
                .put("additionalProperties", pair)
                .build();
    }

    @Override
    public String allowed() {
        return "an object of pairs like { \"" + kind.name() + "\": " + kind.example() + " }";
    }

    @Override
    public String shown(Map<String, T> pairs) {
        return pairs.isEmpty() ? "none" : String.join(", ", pairs.keySet());
    }

    @Override
    public List<FormField<Map<String, T>>> form(FieldName name, Map<String, T> current) {
        return List.of(new FormField<>(
                name.key(),
                name.label(),
                name.help(),
                new Editor.Lines("frankfurt 50.1 8.7\nvirginia 39.0 -77.5"),
                pairs -> Lines.write(List.copyOf(pairs.entrySet()), this::line),
                (_, text) -> parse(text)));
    }

    private String line(Map.Entry<String, T> pair) {
        return TypedWords.write(pair.getKey()) + " " + Units.number(kind.first().applyAsDouble(pair.getValue())) + " "
                + Units.number(kind.second().applyAsDouble(pair.getValue()));
    }

    private Parsed<Map<String, T>> parse(String text) {
        Parsed<List<Map.Entry<String, T>>> entries = Lines.read(text, this::entry);
        return Parsed.map(entries, list -> {
            Map<String, T> pairs = new LinkedHashMap<>();
            list.forEach(entry -> pairs.put(entry.getKey(), entry.getValue()));
            return pairs;
        });
    }

    private Parsed<Map.Entry<String, T>> entry(String line) {
        List<String> parts = TypedWords.read(line);
        if (parts.size() != 3) {
            return new Parsed.Wrong<>(
                    "found \"" + line + "\"; a " + kind.what() + " is written like \"frankfurt 50.1 8.7\"");
        }
        return switch (ranges.getFirst().parse(parts.get(1))) {
            case Parsed.Value<Double>(Double first) ->
                Parsed.map(
                        ranges.getLast().parse(parts.get(2)),
                        second -> Map.entry(parts.getFirst(), kind.maker().of(first, second)));
            case Parsed.Wrong<Double>(String reason) -> new Parsed.Wrong<>(reason);
        };
    }
}
