package roundhouse.topology.nodes.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.PlainType;

/** A few names, each once; one alone is written without a list. */
public final class NameListType extends PlainType<List<String>> {
    private static final int MOST = 100;

    private final Type<String> name;
    private final String what;

    /**
     * @param name what one is: an id, or a name that people choose
     * @param what several, for people: "ids"
     */
    public NameListType(Type<String> name, String what) {
        this.name = name;
        this.what = what;
    }

    @Override
    public @Nullable List<String> read(Fields fields, String key) {
        if (!(fields.get(key) instanceof Json.Arr)) {
            String one = fields.text(key);
            return one == null ? null : List.of(one);
        }
        List<String> names = new ArrayList<>();
        for (Json item : fields.list(key)) {
            if (item instanceof Json.Text(int _, String text)) {
                names.add(text);
            } else {
                fields.wrong(key, key + " has " + Json.shown(item) + "; a list of " + what + " in quotes is allowed");
                return null;
            }
        }
        return List.copyOf(names);
    }

    @Override
    protected Json json(List<String> names) {
        return names.size() == 1
                ? JsonBuilder.text(names.getFirst())
                : JsonBuilder.array(names.stream().map(JsonBuilder::text).toList());
    }

    @Override
    public void check(String key, List<String> names, Checks checks) {
        names.forEach(one -> name.check(key, one, checks));
        if (names.size() > MOST || new LinkedHashSet<>(names).size() < names.size()) {
            checks.wrong(
                    key, key + " has " + names.size() + " " + what + "; at most " + MOST + ", each once, are allowed");
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        Json.Obj one = name.schema(definitions);
        return new JsonBuilder()
                .put(
                        "anyOf",
                        JsonBuilder.array(List.of(
                                one,
                                new JsonBuilder()
                                        .put("type", "array")
                                        .put("items", one)
                                        .put("maxItems", MOST)
                                        .put("uniqueItems", new Json.Bool(0, true))
                                        .build())))
                .build();
    }

    @Override
    public String allowed() {
        return "one of " + what + ", or a list of them";
    }

    @Override
    public String shown(List<String> names) {
        return names.isEmpty() ? "none" : format(names);
    }

    @Override
    protected String format(List<String> names) {
        return String.join(", ", names);
    }

    @Override
    protected Parsed<List<String>> parse(String text) {
        return new Parsed.Value<>(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList());
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("none");
    }
}
