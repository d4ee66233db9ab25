package roundhouse.lessons.figures;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;

/**
 * How far a prediction may be off: {@code 20%} of what was measured (of a figure that is a share itself: 20 points), or an amount in
 * the figure's unit, {@code 10ms}.
 */
public record Tolerance(
        String text, double percent, @Nullable Amount amount) {
    private static final Pattern PERCENT = Pattern.compile("\\d{1,4}(\\.\\d{1,6})?\\s*%");

    public static final Tolerance USUAL = new Tolerance("20%", 20, null);

    public static Parsed<Tolerance> parse(String text) {
        String plain = text.strip();
        if (PERCENT.matcher(plain).matches()) {
            return new Parsed.Value<>(new Tolerance(
                    plain,
                    Double.parseDouble(plain.substring(0, plain.length() - 1).strip()),
                    null));
        }
        return switch (Amounts.parse(plain)) {
            case Parsed.Value<Amount>(Amount amount) -> new Parsed.Value<>(new Tolerance(plain, 0, amount));
            case Parsed.Wrong<Amount> _ ->
                new Parsed.Wrong<>("found " + Json.quoted(plain)
                        + "; a share of what was measured like 20%, or an amount like 10ms or 50 is allowed");
        };
    }

    public static LineType<Tolerance> type() {
        return new LineType<>("a share or an amount", "20%", Tolerance::parse, Tolerance::text);
    }

    /** Whether a prediction is near enough. */
    public boolean covers(double predicted, double measured, Measure measure) {
        double off = Math.abs(predicted - measured);
        if (amount != null) {
            return off <= amount.value();
        }
        return off <= (measure.unit() instanceof Amount.Share ? percent : Math.abs(measured) * percent / 100);
    }
}
