package roundhouse.lessons.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;

/** A list that may be missing, which says something else than that it is empty. */
public final class OptionalList<V> implements Type<@Nullable List<V>> {
    private final ListType<V> list;
    private final String missing;
    private final String empty;

    /**
     * @param missing the word for a missing list, for people
     * @param empty the line that is typed for an empty one
     */
    public OptionalList(ListType<V> list, String missing, String empty) {
        this.list = list;
        this.missing = missing;
        this.empty = empty;
    }

    @Override
    public @Nullable List<V> read(Fields fields, String key) {
        return list.read(fields, key);
    }

    @Override
    public void write(JsonBuilder json, String key, @Nullable List<V> value) {
        if (value != null) {
            list.write(json, key, value);
        }
    }

    @Override
    public void check(String key, @Nullable List<V> value, Checks checks) {
        if (value != null) {
            list.check(key, value, checks);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return list.schema(definitions);
    }

    @Override
    public String allowed() {
        return list.allowed();
    }

    @Override
    public String shown(@Nullable List<V> value) {
        return value == null ? missing : value.isEmpty() ? empty : list.shown(value);
    }

    @Override
    public String shownMissing() {
        return missing;
    }

    @Override
    public List<FormField<@Nullable List<V>>> form(FieldName name, @Nullable List<V> current) {
        FormField<List<V>> lines = list.form(name, List.of()).getFirst();
        return List.of(new FormField<>(
                name.key(),
                name.label(),
                name.help(),
                new Editor.Lines(missing + "; or: " + empty),
                value -> value == null
                        ? ""
                        : value.isEmpty() ? empty : lines.read().apply(value),
                (_, text) -> text.isBlank()
                        ? Parsed.missing()
                        : text.strip().equals(empty)
                                ? new Parsed.Value<>(List.of())
                                : Parsed.map(lines.write().apply(List.of(), text), value -> value)));
    }
}
