package roundhouse.topology.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FormChanges;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** All settings of a kind of record, in the order of files; what follows from their declarations for the record as a whole. */
public final class Settings<R> implements SettingGroup {
    private final Words words;
    private final RecordShape<R> shape;
    private final List<Part<R>> parts;
    private final List<String> keys;
    private final List<String> sections;
    private final BiConsumer<R, Checks> checks;
    private final Json.@Nullable Obj together;

    /**
     * What such a thing is called.
     *
     * @param what one of these, as messages call it: "a server"
     * @param title one, for people; may be empty
     * @param plural several, for people; may be empty
     * @param description what it is, in a sentence; may be empty
     */
    record Words(String what, String title, String plural, String description) {}

    Settings(
            Words words,
            RecordShape<R> shape,
            List<Part<R>> parts,
            List<String> sections,
            BiConsumer<R, Checks> checks,
            Json.@Nullable Obj together) {
        this.words = words;
        this.shape = shape;
        this.parts = parts;
        keys = parts.stream().flatMap(part -> part.keys().stream()).toList();
        this.sections = sections;
        this.checks = checks;
        this.together = together;
        for (int i = 0; i < shape.size(); i++) {
            int component = i;
            long times = parts.stream()
                    .filter(part -> part.components().contains(component))
                    .count();
            if (times != 1) {
                throw new IllegalArgumentException(
                        words.what() + " declares its component " + shape.name(i) + " " + times + " times");
            }
        }
    }

    /**
     * The settings of a record that is a part of something else, which says some of them itself: these are not said, and as usual.
     *
     * @param what one of these, as messages call it
     */
    public Settings<R> without(String what, String... keys) {
        List<String> unsaid = List.of(keys);
        return new Settings<>(
                new Words(what, words.title(), words.plural(), words.description()),
                shape,
                parts.stream()
                        .map(part -> part.keys().stream().anyMatch(unsaid::contains) ? new Unsaid<>(part) : part)
                        .toList(),
                sections,
                checks,
                together);
    }

    @Override
    public String what() {
        return words.what();
    }

    @Override
    public String description() {
        return words.description();
    }

    @Override
    public String title() {
        return words.title();
    }

    /** What people call several of these. */
    public String plural() {
        return words.plural();
    }

    public List<String> keys() {
        return keys;
    }

    /** The keys that must be said, each with how it may be written in JSON, in the order of files. */
    public Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        parts.forEach(part -> examples.putAll(part.examples()));
        return examples;
    }

    @Override
    public List<SettingRow> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** As in a file that says nothing; settings that a file must say have stand-ins. */
    public R usual() {
        @Nullable Object[] components = new Object[shape.size()];
        parts.forEach(part -> part.setUsual(components));
        R usual = shape.make(components);
        for (Part<R> part : parts) {
            usual = part.completed(usual);
        }
        return usual;
    }

    /** What an object says. What is wrong with it goes to the object's problems. */
    public R read(Fields fields) {
        fields.knowing(what(), keys);
        return readParts(fields, what());
    }

    /** The same of an object with further keys, which somebody else reads. */
    public R read(Fields fields, List<String> others) {
        fields.knowing(what(), Stream.concat(others.stream(), keys.stream()).toList());
        return readParts(fields, what());
    }

    R readParts(Fields fields, String whose) {
        @Nullable Object[] components = new Object[shape.size()];
        parts.forEach(part -> part.setUsual(components));
        parts.forEach(part -> part.read(fields, whose, components));
        R read = shape.make(components);
        for (Part<R> part : parts) {
            read = part.completed(read, fields);
        }
        return read;
    }

    /** The canonical form: in the order of the declarations, without what is as usual. */
    public Json.Obj json(R value) {
        JsonBuilder json = new JsonBuilder();
        write(value, json);
        return json.build();
    }

    void write(R value, JsonBuilder json) {
        parts.forEach(part -> part.write(value, json));
    }

    /** Adds what is wrong with a value, each setting by itself and then all together. */
    public void check(R value, Checks to) {
        parts.forEach(part -> part.check(value, to));
        checks.accept(value, to);
    }

    /**
     * A value known by a wider type.
     *
     * @throws ClassCastException when it is another kind of thing
     */
    public R cast(Object value) {
        return shape.cast(value);
    }

    /** What was changed from one value to another, done to a third: the components that did not change are the third's. */
    public R changed(R before, R after, R third) {
        @Nullable Object[] was = shape.values(before);
        @Nullable Object[] is = shape.values(after);
        @Nullable Object[] result = shape.values(third);
        for (int i = 0; i < result.length; i++) {
            if (!Objects.equals(was[i], is[i])) {
                result[i] = is[i];
            }
        }
        return shape.make(result);
    }

    /** The JSON Schema of an object that {@link #read} takes. */
    public Json.Obj schema(Definitions definitions) {
        Map<String, Json> properties = new LinkedHashMap<>();
        List<Json> required = new ArrayList<>();
        properties(properties, required, definitions);
        JsonBuilder schema = new JsonBuilder();
        if (!description().isEmpty()) {
            schema.put("description", description());
        }
        schema.put("type", "object").put("properties", new Json.Obj(0, properties));
        if (!required.isEmpty()) {
            schema.put("required", JsonBuilder.array(required));
        }
        schema.put("additionalProperties", new Json.Bool(0, false));
        if (together != null) {
            together.fields().forEach(schema::put);
        }
        return schema.build();
    }

    void properties(Map<String, Json> properties, List<Json> required, Definitions definitions) {
        parts.forEach(part -> part.schema(properties, required, definitions));
    }

    /** The form in which one is edited, as it is now. */
    public List<FormSection<R>> form(R value) {
        Map<String, List<FormField<R>>> fields = new LinkedHashMap<>();
        sections.forEach(title -> section(fields, title));
        form(value, "", fields);
        return fields.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new FormSection<>(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** All fields without their sections; their keys begin with the prefix. */
    public List<FormField<R>> fields(R value, String prefix) {
        Map<String, List<FormField<R>>> fields = new LinkedHashMap<>();
        form(value, prefix, fields);
        return fields.values().stream().flatMap(List::stream).toList();
    }

    /** What an edit changed, a setting each, in the words of the form: {@code policy LRU → FIFO}. */
    public List<String> changes(R before, R after) {
        return FormChanges.between(before, fields(before, ""), after, fields(after, ""));
    }

    void form(R value, String prefix, Map<String, List<FormField<R>>> fields) {
        parts.forEach(part -> part.form(value, prefix, fields));
    }

    static <R> List<FormField<R>> section(Map<String, List<FormField<R>>> sections, String title) {
        return sections.computeIfAbsent(title, _ -> new ArrayList<>());
    }
}
