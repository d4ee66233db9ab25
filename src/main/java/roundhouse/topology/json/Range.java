package roundhouse.topology.json;

import java.util.Locale;

/**
 * The range a number must be in, both ends included.
 *
 * @param whole whether only whole numbers are allowed
 */
public record Range(double min, double max, boolean whole) {
    public static Range whole(long min, long max) {
        return new Range(min, max, true);
    }

    public static Range real(double min, double max) {
        return new Range(min, max, false);
    }

    public boolean allows(double value) {
        return value >= min && value <= max && !(whole && value != Math.rint(value));
    }

    /** What is allowed, for a message: "a whole number from 1 to 1,024". */
    public String allowed() {
        return (whole ? "a whole number from " : "a number from ") + shown(min) + " to " + shown(max);
    }

    /** A number that was typed; thousands may be set apart by commas or spaces. */
    public Units.Parsed<Double> parse(String text) {
        try {
            double value = Double.parseDouble(text.replace(",", "").replace(" ", ""));
            if (allows(value)) {
                return new Units.Parsed.Value<>(value);
            }
        } catch (NumberFormatException _) {
            return new Units.Parsed.Wrong<>("found \"" + text + "\"; " + allowed() + " is allowed");
        }
        return new Units.Parsed.Wrong<>("found " + text + "; " + allowed() + " is allowed");
    }

    /** The JSON Schema of a number in the range. */
    public JsonBuilder schema() {
        return new JsonBuilder()
                .put("type", whole ? "integer" : "number")
                .put("minimum", min)
                .put("maximum", max);
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Units.number(value);
    }
}
