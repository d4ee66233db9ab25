package roundhouse.topology.types;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Type;

/** A value that may be missing: then its key is not there. */
final class OptionalType<V> implements Type<@Nullable V> {
    private final Type<V> type;
    private final String none;

    /** @param none the word for a missing value in forms */
    OptionalType(Type<V> type, String none) {
        this.type = type;
        this.none = none;
    }

    @Override
    public List<String> keys(String key) {
        return type.keys(key);
    }

    @Override
    public @Nullable V read(Fields fields, String key) {
        return type.read(fields, key);
    }

    @Override
    public void write(JsonBuilder json, String key, @Nullable V value) {
        if (value != null) {
            type.write(json, key, value);
        }
    }

    @Override
    public void check(String key, @Nullable V value, Checks checks) {
        if (value != null) {
            type.check(key, value, checks);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return type.schema(definitions);
    }

    @Override
    public List<Json.Obj> schemas(Definitions definitions) {
        return type.schemas(definitions);
    }

    @Override
    public String allowed() {
        return type.allowed();
    }

    @Override
    public String shown(@Nullable V value) {
        return value == null ? none : type.shown(value);
    }

    @Override
    public String shownMissing() {
        return none;
    }

    @Override
    public List<SettingGroup> parts() {
        return type.parts();
    }

    @Override
    public List<FormField<@Nullable V>> form(FieldName name, @Nullable V current) {
        return type.optionalForm(name, current, none, null);
    }

    @Override
    public List<FormField<@Nullable V>> optionalForm(
            FieldName name, @Nullable V current, String word, @Nullable V usual) {
        return type.optionalForm(name, current, word, usual);
    }
}
