package roundhouse.topology.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** The settings of one component of a record, which stand among the record's own in files and forms. */
public final class Inlined<R, C> implements Part<R>, RecordProperty<R, C> {
    private final RecordShape<R> shape;
    private final int component;
    private final Function<R, C> getter;
    private final Settings<C> settings;
    private final String section;

    Inlined(RecordShape<R> shape, String component, Function<R, C> getter, Settings<C> settings, String section) {
        this.shape = shape;
        this.component = shape.indexOf(component);
        this.getter = getter;
        this.settings = settings;
        this.section = section;
    }

    @Override
    public C get(R whole) {
        return getter.apply(whole);
    }

    @Override
    public R with(R whole, @Nullable C part) {
        return shape.with(whole, component, part);
    }

    @Override
    public List<String> keys() {
        return settings.keys();
    }

    @Override
    public List<Integer> components() {
        return List.of(component);
    }

    @Override
    public void setUsual(@Nullable Object[] components) {
        components[component] = settings.usual();
    }

    @Override
    public void read(Fields fields, String what, @Nullable Object[] components) {
        components[component] = settings.readParts(fields, what);
    }

    @Override
    public void write(R whole, JsonBuilder json) {
        settings.write(get(whole), json);
    }

    @Override
    public void check(R whole, Checks checks) {
        settings.check(get(whole), checks);
    }

    @Override
    public void schema(Map<String, Json> properties, List<Json> required, Definitions definitions) {
        settings.properties(properties, required, definitions);
    }

    @Override
    public void form(R whole, String prefix, Map<String, List<FormField<R>>> sections) {
        Map<String, List<FormField<C>>> own = new LinkedHashMap<>();
        settings.form(get(whole), prefix, own);
        own.values()
                .forEach(fields -> fields.forEach(
                        field -> Settings.section(sections, section).add(field.in(this::get, this::with))));
    }

    @Override
    public List<SettingRow> rows() {
        return settings.rows();
    }
}
