package roundhouse.topology.types;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** A text that follows a rule. */
public final class TextType extends PlainType<String> {
    private final Rule rule;
    private final String allowed;
    private final Schema schema;

    /** Adds what is wrong with a text. */
    public interface Rule {
        void check(String key, String text, Checks checks);
    }

    /** What a JSON Schema can say of such a text, beside its being one. */
    public interface Schema {
        Json.Obj of(Definitions definitions);
    }

    TextType(String allowed, Rule rule, Schema schema) {
        this.allowed = allowed;
        this.rule = rule;
        this.schema = schema;
    }

    @Override
    public @Nullable String read(Fields fields, String key) {
        return fields.text(key);
    }

    @Override
    protected Json json(String value) {
        return JsonBuilder.text(value);
    }

    @Override
    public void check(String key, String value, Checks checks) {
        rule.check(key, value, checks);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return schema.of(definitions);
    }

    @Override
    public String allowed() {
        return allowed;
    }

    @Override
    protected String format(String value) {
        return value;
    }

    @Override
    protected Parsed<String> parse(String text) {
        return new Parsed.Value<>(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("");
    }
}
