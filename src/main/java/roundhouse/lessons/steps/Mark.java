package roundhouse.lessons.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.lessons.figures.LineType;
import roundhouse.lessons.figures.Measure;
import roundhouse.lessons.goals.Change;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.RecordItem;
import roundhouse.topology.types.Types;

/**
 * A bar of several, or a point of a curve.
 *
 * @param figure what its height is
 * @param change what is otherwise in the run of this one only; empty for the run that all have
 */
public record Mark(String label, Measure figure, List<Change> change) {
    private static final Declarations<Mark> DECLARED = Declarations.of(Mark.class, "a bar or point");

    public static final Setting<Mark, String> LABEL = DECLARED.setting("label", Mark::label, Types.label())
            .says("Label", "What stands below it.")
            .required("\"s1\"", "bar");
    public static final Setting<Mark, Measure> FIGURE = DECLARED.setting("figure", Mark::figure, LineType.measure())
            .says("Figure", "What its height is.")
            .required("\"requests of s1\"", Measure.ANY);
    public static final Setting<Mark, List<Change>> CHANGE = DECLARED.setting("change", Mark::change, Change.list())
            .says("Change", "What is otherwise in the run of this one only.")
            .usually(List.of());
    public static final Settings<Mark> SETTINGS = DECLARED.settings();

    public Mark {
        change = List.copyOf(change);
    }

    /** Bars or points, in forms a line each: {@code label | figure | change; change}. */
    static ListType<Mark> list() {
        return ListType.ofSome(new Item());
    }

    private static final class Item extends RecordItem<Mark> {
        Item() {
            super(SETTINGS);
        }

        @Override
        public String plural() {
            return "bars or points";
        }

        @Override
        public String line(Mark mark) {
            String change =
                    String.join("; ", mark.change().stream().map(Change::text).toList());
            return mark.label() + " | " + mark.figure().text() + (change.isEmpty() ? "" : " | " + change);
        }

        @Override
        public Parsed<Mark> parse(String line) {
            String[] parts = line.split("\\|", -1);
            if (parts.length < 2 || parts.length > 3) {
                return new Parsed.Wrong<>("found " + Json.quoted(line)
                        + "; a bar or point is its label, its figure and what is otherwise in its run, with | between");
            }
            List<Change> changes = new ArrayList<>();
            for (String change : parts.length < 3
                    ? List.<String>of()
                    : Arrays.stream(parts[2].split(";", -1)).toList()) {
                switch (Change.parse(change)) {
                    case Parsed.Value<Change>(Change read) -> changes.add(read);
                    case Parsed.Wrong<Change>(String reason) -> {
                        return new Parsed.Wrong<>(reason);
                    }
                }
            }
            return Parsed.map(Measure.parse(parts[1]), measure -> new Mark(parts[0].strip(), measure, changes));
        }

        @Override
        public String example() {
            return "s1 | requests of s1\n80 % | p99 | users.arrivals.rate=800/s";
        }
    }
}
