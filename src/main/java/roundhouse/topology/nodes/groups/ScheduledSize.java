package roundhouse.topology.nodes.groups;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.RecordItem;
import roundhouse.topology.types.Types;

/**
 * From a time on a group has other bounds, and is brought within them at once: AWS's scheduled action.
 *
 * @param at time from the beginning of the run
 */
public record ScheduledSize(Duration at, int min, int max) {
    /** Servers that a group can have. */
    public static final int MOST = 1_000;

    private static final Declarations<ScheduledSize> DECLARED =
            Declarations.of(ScheduledSize.class, "a scheduled size");

    public static final Setting<ScheduledSize, Duration> AT = DECLARED.setting(
                    "at", ScheduledSize::at, Types.duration())
            .says("At", "From when on, from the beginning of the run.")
            .required("\"2min\"", Duration.ZERO);
    public static final Setting<ScheduledSize, Integer> MIN = DECLARED.setting(
                    "min", ScheduledSize::min, Types.whole(1, MOST))
            .says("Least", "Servers there are at least from then on.")
            .required("6", 1);
    public static final Setting<ScheduledSize, Integer> MAX = DECLARED.setting(
                    "max", ScheduledSize::max, Types.whole(1, MOST))
            .says("Most", "Servers there are at most from then on.")
            .required("12", MOST);

    static final Settings<ScheduledSize> SETTINGS = DECLARED.described(
                    "From a time on a group has other bounds, and is brought within them at once.")
            .check(ScheduledSize::check)
            .settings();

    private static final Pattern WRITTEN = Pattern.compile("(\\S+)\\s+(\\d{1,4})\\s*\\.\\.\\s*(\\d{1,4})");

    private static void check(ScheduledSize size, Checks checks) {
        if (size.min > size.max) {
            checks.wrong("min", "min is " + size.min + ", more than max, which is " + size.max);
        }
    }

    /** One of a list; on a line of a form {@code 2min 6..12}. */
    static final class Item extends RecordItem<ScheduledSize> {
        Item() {
            super(SETTINGS);
        }

        @Override
        public String plural() {
            return "sizes";
        }

        @Override
        public String line(ScheduledSize size) {
            return Units.format(size.at) + " " + size.min + ".." + size.max;
        }

        @Override
        public Parsed<ScheduledSize> parse(String line) {
            Matcher words = WRITTEN.matcher(line.strip());
            if (!words.matches()) {
                return new Parsed.Wrong<>("found \"" + line + "\"; a size is written like \"2min 6..12\"");
            }
            int min = Integer.parseInt(words.group(2), 10);
            int max = Integer.parseInt(words.group(3), 10);
            return Parsed.map(Units.duration(words.group(1)), at -> new ScheduledSize(at, min, max));
        }

        @Override
        public String example() {
            return "2min 6..12";
        }
    }
}
