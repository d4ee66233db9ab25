package roundhouse.topology.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Balancing;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LinkReader;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeReader;
import roundhouse.topology.nodes.ValueReader;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/** Reads one command of the scenario. The key that names it says what it is: {@code "crash": "s1"}. */
public final class CommandReader {
    static final List<String> VERBS = List.of(
            "crash",
            "recover",
            "slow",
            "pause",
            "leak",
            "errors",
            "flap",
            "failing",
            "restart",
            "outage",
            "outage-over",
            "cut",
            "delay",
            "loss",
            "mend",
            "drain",
            "undrain",
            "add",
            "remove",
            "weight",
            "algorithm");

    private CommandReader() {}

    public static @Nullable TimedCommand read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a command of the scenario");
        if (fields == null) {
            return null;
        }
        List<String> verbs = VERBS.stream().filter(fields::has).toList();
        if (verbs.size() != 1) {
            problems.add(pointer, fields.line(), verbs.isEmpty() ? nothing(fields) : several(verbs));
            return null;
        }
        Command command = command(verbs.getFirst(), fields);
        Duration at = fields.requiredDuration("at", "a command of the scenario", "\"10s\"");
        return command == null ? null : new TimedCommand(at, command);
    }

    private static String nothing(Fields fields) {
        Optional<String> meant = fields.keys().stream()
                .filter(key -> !key.equals("at"))
                .flatMap(key -> Names.nearest(key, VERBS).stream()
                        .map(verb ->
                                "unknown command " + Json.quoted(key) + "; did you mean " + Json.quoted(verb) + "?"))
                .findFirst();
        return meant.map(text -> text + " Commands are ").orElse("a command needs one of ") + String.join(", ", VERBS);
    }

    private static String several(List<String> verbs) {
        return "\"" + String.join("\" and \"", verbs) + "\" in one command; write them as two commands";
    }

    private static @Nullable Command command(String verb, Fields fields) {
        return switch (verb) {
            case "crash" -> new Command.Crash(node(fields, verb, "how"), how(fields, CrashMode.REFUSE));
            case "recover" -> new Command.Recover(node(fields, verb));
            case "slow" -> {
                String node = node(fields, verb, "factor");
                fields.required("factor", "slow", "3");
                yield new Command.Slow(node, fields.number("factor", 1, Range.FACTOR));
            }
            case "pause" -> new Command.Pause(node(fields, verb));
            case "leak" -> {
                String node = node(fields, verb, "per-minute");
                fields.required("per-minute", "leak", "0.5");
                yield new Command.Leak(node, fields.number("per-minute", 0, Range.LEAK));
            }
            case "errors" -> {
                String node = node(fields, verb, "rate");
                fields.required("rate", "errors", "0.2");
                yield new Command.Errors(node, fields.number("rate", 0, Range.PART));
            }
            case "flap" ->
                new Command.Flap(
                        node(fields, verb, "down", "up"),
                        fields.requiredDuration("down", "flap", "\"2s\""),
                        fields.requiredDuration("up", "flap", "\"5s\""));
            case "failing" ->
                new Command.Failing(
                        node(fields, verb, "between", "repair"),
                        fields.requiredDuration("between", "failing", "\"10min\""),
                        fields.requiredDuration("repair", "failing", "\"30s\""));
            case "restart" ->
                new Command.Restart(node(fields, verb, "for"), fields.requiredDuration("for", "restart", "\"5s\""));
            case "outage" -> new Command.Outage(node(fields, verb, "how"), how(fields, CrashMode.BLACK_HOLE));
            case "outage-over" -> new Command.OutageOver(node(fields, verb));
            case "remove" -> new Command.Remove(node(fields, verb));
            case "cut", "delay", "loss", "mend", "drain", "undrain" -> ofLink(verb, fields);
            case "add" -> add(fields);
            case "weight" -> {
                fields.knowing("the command weight", "at", "weight", "from", "to");
                yield new Command.SetWeight(
                        fields.name("from", "weight", "\"lb-1\""),
                        fields.name("to", "weight", "\"s1\""),
                        fields.whole("weight", 1, Range.WEIGHT));
            }
            default -> {
                fields.knowing("the command algorithm", "at", "algorithm", "of");
                Balancing balancing = ValueReader.balancing(fields, "algorithm");
                String of = fields.name("of", "algorithm", "\"lb-1\"");
                yield balancing == null ? null : new Command.SetAlgorithm(of, balancing);
            }
        };
    }

    private static void knowing(Fields fields, String verb, String... more) {
        Set<String> known = new LinkedHashSet<>(List.of("at", verb));
        known.addAll(List.of(more));
        fields.knowing("the command " + verb, known);
    }

    private static String node(Fields fields, String verb, String... more) {
        knowing(fields, verb, more);
        return fields.text(verb, "");
    }

    private static CrashMode how(Fields fields, CrashMode usual) {
        List<String> modes =
                Arrays.stream(CrashMode.values()).map(CrashMode::key).toList();
        String word = fields.choice("how", "kind of crash", modes);
        return word == null ? usual : CrashMode.values()[modes.indexOf(word)];
    }

    private static @Nullable Command ofLink(String verb, Fields fields) {
        switch (verb) {
            case "cut" -> knowing(fields, verb, "way");
            case "delay" -> knowing(fields, verb, "by", "jitter");
            case "loss" -> knowing(fields, verb, "rate");
            default -> knowing(fields, verb);
        }
        List<String> ends = fields.pair(verb, "[\"lb-1\", \"s1\"]");
        if (ends == null) {
            return null;
        }
        String from = ends.getFirst();
        String to = ends.getLast();
        return switch (verb) {
            case "cut" -> new Command.Cut(from, to, way(fields));
            case "delay" ->
                new Command.Delay(
                        from,
                        to,
                        fields.requiredDuration("by", "delay", "\"50ms\""),
                        fields.duration("jitter", Duration.ZERO));
            case "loss" -> {
                fields.required("rate", "loss", "0.05");
                yield new Command.Loss(from, to, fields.number("rate", 0, Range.PART));
            }
            case "mend" -> new Command.Mend(from, to);
            case "drain" -> new Command.Drain(from, to);
            default -> new Command.Undrain(from, to);
        };
    }

    private static LinkDirection way(Fields fields) {
        List<String> ways = Arrays.stream(LinkDirection.values()).map(LinkDirection::key).toList();
        String word = fields.choice("way", "direction", ways);
        return word == null ? LinkDirection.BOTH : LinkDirection.values()[ways.indexOf(word)];
    }

    private static @Nullable Command add(Fields fields) {
        fields.knowing("the command add", "at", "add", "links");
        Json value = fields.get("add");
        Node node = value == null ? null : NodeReader.read(value, fields.pointer("add"), fields.problems());
        List<Link> links = new ArrayList<>();
        List<Json> items = fields.list("links");
        for (int i = 0; i < items.size(); i++) {
            Link link = LinkReader.read(items.get(i), Json.step(fields.pointer("links"), i), fields.problems());
            if (link != null) {
                links.add(link);
            }
        }
        return node == null ? null : new Command.Add(node, List.copyOf(links));
    }
}
