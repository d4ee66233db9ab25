package roundhouse.topology.types;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Type;

/** A value that is one JSON value, and one field of a form. */
public abstract class PlainType<V> implements Type<V> {
    protected abstract Json json(V value);

    /** As people see it in a field. */
    protected abstract String format(V value);

    /** What was typed, without space around it. */
    protected abstract Parsed<V> parse(String text);

    /** What stands in a field while it is empty, or how else it is edited. */
    protected abstract Editor editor();

    @Override
    public final void write(JsonBuilder json, String key, V value) {
        json.put(key, json(value));
    }

    @Override
    public String shown(V value) {
        return json(value) instanceof Json.Text(int _, String text) ? text : Json.shown(json(value));
    }

    @Override
    public List<FormField<V>> form(FieldName name, V current) {
        return List.of(new FormField<>(
                name.key(), name.label(), name.help(), editor(), this::format, (_, text) -> parse(text.strip())));
    }

    @Override
    public List<FormField<@Nullable V>> optionalForm(
            FieldName name, @Nullable V current, String none, @Nullable V usual) {
        return List.of(new FormField<>(
                name.key(),
                name.label(),
                name.help(),
                new Editor.Text(none),
                value -> value == null ? "" : format(value),
                (_, text) -> text.isBlank() || text.strip().equals(none)
                        ? Parsed.missing()
                        : Parsed.map(parse(text.strip()), value -> value)));
    }
}
