package roundhouse.topology.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/**
 * One setting of a record: everything there is to say of it, said once. Reading, writing, messages, schema, forms and references
 * follow. Made by {@link Declarations}.
 */
public final class Setting<R, V extends @Nullable Object> implements Part<R>, RecordProperty<R, V> {
    private final RecordShape<R> shape;
    private final int component;
    private final Function<R, V> getter;
    private final Type<V> type;
    private final SettingText text;
    private final List<String> keys;
    private final Silence<R, V> silence;
    private final Predicate<R> applies;
    private final BiFunction<R, V, R> edit;

    /**
     * What it means that a file does not say a setting.
     *
     * @param value what it is then, or a stand-in while reading goes on to the next mistake
     * @param example how to write it, where a file must; otherwise null
     * @param follows what it is then where that follows from the other settings; null where it does not
     */
    record Silence<R, V extends @Nullable Object>(
            @Nullable V value,
            @Nullable String example,
            @Nullable Function<R, V> follows) {}

    Setting(
            RecordShape<R> shape,
            int component,
            Function<R, V> getter,
            Type<V> type,
            SettingText text,
            Silence<R, V> silence,
            Predicate<R> applies,
            @Nullable BiFunction<R, V, R> edit) {
        this.shape = shape;
        this.component = component;
        this.getter = getter;
        this.type = type;
        this.text = text;
        keys = type.keys(text.key());
        this.silence = silence;
        this.applies = applies;
        this.edit = edit == null
                ? this::with
                : (whole, value) -> Objects.equals(value, get(whole)) ? whole : edit.apply(whole, value);
    }

    public String key() {
        return text.key();
    }

    public Type<V> type() {
        return type;
    }

    private boolean isRequired() {
        return silence.example() != null;
    }

    private String usually() {
        if (isRequired()) {
            return "";
        }
        if (text.follows() != null) {
            return text.follows();
        }
        V value = silence.value();
        return value == null ? type.shownMissing() : type.shown(value);
    }

    @Override
    public V get(R whole) {
        return getter.apply(whole);
    }

    @Override
    public R with(R whole, @Nullable V part) {
        return Objects.equals(part, get(whole)) ? whole : shape.with(whole, component, part);
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    public List<Integer> components() {
        return List.of(component);
    }

    @Override
    public void setUsual(@Nullable Object[] components) {
        components[component] = silence.value();
    }

    private boolean isSaid(Fields fields) {
        for (String key : keys) {
            if (fields.has(key)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Fields fields, String what, @Nullable Object[] components) {
        if (silence.example() != null) {
            fields.required(text.key(), what, silence.example());
        }
        V value = isSaid(fields) ? type.read(fields, text.key()) : null;
        components[component] = value == null ? silence.value() : value;
    }

    @Override
    public R completed(R read, Fields fields) {
        return isSaid(fields) ? read : completed(read);
    }

    @Override
    public R completed(R usual) {
        return silence.follows() == null ? usual : with(usual, silence.follows().apply(usual));
    }

    @Override
    public void write(R whole, JsonBuilder json) {
        V value = get(whole);
        V usual =
                silence.follows() == null ? silence.value() : silence.follows().apply(whole);
        if (isRequired() || text.isAlwaysWritten() || (value != null && !value.equals(usual))) {
            type.write(json, text.key(), value);
        }
    }

    @Override
    public void check(R whole, Checks checks) {
        type.check(text.key(), get(whole), checks);
    }

    @Override
    public void schema(Map<String, Json> properties, List<Json> required, Definitions definitions) {
        List<Json.Obj> schemas = type.schemas(definitions);
        for (int i = 0; i < schemas.size(); i++) {
            Map<String, Json> described = new LinkedHashMap<>(schemas.get(i).fields());
            if (!text.help().isEmpty()) {
                described.put("description", JsonBuilder.text(text.help()));
            }
            if (!isRequired() && silence.follows() == null && silence.value() != null) {
                JsonBuilder usual = new JsonBuilder();
                type.write(usual, text.key(), silence.value());
                Json value = usual.build().fields().get(keys.get(i));
                if (value != null) {
                    described.put("default", value);
                }
            }
            properties.put(keys.get(i), new Json.Obj(0, described));
        }
        if (isRequired()) {
            required.add(JsonBuilder.text(text.key()));
        }
    }

    @Override
    public void form(R whole, String prefix, Map<String, List<FormField<R>>> sections) {
        if (text.isHidden() || !applies.test(whole)) {
            return;
        }
        FieldName name = new FieldName(prefix + text.key(), text.label(), text.help());
        type.form(name, get(whole))
                .forEach(field -> Settings.section(sections, text.section()).add(field.in(getter, edit)));
    }

    @Override
    public Map<String, String> examples() {
        return silence.example() == null ? Map.of() : Map.of(text.key(), silence.example());
    }

    @Override
    public List<SettingRow> rows() {
        String applies = text.applies() == null ? "" : " Applies " + text.applies() + ".";
        return List.of(new SettingRow(keys, type.allowed(), usually(), text.help() + applies, type.parts()));
    }
}
