package roundhouse.topology.nodes.groups;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Lines;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.RecordItem;
import roundhouse.topology.types.Types;

/**
 * How much a group grows, or shrinks, where its metric is so far from the target: AWS's step adjustment.
 *
 * @param from distance of the metric from the target, inclusive, in the metric's unit; null for without end
 * @param to distance, exclusive; null for without end
 * @param percent of the size; negative to shrink
 */
public record ScalingStep(@Nullable Double from, @Nullable Double to, double percent) {
    private static final double FAR = 1e9;
    private static final Declarations<ScalingStep> DECLARED = Declarations.of(ScalingStep.class, "a step");

    public static final Setting<ScalingStep, @Nullable Double> FROM = DECLARED.setting(
                    "from", ScalingStep::from, Types.optional(Types.number(-FAR, FAR), "without end"))
            .says("From", "How far the metric is from the target, this included.")
            .usuallyMissing();
    public static final Setting<ScalingStep, @Nullable Double> TO = DECLARED.setting(
                    "to", ScalingStep::to, Types.optional(Types.number(-FAR, FAR), "without end"))
            .says("To", "How far, this not included.")
            .usuallyMissing();
    public static final Setting<ScalingStep, Double> PERCENT = DECLARED.setting(
                    "percent", ScalingStep::percent, Types.number(-100, 1_000))
            .says("Percent", "How many servers come, in percent of those there are; negative for how many go.")
            .required("25", 0.0);

    static final Settings<ScalingStep> SETTINGS = DECLARED.described(
                    "How much a group changes where its metric is so far from the target.")
            .check(ScalingStep::check)
            .settings();

    /** Those of a group that begins with step scaling. */
    static final List<ScalingStep> FIRST =
            List.of(new ScalingStep(null, -10.0, -10), new ScalingStep(0.0, 10.0, 10), new ScalingStep(10.0, null, 50));

    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d{1,3})?)";
    private static final Pattern WRITTEN =
            Pattern.compile(NUMBER + "?\\s*\\.\\.\\s*" + NUMBER + "?\\s+" + NUMBER + "\\s*%");

    /** Where it begins: minus infinity for without end. */
    public double lower() {
        return from == null ? Double.NEGATIVE_INFINITY : from;
    }

    /** Where it ends: infinity for without end. */
    public double upper() {
        return to == null ? Double.POSITIVE_INFINITY : to;
    }

    private static void check(ScalingStep step, Checks checks) {
        if (step.lower() >= step.upper()) {
            checks.wrong("to", "a step ends above where it begins");
        }
    }

    private static String end(@Nullable Double at) {
        return at == null ? "" : Units.number(at);
    }

    private static @Nullable Double end(@Nullable String text) {
        return text == null ? null : number(text);
    }

    /** What is added makes minus zero zero, as numbers of files are. */
    private static double number(String text) {
        return Double.parseDouble(text) + 0.0;
    }

    /** One of a list; on a line of a form {@code 0..10 25%}. */
    static final class Item extends RecordItem<ScalingStep> {
        Item() {
            super(SETTINGS);
        }

        @Override
        public String plural() {
            return "steps";
        }

        @Override
        public String line(ScalingStep step) {
            return end(step.from) + ".." + end(step.to) + " " + Units.number(step.percent) + "%";
        }

        @Override
        public Parsed<ScalingStep> parse(String line) {
            Matcher words = WRITTEN.matcher(line.strip());
            return words.matches()
                    ? new Parsed.Value<>(
                            new ScalingStep(end(words.group(1)), end(words.group(2)), number(words.group(3))))
                    : new Parsed.Wrong<>("found \"" + line + "\"; a step is written like \"0..10 25%\"");
        }

        @Override
        public String example() {
            return Lines.write(FIRST, this::line);
        }
    }
}
