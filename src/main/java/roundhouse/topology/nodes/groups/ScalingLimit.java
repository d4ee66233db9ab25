package roundhouse.topology.nodes.groups;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.ListType;

/**
 * How many servers may come, or go, in a time: {@code 4 in 15s}, {@code 100% in 15s}.
 *
 * @param percent whether the value is percent of the servers at the beginning of the period
 */
public record ScalingLimit(boolean percent, int value, Duration period) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,6})\\s*(%?)\\s+in\\s+(.+)");
    private static final int MOST = 100_000;
    /** Kubernetes' own longest period. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** As files have it. */
    public String text() {
        return value + (percent ? "%" : "") + " in " + Units.format(period);
    }

    private static Parsed<ScalingLimit> parse(String text) {
        Matcher words = WRITTEN.matcher(text);
        if (!words.matches()) {
            return new Parsed.Wrong<>(
                    "found " + Json.quoted(text) + "; a limit is like \"4 in 15s\" or \"100% in 15s\"");
        }
        int value = Integer.parseInt(words.group(1), 10);
        boolean percent = !words.group(2).isEmpty();
        return Parsed.map(Units.duration(words.group(3)), period -> new ScalingLimit(percent, value, period));
    }

    private void check(Checks checks) {
        if (value < 1 || value > MOST || period.compareTo(LONGEST) > 0 || period.compareTo(Duration.ofSeconds(1)) < 0) {
            checks.wrong("", "the limit is " + text() + "; from 1 to 100000 in 1s to 30min is allowed");
        }
    }

    /** One of a list. */
    static final class Item implements ListType.Item<ScalingLimit> {
        @Override
        public @Nullable ScalingLimit read(Json value, String pointer, Problems problems) {
            if (!(value instanceof Json.Text(int line, String text))) {
                problems.add(pointer, value.line(), "a limit is text like \"4 in 15s\" or \"100% in 15s\"");
                return null;
            }
            return switch (ScalingLimit.parse(text)) {
                case Parsed.Value<ScalingLimit>(ScalingLimit limit) -> limit;
                case Parsed.Wrong<ScalingLimit>(String reason) -> {
                    problems.add(pointer, line, reason);
                    yield null;
                }
            };
        }

        @Override
        public Json json(ScalingLimit value) {
            return JsonBuilder.text(value.text());
        }

        @Override
        public void check(ScalingLimit value, Checks checks) {
            value.check(checks);
        }

        @Override
        public Json.Obj schema(Definitions definitions) {
            return new JsonBuilder()
                    .put("type", "string")
                    .put("pattern", "^\\s*\\d{1,6}\\s*%?\\s+in\\s+.+$")
                    .build();
        }

        @Override
        public String plural() {
            return "limits";
        }

        @Override
        public String line(ScalingLimit value) {
            return value.text();
        }

        @Override
        public Parsed<ScalingLimit> parse(String line) {
            return ScalingLimit.parse(line);
        }

        @Override
        public String example() {
            return "4 in 15s\n100% in 15s";
        }
    }
}
