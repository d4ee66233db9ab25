package roundhouse.lessons.goals;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.lessons.figures.Claim;
import roundhouse.lessons.figures.LineItem;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.checks.CommandText;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.expectations.ComparisonOperator;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.types.ListType;

/** Reads goals: the first word says which kind one is; without such a word it is a claim about the run. */
public final class GoalParser {
    private static final Pattern COUNT = Pattern.compile("count\\s+([a-z-]+)\\s*([<>=]+)\\s*(\\d{1,4})");
    private static final Pattern LINK = Pattern.compile("link\\s+(\\S+)\\s+(\\S+)");
    private static final Pattern RUN_TO = Pattern.compile("run\\s+to\\s+(\\S+)");

    private GoalParser() {}

    public static ListType<TaskGoal> list() {
        return ListType.ofSome(new LineItem<>("a goal", "goals", "crash s1", GoalParser::parse, TaskGoal::text));
    }

    public static Parsed<TaskGoal> parse(String text) {
        String plain = text.strip();
        String word = plain.split("\\s+", 2)[0];
        return switch (word) {
            case "set" -> set(plain);
            case "count" -> count(plain);
            case "link" -> link(plain);
            case "run" -> runTo(plain);
            default -> CommandKinds.verbs().contains(word) ? done(plain, word) : claim(plain, word);
        };
    }

    private static Parsed<TaskGoal> claim(String text, String word) {
        boolean compares = text.matches(".*[<>=≤≥≠!].*") || text.contains(" is ") || text.contains(" within ");
        return compares
                ? Parsed.map(Claim.parse(text), claim -> (TaskGoal) new TaskGoal.True(claim))
                : wrong(
                        text,
                        "a goal is a command like \"crash s1\", \"set lb.algorithm=ip-hash\", \"count server >= 4\","
                                + " \"link lb s4\", \"run to 30s\", or true of the run like \"p99 < 200ms\""
                                + Names.didYouMean(word, CommandKinds.verbs()));
    }

    private static Parsed<TaskGoal> set(String text) {
        String setting = text.substring("set".length()).strip();
        return setting.indexOf('=') > 0
                ? new Parsed.Value<>(new TaskGoal.Settled(text, new Change(setting)))
                : wrong(text, "a setting is written like \"set lb.algorithm=least-connections\"");
    }

    private static Parsed<TaskGoal> count(String text) {
        Matcher count = COUNT.matcher(text);
        if (!count.matches() || ComparisonOperator.of(count.group(2)).isEmpty()) {
            return wrong(text, "a count is written like \"count server >= 4\"");
        }
        String kind = count.group(1);
        return NodeKinds.all().containsKey(kind)
                ? new Parsed.Value<>(new TaskGoal.Counted(
                        text,
                        kind,
                        ComparisonOperator.of(count.group(2)).orElseThrow(),
                        Integer.parseInt(count.group(3))))
                : new Parsed.Wrong<>("unknown kind of node " + Json.quoted(kind)
                        + Names.didYouMean(kind, NodeKinds.all().keySet()) + "; kinds are "
                        + String.join(", ", NodeKinds.all().keySet()));
    }

    private static Parsed<TaskGoal> link(String text) {
        Matcher link = LINK.matcher(text);
        return link.matches()
                ? new Parsed.Value<>(new TaskGoal.Linked(text, link.group(1), link.group(2)))
                : wrong(text, "a link is written like \"link lb s4\"");
    }

    private static Parsed<TaskGoal> runTo(String text) {
        Matcher to = RUN_TO.matcher(text);
        return to.matches()
                ? Parsed.map(
                        Units.duration(to.group(1)), (Duration time) -> (TaskGoal) new TaskGoal.Reached(text, time))
                : wrong(text, "how far to run is written like \"run to 30s\"");
    }

    /** The command as the scenario has it, of which only what the line says must be so. */
    private static Parsed<TaskGoal> done(String text, String verb) {
        return switch (CommandText.parse("0s " + text)) {
            case Parsed.Wrong<TimedCommand>(String reason) -> new Parsed.Wrong<>(reason);
            case Parsed.Value<TimedCommand>(TimedCommand timed) -> {
                Set<String> said = new HashSet<>(List.of(verb));
                Arrays.stream(text.split("\\s+"))
                        .filter(word -> word.indexOf('=') > 0)
                        .forEach(word -> said.add(word.substring(0, word.indexOf('='))));
                Map<String, Json> fields = new LinkedHashMap<>(TaskGoal.Done.said(timed.command()));
                fields.keySet().retainAll(said);
                yield new Parsed.Value<>(new TaskGoal.Done(text, fields, named(timed.command())));
            }
        };
    }

    private static Set<String> named(Command command) {
        return switch (command) {
            case Command.OfNode of -> Set.of(of.node());
            case Command.OfLink of -> new TreeSet<>(List.of(of.from(), of.to()));
            default -> Set.of();
        };
    }

    private static Parsed<TaskGoal> wrong(String text, String allowed) {
        return new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + allowed);
    }
}
