package roundhouse.topology.declarations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/** A command of the scenario. The key that names it says what it is: {@code "crash": "s1"}. */
public final class TimedCommandItem implements ListType.Item<TimedCommand> {
    private static final List<String> VERBS = CommandKinds.verbs();

    @Override
    public @Nullable TimedCommand read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a command of the scenario");
        if (fields == null) {
            return null;
        }
        List<String> verbs = VERBS.stream().filter(fields::has).toList();
        if (verbs.size() != 1) {
            problems.add(pointer, fields.line(), verbs.isEmpty() ? nothing(fields) : several(verbs));
            return null;
        }
        Command command = CommandKinds.of(verbs.getFirst()).read(fields);
        Duration at = fields.requiredDuration(CommandKind.AT, "a command of the scenario", "\"10s\"");
        return new TimedCommand(at, command);
    }

    private static String nothing(Fields fields) {
        Optional<String> meant = fields.keys().stream()
                .filter(key -> !key.equals(CommandKind.AT))
                .flatMap(key -> Names.nearest(key, VERBS).stream()
                        .map(verb ->
                                "unknown command " + Json.quoted(key) + "; did you mean " + Json.quoted(verb) + "?"))
                .findFirst();
        return meant.map(text -> text + " Commands are ").orElse("a command needs one of ") + String.join(", ", VERBS);
    }

    private static String several(List<String> verbs) {
        return "\"" + String.join("\" and \"", verbs) + "\" in one command; write them as two commands";
    }

    @Override
    public Json json(TimedCommand timed) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(CommandKind.AT, JsonBuilder.duration(timed.at()));
        fields.putAll(CommandKinds.of(timed.command()).json(timed.command()).fields());
        return new Json.Obj(0, fields);
    }

    /** Commands are checked in the order of time, with the nodes and links there are then. */
    @Override
    public void check(TimedCommand timed, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference("command", () -> {
            List<Json> any = new ArrayList<>();
            CommandKinds.all().forEach(kind -> any.add(schema(kind, definitions)));
            return new JsonBuilder()
                    .put("description", "Something done to the running system.")
                    .put("anyOf", JsonBuilder.array(any))
                    .build();
        });
    }

    private static Json schema(CommandKind<?> kind, Definitions definitions) {
        Map<String, Json> schema = new LinkedHashMap<>(kind.schema(definitions).fields());
        Map<String, Json> properties = new LinkedHashMap<>();
        Map<String, Json> at =
                new LinkedHashMap<>(Types.duration().schema(definitions).fields());
        at.put("description", JsonBuilder.text("When, from the start of the run."));
        properties.put(CommandKind.AT, new Json.Obj(0, at));
        List<Json> required = new ArrayList<>(List.of(JsonBuilder.text(CommandKind.AT)));
        if (schema.get("properties") instanceof Json.Obj its) {
            properties.putAll(its.fields());
        }
        if (schema.get("required") instanceof Json.Arr its) {
            required.addAll(its.items());
        }
        schema.put("properties", new Json.Obj(0, properties));
        schema.put("required", JsonBuilder.array(required));
        return new Json.Obj(0, schema);
    }

    @Override
    public String plural() {
        return "commands";
    }

    @Override
    public List<SettingGroup> parts() {
        List<SettingGroup> parts = new ArrayList<>();
        CommandKinds.all().forEach(kind -> parts.add(kind.settings()));
        return parts;
    }

    @Override
    public String line(TimedCommand timed) {
        return Units.format(timed.at()) + " " + CommandKinds.of(timed.command()).briefly(timed.command());
    }

    /** The scenario is edited on the timeline, not typed. */
    @Override
    public Parsed<TimedCommand> parse(String line) {
        return new Parsed.Wrong<>("found \"" + line + "\"; the scenario is edited on the timeline");
    }

    @Override
    public String example() {
        return "";
    }
}
