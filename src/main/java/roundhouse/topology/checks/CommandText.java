package roundhouse.topology.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.CommandKind;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.declarations.TimedCommandItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;

/**
 * A command of the scenario on one line, as the command line takes it: when, what, to what, and {@code key=value} for the rest.
 *
 * <pre>
 * 10s crash s1 how=black-hole
 * 20s cut lb-1 s1 way=requests
 * 30s weight 5 from=lb-1 to=s1
 * </pre>
 *
 * It becomes the JSON that the file has for it, and is read and checked as that is.
 */
public final class CommandText {
    private CommandText() {}

    /** The topology with that command in its scenario too; or what is wrong with the command there. */
    public static Units.Parsed<Topology> added(Topology topology, String text) {
        return switch (parse(text)) {
            case Units.Parsed.Wrong<TimedCommand>(String reason) -> new Units.Parsed.Wrong<>(reason);
            case Units.Parsed.Value<TimedCommand>(TimedCommand command) -> {
                List<TimedCommand> scenario = new ArrayList<>(topology.scenario());
                scenario.add(command);
                Topology next = topology.withScenario(scenario);
                List<Problem> problems = Validation.problems(next);
                yield problems.isEmpty()
                        ? new Units.Parsed.Value<>(next)
                        : wrong(problems.getFirst().message(), text);
            }
        };
    }

    public static Units.Parsed<TimedCommand> parse(String text) {
        List<String> words = Arrays.asList(text.strip().split("\\s+"));
        if (words.size() < 2) {
            return new Units.Parsed.Wrong<>("found " + Json.quoted(text)
                    + "; a command is a time, what happens and to what, like \"10s crash s1\"");
        }
        String verb = words.get(1);
        if (verb.equals("add")) {
            return new Units.Parsed.Wrong<>("\"add\" needs a whole node; write it in the file's scenario");
        }
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("at", new Json.Text(0, words.getFirst()));
        List<String> names =
                words.stream().skip(2).filter(word -> word.indexOf('=') < 0).toList();
        boolean namesNothing = verb.equals(CommandKind.HEAL) && names.isEmpty();
        if (CommandKinds.verbs().contains(verb)
                && !CommandKinds.of(verb).isOfEnds()
                && names.size() != 1
                && !namesNothing) {
            return new Units.Parsed.Wrong<>("found " + Json.quoted(text) + "; " + verb + " is followed by one "
                    + (verb.equals("weight") ? "number" : "name") + ", like \""
                    + CommandKinds.of(verb).example() + "\"");
        }
        fields.put(verb, object(verb, names));
        for (String word : words.subList(2, words.size())) {
            int equals = word.indexOf('=');
            if (equals >= 0) {
                fields.put(word.substring(0, equals), value(word.substring(equals + 1)));
            }
        }
        Problems problems = new Problems();
        TimedCommand command = new TimedCommandItem().read(new Json.Obj(0, fields), "", problems);
        return command == null || !problems.isEmpty()
                ? wrong(problems.inOrder().getFirst().message(), text)
                : new Units.Parsed.Value<>(command);
    }

    /** What is wrong, and what a line with that command, or the nearest to it, may look like. */
    private static <T> Units.Parsed.Wrong<T> wrong(String reason, String text) {
        String verb = text.strip().split("\\s+", -1)[1];
        return new Units.Parsed.Wrong<>(Names.nearest(verb, CommandKinds.verbs())
                .map(known ->
                        reason + " (an example: \"" + CommandKinds.of(known).example() + "\")")
                .orElse(reason));
    }

    private static Json object(String verb, List<String> names) {
        if (CommandKinds.verbs().contains(verb) && CommandKinds.of(verb).isOfEnds()) {
            return new Json.Arr(
                    0, names.stream().<Json>map(name -> new Json.Text(0, name)).toList());
        }
        if (verb.equals(CommandKind.HEAL)) {
            return new Json.Bool(0, true);
        }
        String name = names.isEmpty() ? "" : names.getFirst();
        return verb.equals("weight") ? value(name) : new Json.Text(0, name);
    }

    private static Json value(String word) {
        return word.matches("-?\\d{1,50}(\\.\\d{1,50})?") ? new Json.Num(0, word) : new Json.Text(0, word);
    }
}
