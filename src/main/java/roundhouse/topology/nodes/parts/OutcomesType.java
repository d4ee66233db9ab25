package roundhouse.topology.nodes.parts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.routing.Outcome;
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

/** Some of the outcomes that are not a success: a list in files, a check box each in forms. */
public final class OutcomesType implements Type<Set<Outcome>> {
    static final Set<Outcome> ANY = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Outcome.OK)));
    private static final List<String> WORDS = ANY.stream().map(Outcome::key).toList();

    @Override
    public Set<Outcome> read(Fields fields, String key) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (String word : fields.choices(key, "outcome", WORDS)) {
            ANY.stream().filter(outcome -> outcome.key().equals(word)).forEach(outcomes::add);
        }
        return outcomes;
    }

    @Override
    public void write(JsonBuilder json, String key, Set<Outcome> outcomes) {
        json.put(
                key,
                JsonBuilder.array(outcomes.stream()
                        .map(Outcome::key)
                        .map(JsonBuilder::text)
                        .toList()));
    }

    @Override
    public void check(String key, Set<Outcome> outcomes, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        Json.Obj word = new JsonBuilder()
                .put(
                        "enum",
                        JsonBuilder.array(WORDS.stream().map(JsonBuilder::text).toList()))
                .build();
        return new JsonBuilder().put("type", "array").put("items", word).build();
    }

    @Override
    public String allowed() {
        return "a list of " + String.join(", ", WORDS);
    }

    @Override
    public String shown(Set<Outcome> outcomes) {
        return outcomes.isEmpty() ? "none" : outcomes.stream().map(Outcome::key).collect(Collectors.joining(", "));
    }

    @Override
    public List<FormField<Set<Outcome>>> form(FieldName name, Set<Outcome> current) {
        List<FormField<Set<Outcome>>> fields = new ArrayList<>();
        for (Outcome outcome : ANY) {
            fields.add(new FormField<>(
                    name.key() + "." + outcome.key(),
                    name.label() + " " + (outcome == Outcome.TIMED_OUT ? "timeouts" : outcome.key()),
                    "Whether an attempt that " + ended(outcome) + " is tried again.",
                    new Editor.Flag(),
                    outcomes -> outcomes.contains(outcome) ? Editor.ON : Editor.OFF,
                    (outcomes, text) -> new Parsed.Value<>(with(outcomes, outcome, text.equals(Editor.ON)))));
        }
        return fields;
    }

    private static Set<Outcome> with(Set<Outcome> before, Outcome outcome, boolean on) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        outcomes.addAll(before);
        if (on) {
            outcomes.add(outcome);
        } else {
            outcomes.remove(outcome);
        }
        return outcomes;
    }

    private static String ended(Outcome outcome) {
        return switch (outcome) {
            case OK -> "went well";
            case REFUSED -> "nobody listened to";
            case REJECTED -> "was shed on purpose";
            case FAILED -> "came back with an error";
            case TIMED_OUT -> "had no answer in time";
        };
    }
}
