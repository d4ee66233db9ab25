package roundhouse.topology.declarations;

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
import roundhouse.topology.settings.Type;

/** A text of several lines. */
final class NotesType implements Type<String> {
    private static final int LONGEST = 10_000;

    @Override
    public @Nullable String read(Fields fields, String key) {
        return fields.text(key);
    }

    @Override
    public void write(JsonBuilder json, String key, String notes) {
        json.put(key, notes);
    }

    @Override
    public void check(String key, String notes, Checks checks) {
        if (notes.length() > LONGEST || !Checks.singleLine(notes.replaceAll("[\n\t]", ""))) {
            checks.wrong(key, "the " + key + " has control characters or more than 10,000 characters");
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder().put("type", "string").put("maxLength", LONGEST).build();
    }

    @Override
    public String allowed() {
        return "a text of at most 10,000 characters";
    }

    @Override
    public String shown(String notes) {
        return notes.isEmpty() ? "none" : notes;
    }

    @Override
    public List<FormField<String>> form(FieldName name, String current) {
        return List.of(new FormField<>(
                name.key(),
                name.label(),
                name.help(),
                new Editor.Lines("Watch the queues: they come and go."),
                notes -> notes,
                (_, text) -> new Parsed.Value<>(text)));
    }
}
