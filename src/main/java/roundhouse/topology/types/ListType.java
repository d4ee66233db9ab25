package roundhouse.topology.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.Lines;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Type;

/** A list: an array in files, a line for each item in forms. */
public final class ListType<V> implements Type<List<V>> {
    private final Item<V> item;
    private final boolean needsOne;

    /** How one item of a list is read, written, checked, described and typed. */
    public interface Item<V> {
        /** The item, or null and a problem. */
        @Nullable
        V read(Json value, String pointer, Problems problems);

        Json json(V value);

        void check(V value, Checks checks);

        Json.Obj schema(Definitions definitions);

        /** What the items are, for people: "rules". */
        String plural();

        /** The settings that an item has itself, for references. */
        default List<SettingGroup> parts() {
            return List.of();
        }

        /** As a line of a form. */
        String line(V value);

        Parsed<V> parse(String line);

        /** Lines as they may be typed. */
        String example();
    }

    public ListType(Item<V> item) {
        this(item, false);
    }

    private ListType(Item<V> item, boolean needsOne) {
        this.item = item;
        this.needsOne = needsOne;
    }

    /** A list with at least one item. */
    public static <V> ListType<V> ofSome(Item<V> item) {
        return new ListType<>(item, true);
    }

    @Override
    public List<V> read(Fields fields, String key) {
        List<V> values = new ArrayList<>();
        List<Json> items = fields.list(key);
        for (int i = 0; i < items.size() && !fields.problems().full(); i++) {
            V value = item.read(items.get(i), Json.step(fields.pointer(key), i), fields.problems());
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    @Override
    public void write(JsonBuilder json, String key, List<V> values) {
        json.put(key, JsonBuilder.array(values.stream().map(item::json).toList()));
    }

    @Override
    public void check(String key, List<V> values, Checks checks) {
        if (needsOne && values.isEmpty()) {
            checks.wrong(key, "there are no " + item.plural() + "; at least one is needed");
        }
        for (int i = 0; i < values.size(); i++) {
            item.check(values.get(i), checks.in(key + "/" + i));
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        JsonBuilder schema = new JsonBuilder().put("type", "array").put("items", item.schema(definitions));
        return needsOne ? schema.put("minItems", 1).build() : schema.build();
    }

    @Override
    public String allowed() {
        return "a list of " + item.plural();
    }

    @Override
    public String shown(List<V> values) {
        return values.isEmpty() ? "none" : values.size() + " " + item.plural();
    }

    @Override
    public List<SettingGroup> parts() {
        return item.parts();
    }

    @Override
    public List<FormField<List<V>>> form(FieldName name, List<V> current) {
        return List.of(new FormField<>(
                name.key(),
                name.label(),
                name.help(),
                new Editor.Lines(item.example()),
                values -> Lines.write(values, item::line),
                (_, text) -> Lines.read(text, item::parse)));
    }
}
