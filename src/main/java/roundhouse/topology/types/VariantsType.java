package roundhouse.topology.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;

/**
 * A value of one of several records, told apart by {@code type} or another key; or something shorter where one of them needs no more.
 *
 * @param <T> what they have in common, a sealed interface
 */
public final class VariantsType<T> implements Type<T> {
    private final String name;
    private final String what;
    private final String typeWhat;
    private final String example;
    private final List<Variant<T, ?>> variants = new ArrayList<>();
    private @Nullable ShortForm<T> shortForm;
    private BiFunction<T, String, T> conversion;
    /** The key that says which of them it is. */
    private String key = "type";

    private record Variant<T, V extends T>(Option option, Class<V> type, Settings<V> settings) {
        T read(Fields fields) {
            return settings.read(fields);
        }

        Json json(T value) {
            return settings.json(type.cast(value));
        }

        void check(T value, Checks checks) {
            settings.check(type.cast(value), checks);
        }

        /** The fields of this variant; another value is made one of this variant first. */
        List<FormField<T>> fields(T current, String prefix, BiFunction<T, String, T> conversion) {
            return settings.fields(type.cast(current), prefix).stream()
                    .<FormField<T>>map(field -> field.in(
                            value -> type.cast(type.isInstance(value) ? value : conversion.apply(value, option.key())),
                            (_, next) -> next))
                    .toList();
        }
    }

    /**
     * @param name what the schema calls it
     * @param what one of these, as messages call it: "a distribution"
     * @param typeWhat what {@code type} chooses: "distribution"
     */
    public VariantsType(String name, String what, String typeWhat, String example) {
        this.name = name;
        this.what = what;
        this.typeWhat = typeWhat;
        this.example = example;
        conversion = (_, word) -> usual(word);
    }

    /** Another key than {@code type} says which of them it is. */
    public VariantsType<T> toldApartBy(String other) {
        key = other;
        return this;
    }

    public <V extends T> VariantsType<T> or(
            String word, String title, String summary, Class<V> type, Settings<V> settings) {
        variants.add(new Variant<>(new Option(word, title, summary), type, settings));
        return this;
    }

    /** How a value of one variant becomes one of another when people choose that; without it, the other's usual one. */
    public VariantsType<T> convertedBy(BiFunction<T, String, T> change) {
        conversion = change;
        return this;
    }

    /** A plain value alone stands for one of the variants; {@code unmake} gives null for the others. */
    public <V> VariantsType<T> orJust(Type<V> type, Function<V, T> make, Function<T, @Nullable V> unmake) {
        shortForm = new ShortForm.Plain<>(type, make, unmake);
        return this;
    }

    /** A word alone stands for the variant with all as usual. */
    public VariantsType<T> orJustTheWord() {
        shortForm = new ShortForm.Word<>(this);
        return this;
    }

    List<String> words() {
        return variants.stream().map(variant -> variant.option().key()).toList();
    }

    String typeWhat() {
        return typeWhat;
    }

    /** The variant of that word as in a file that says nothing else. */
    public T usual(String word) {
        for (Variant<T, ?> variant : variants) {
            if (variant.option().key().equals(word)) {
                return variant.settings().usual();
            }
        }
        throw new IllegalArgumentException("no variant " + word + " of " + what);
    }

    private Variant<T, ?> variant(T value) {
        return variants.stream()
                .filter(variant -> variant.type().isInstance(value))
                .findFirst()
                .orElseThrow();
    }

    /** The word for the variant of a value. */
    public String word(T value) {
        return variant(value).option().key();
    }

    /** What people read for the variant of a value. */
    public String title(T value) {
        return variant(value).option().title();
    }

    @Override
    public @Nullable T read(Fields fields, String its) {
        Json value = fields.get(its);
        if (shortForm != null && !(value instanceof Json.Obj)) {
            return shortForm.read(fields, its);
        }
        Fields of = fields.object(its, what);
        if (of == null || of.required(key, what, example) == null) {
            return null;
        }
        String word = of.choice(key, typeWhat, words());
        for (Variant<T, ?> variant : variants) {
            if (variant.option().key().equals(word)) {
                return variant.read(of);
            }
        }
        return null;
    }

    @Override
    public void write(JsonBuilder json, String key, T value) {
        Json shortest = shortForm == null ? null : shortForm.write(value);
        json.put(key, shortest == null ? variant(value).json(value) : shortest);
    }

    @Override
    public void check(String key, T value, Checks checks) {
        variant(value).check(value, checks.in(key));
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(name, () -> {
            List<Json> any = new ArrayList<>();
            if (shortForm != null) {
                any.add(shortForm.schema(definitions));
            }
            variants.forEach(variant -> any.add(variant.settings().schema(definitions)));
            return new JsonBuilder().put("anyOf", JsonBuilder.array(any)).build();
        });
    }

    @Override
    public String allowed() {
        return what + " (" + String.join(", ", words()) + ")";
    }

    @Override
    public String shown(T value) {
        Json shortest = shortForm == null ? null : shortForm.write(value);
        return shortest == null ? word(value) : Json.shown(shortest).replace("\"", "");
    }

    @Override
    public List<SettingGroup> parts() {
        List<SettingGroup> parts = new ArrayList<>();
        variants.forEach(variant -> parts.add(variant.settings()));
        return parts;
    }

    @Override
    public List<FormField<T>> form(FieldName field, T current) {
        List<FormField<T>> fields = new ArrayList<>();
        fields.add(new FormField<>(
                field.key(),
                field.label(),
                field.help(),
                new Editor.Choice(variants.stream().map(Variant::option).toList()),
                this::word,
                (value, word) -> words().contains(word)
                        ? new Parsed.Value<>(word.equals(word(value)) ? value : conversion.apply(value, word))
                        : new Parsed.Wrong<>("unknown " + typeWhat + " " + Json.quoted(word) + "; allowed are "
                                + String.join(", ", words()))));
        fields.addAll(variant(current).fields(current, field.key() + ".", conversion));
        return fields;
    }
}
