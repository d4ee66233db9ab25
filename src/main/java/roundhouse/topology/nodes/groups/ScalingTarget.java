package roundhouse.topology.nodes.groups;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;

/**
 * What a metric is to be: {@code utilization 60%}, {@code requests 50/s}, {@code queue 5}.
 *
 * @param amount percent, requests a second, or requests, for each server
 */
public record ScalingTarget(ScalingMetric metric, double amount) {
    /** How one may be written, for messages. */
    static final String EXAMPLES = "\"" + ScalingMetric.UTILIZATION.example() + "\", \""
            + ScalingMetric.REQUESTS.example() + "\" or \"" + ScalingMetric.QUEUE.example() + "\"";

    private static final Pattern WRITTEN =
            Pattern.compile("\\s*([a-z]+)\\s+(\\d{1,12}(?:\\.\\d{1,12})?)\\s*(%|/\\s*s)?\\s*");

    /** The target that the text says. */
    static Parsed<ScalingTarget> parse(String text) {
        Matcher words = WRITTEN.matcher(text);
        if (!words.matches()) {
            return wrong(text);
        }
        ScalingMetric metric = ScalingMetric.of(words.group(1)).orElse(null);
        String unit = words.group(3) == null ? "" : words.group(3).replaceAll("\\s", "");
        if (metric == null || !metric.unit().equals(unit)) {
            return wrong(text);
        }
        ScalingTarget target = new ScalingTarget(metric, Double.parseDouble(words.group(2)));
        return target.isInRange()
                ? new Parsed.Value<>(target)
                : new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + target.allowed());
    }

    private static Parsed<ScalingTarget> wrong(String text) {
        return new Parsed.Wrong<>("found " + Json.quoted(text) + "; a target is like " + EXAMPLES);
    }

    boolean isInRange() {
        return amount >= metric.least() && amount <= metric.most();
    }

    /** What amounts of its metric there may be. */
    String allowed() {
        return metric.key() + " is from " + amountText(metric.least()) + " to " + amountText(metric.most());
    }

    private String amountText(double amount) {
        return Units.number(amount) + metric.unit();
    }

    /** As files have it. */
    public String text() {
        return metric.key() + " " + amountText(amount);
    }
}
