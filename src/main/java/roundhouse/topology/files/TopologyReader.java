package roundhouse.topology.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Place;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.commands.CommandReader;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.LinkReader;
import roundhouse.topology.nodes.NodeReader;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Units;

/**
 * Makes a topology of JSON values. First the shapes: every key known, every value of its type, in its range. Only when these are
 * right, what they mean together ({@link Validation}), so that one mistake is one problem.
 */
public final class TopologyReader {
    private final Json root;
    private final Problems problems = new Problems();

    private TopologyReader(Json root) {
        this.root = root;
    }

    public static ReadResult read(Json root) {
        return new TopologyReader(root).read();
    }

    private ReadResult read() {
        Fields fields = Fields.of(root, "", problems, "a topology");
        if (fields == null || !formatIsRight(fields)) {
            return refused();
        }
        Topology topology = topology(fields);
        if (!problems.isEmpty()) {
            return refused();
        }
        for (Problem problem : Validation.problems(topology)) {
            problems.add(problem.pointer(), Json.lineOf(root, problem.pointer()), problem.message());
        }
        return problems.isEmpty() ? new ReadResult.Read(topology) : refused();
    }

    private ReadResult refused() {
        return new ReadResult.Refused(problems.inOrder());
    }

    /** Said alone, because with another format nothing else can be trusted to be a mistake. */
    private boolean formatIsRight(Fields fields) {
        Json format = fields.required("format", "a topology", "\"format\": " + Topology.FORMAT);
        if (format == null) {
            return false;
        }
        String found = format instanceof Json.Num(int _, String literal) && literal.matches("\\d{1,9}") ? literal : "";
        if (found.equals(String.valueOf(Topology.FORMAT))) {
            return true;
        }
        if (!found.isEmpty() && Integer.parseInt(found) > Topology.FORMAT) {
            fields.wrong(
                    "format",
                    "format " + found + " is newer than this program reads (" + Topology.FORMAT
                            + "); open it with a newer Roundhouse");
        } else {
            fields.wrong(
                    "format", "format is " + Json.shown(format) + "; this program reads format " + Topology.FORMAT);
        }
        return false;
    }

    private Topology topology(Fields fields) {
        fields.knowing(
                "a topology",
                "$schema",
                "format",
                "name",
                "description",
                "seed",
                "duration",
                "warm-up",
                "regions",
                "nodes",
                "links",
                "scenario",
                "expect",
                "layout");
        fields.text("$schema");
        return new Topology(
                fields.text("name", Topology.EMPTY.name()),
                fields.text("description", ""),
                seed(fields),
                fields.duration("duration", Topology.DEFAULT_DURATION),
                fields.duration("warm-up", Topology.EMPTY.warmUp()),
                pairs(fields, "regions", Place::new, "[52.5, 13.4]"),
                each(fields, "nodes", NodeReader::read),
                each(fields, "links", LinkReader::read),
                each(fields, "scenario", CommandReader::read),
                each(fields, "expect", TopologyReader::expectation),
                pairs(fields, "layout", Position::new, "[60, 120]"));
    }

    private static long seed(Fields fields) {
        Json seed = fields.get("seed");
        if (seed == null) {
            return Topology.EMPTY.seed();
        }
        if (seed instanceof Json.Num(int _, String literal) && literal.matches("-?\\d{1,19}")) {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException _) {
                // Nineteen digits can be too large; said below like any other wrong seed.
            }
        }
        fields.wrong("seed", "\"seed\" is " + Json.shown(seed) + "; a whole number of at most 63 bits is allowed");
        return 0;
    }

    private interface ItemReader<T> {
        @Nullable
        T read(Json value, String pointer, Problems problems);
    }

    private <T> List<T> each(Fields fields, String key, ItemReader<T> reader) {
        List<T> read = new ArrayList<>();
        List<Json> items = fields.list(key);
        for (int i = 0; i < items.size() && !problems.full(); i++) {
            T item = reader.read(items.get(i), Json.step(fields.pointer(key), i), problems);
            if (item != null) {
                read.add(item);
            }
        }
        return List.copyOf(read);
    }

    private static @Nullable Expectation expectation(Json value, String pointer, Problems problems) {
        if (!(value instanceof Json.Text(int line, String text))) {
            problems.add(
                    pointer,
                    value.line(),
                    "found " + Json.shown(value) + "; an expectation is a text in quotes, like \"p99 < 200ms\"");
            return null;
        }
        return switch (Expectation.parse(text)) {
            case Units.Parsed.Value<Expectation>(Expectation expectation) -> expectation;
            case Units.Parsed.Wrong<Expectation>(String reason) -> {
                problems.add(pointer, line, reason);
                yield null;
            }
        };
    }

    private interface Pair<T> {
        T of(double first, double second);
    }

    private <T> Map<String, T> pairs(Fields fields, String key, Pair<T> pair, String example) {
        Map<String, T> read = new LinkedHashMap<>();
        fields.entries(key).forEach((name, value) -> {
            if (value instanceof Json.Arr(int _, List<Json> items)
                    && items.size() == 2
                    && items.getFirst() instanceof Json.Num(int _, String first)
                    && items.getLast() instanceof Json.Num(int _, String second)) {
                read.put(name, pair.of(Double.parseDouble(first) + 0.0, Double.parseDouble(second) + 0.0));
            } else {
                problems.add(
                        Json.step(fields.pointer(key), name),
                        value.line(),
                        "found " + Json.shown(value) + " for " + Json.quoted(name) + "; two numbers are allowed, like "
                                + example);
            }
        });
        return read;
    }
}
