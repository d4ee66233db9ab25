package roundhouse.topology.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** A value of a type under the key "k": out of a file, into one, checked, and in a form. */
public final class TypeTrial<V> {
    private final Type<V> type;
    private final Problems problems = new Problems();

    public TypeTrial(Type<V> type) {
        this.type = type;
    }

    public static Json json(String text) {
        return ((JsonText.Result.Value) JsonText.parse(text)).json();
    }

    /** The value that a file has. */
    public V read(String value) {
        return Objects.requireNonNull(readOrNull(value));
    }

    @Nullable
    public V readOrNull(String value) {
        Fields fields = Fields.of(json("{ \"k\": " + value + " }"), "", problems, "a thing");
        return type.read(Objects.requireNonNull(fields), "k");
    }

    /** What is wrong with the value that a file has. */
    public List<String> refusal(String value) {
        readOrNull(value);
        return messages();
    }

    public String written(V value) {
        JsonBuilder json = new JsonBuilder();
        type.write(json, "k", value);
        return JsonPrinter.printLine(
                Objects.requireNonNull(json.build().fields().get("k")));
    }

    public List<String> checked(V value) {
        type.check("k", value, new Checks("", "it", problems));
        return messages();
    }

    private List<String> messages() {
        return problems.inOrder().stream().map(Problem::message).toList();
    }

    /** The schema, and after it the parts that it refers to. */
    public String schema() {
        Definitions definitions = new Definitions();
        String schema = JsonPrinter.printLine(type.schema(definitions));
        Json.Obj parts = definitions.all();
        return parts.fields().isEmpty() ? schema : schema + " " + JsonPrinter.printLine(parts);
    }

    public List<FormField<V>> fields(V current) {
        return type.form(new FieldName("k", "Label", "Help."), current);
    }

    public FormField<V> field(V current) {
        return fields(current).getFirst();
    }

    public FormField<V> field(V current, String key) {
        return fields(current).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of the value when that is typed: the value, or why not. */
    @Nullable
    public Object typed(V current, String text) {
        return outcome(field(current), current, text);
    }

    public static <V> @Nullable Object outcome(FormField<V> field, V current, String text) {
        return switch (field.write().apply(current, text)) {
            case Units.Parsed.Value<V>(V value) -> value;
            case Units.Parsed.Wrong<V>(String reason) -> "no: " + reason;
        };
    }
}
