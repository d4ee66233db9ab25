package roundhouse.topology.nodes.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.functions.HashFunction;
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
import roundhouse.topology.types.ChoiceType;

/** A hash function by its name, to which {@code +avalanche} may be added. */
public final class HashFunctionType implements Type<HashFunction> {
    private final ChoiceType<HashFunction> plain = new ChoiceType<>("hash function");

    private final List<HashFunction> functions;

    /**
     * @param functions those that can be chosen
     */
    public HashFunctionType(List<HashFunction> functions) {
        this.functions = functions;
        functions.forEach(hash -> plain.or(hash, hash.key(), hash.key(), hash.title()));
    }

    @Override
    public @Nullable HashFunction read(Fields fields, String key) {
        if (fields.get(key) instanceof Json.Text(int _, String name)) {
            Optional<HashFunction> forAddresses = HashFunction.of(name).filter(hash -> !hash.takesAnyText());
            if (forAddresses.isPresent()) {
                return forAddresses.get(); // its check says what is wrong with it
            }
        }
        String word = fields.choice(key, "hash function", names(), allowed());
        return word == null ? null : HashFunction.of(word).orElseThrow();
    }

    @Override
    public void write(JsonBuilder json, String key, HashFunction hash) {
        json.put(key, hash.key());
    }

    @Override
    public void check(String key, HashFunction hash, Checks checks) {
        if (!hash.takesAnyText()) {
            checks.wrong(
                    key,
                    key + " is " + Json.quoted(hash.key())
                            + ", which takes IP addresses only; keys and servers have names, so choose another, like \"xxh3\"");
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put(
                        "enum",
                        JsonBuilder.array(
                                names().stream().map(JsonBuilder::text).toList()))
                .build();
    }

    @Override
    public String allowed() {
        return plain.allowed() + "; each also with +avalanche";
    }

    @Override
    public String shown(HashFunction hash) {
        return hash.key();
    }

    @Override
    public List<FormField<HashFunction>> form(FieldName name, HashFunction current) {
        List<FormField<HashFunction>> fields = new ArrayList<>();
        plain.form(name, current.plain())
                .forEach(field -> fields.add(
                        field.in(HashFunction::plain, (before, hash) -> avalanche(hash, before.isAvalanched()))));
        fields.add(new FormField<>(
                name.key() + ".avalanche",
                "Avalanche",
                "HAProxy's mixing over the hash's low 32 bits.",
                new Editor.Flag(),
                hash -> hash.isAvalanched() ? Editor.ON : Editor.OFF,
                (hash, text) -> new Parsed.Value<>(avalanche(hash, text.equals(Editor.ON)))));
        return fields;
    }

    private List<String> names() {
        return Stream.concat(functions.stream(), functions.stream().map(HashFunction::avalanched))
                .map(HashFunction::key)
                .toList();
    }

    private static HashFunction avalanche(HashFunction hash, boolean on) {
        return on ? hash.avalanched() : hash.plain();
    }
}
