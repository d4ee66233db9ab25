package roundhouse.topology.types;

import java.util.ArrayList;
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
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;

/** A value with settings of its own: an object in files, or something shorter where that says it all. */
public final class NestedType<R> implements Type<R> {
    private final String name;
    private final Settings<R> settings;
    private final List<ShortForm<R>> shortForms = new ArrayList<>();
    private @Nullable R begins;

    /**
     * @param name what the schema calls it
     */
    public NestedType(String name, Settings<R> settings) {
        this.name = name;
        this.settings = settings;
    }

    /** A word that stands for a value. */
    public NestedType<R> orWord(String word, R value) {
        shortForms.add(new ShortForm.Constant<>(JsonBuilder.text(word), value));
        return this;
    }

    /** {@code true} stands for a value; {@code false} is as if nothing were said. */
    public NestedType<R> orTrue(R value) {
        shortForms.add(new ShortForm.Constant<>(new Json.Bool(0, true), value));
        shortForms.add(new ShortForm.Silent<>(new Json.Bool(0, false)));
        return this;
    }

    /** The value of one setting stands for the whole where all else is as usual. */
    public <V> NestedType<R> orJust(Setting<R, V> setting) {
        shortForms.add(new ShortForm.OneSetting<>(settings, setting));
        return this;
    }

    /** What a form begins with where nothing was said, when what is usual of each setting does not do together. */
    public NestedType<R> beginsWith(R value) {
        begins = value;
        return this;
    }

    @Override
    public @Nullable R read(Fields fields, String key) {
        Json value = fields.get(key);
        if (value != null && !(value instanceof Json.Obj)) {
            for (ShortForm<R> form : shortForms) {
                if (form.takes(value)) {
                    return form.read(fields, key);
                }
            }
        }
        Fields its = fields.object(key, settings.what());
        return its == null ? null : settings.read(its);
    }

    @Override
    public void write(JsonBuilder json, String key, R value) {
        for (ShortForm<R> form : shortForms) {
            Json shortest = form.write(value);
            if (shortest != null) {
                json.put(key, shortest);
                return;
            }
        }
        json.put(key, settings.json(value));
    }

    @Override
    public void check(String key, R value, Checks checks) {
        settings.check(value, checks.in(key));
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(name, () -> {
            Json.Obj object = settings.schema(definitions);
            if (shortForms.isEmpty()) {
                return object;
            }
            List<Json> any = new ArrayList<>();
            shortForms.forEach(form -> any.add(form.schema(definitions)));
            any.add(object);
            return new JsonBuilder().put("anyOf", JsonBuilder.array(any)).build();
        });
    }

    @Override
    public String allowed() {
        return settings.what();
    }

    @Override
    public String shown(R value) {
        if (shortForms.isEmpty() && value.equals(settings.usual())) {
            return "each as usual";
        }
        JsonBuilder json = new JsonBuilder();
        write(json, "value", value);
        return Json.shown(json.build().fields().getOrDefault("value", new Json.Null(0)))
                .replace("\"", "");
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(settings);
    }

    @Override
    public List<FormField<R>> form(FieldName field, R current) {
        return settings.fields(current, field.key() + ".");
    }

    @Override
    public List<FormField<@Nullable R>> optionalForm(
            FieldName field, @Nullable R current, String none, @Nullable R usual) {
        R first = usual != null ? usual : begins != null ? begins : settings.usual();
        List<FormField<@Nullable R>> fields = new ArrayList<>();
        fields.add(new FormField<>(
                field.key(),
                field.label(),
                field.help(),
                new Editor.Flag(),
                value -> value == null ? Editor.OFF : Editor.ON,
                (value, text) ->
                        text.equals(Editor.ON) ? new Parsed.Value<>(value == null ? first : value) : Parsed.missing()));
        if (current != null) {
            settings.fields(current, field.key() + ".")
                    .forEach(part -> fields.add(part.in(value -> value == null ? first : value, (_, next) -> next)));
        }
        return fields;
    }
}
