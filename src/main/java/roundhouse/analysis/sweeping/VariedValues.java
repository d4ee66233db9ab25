package roundhouse.analysis.sweeping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;

/**
 * The values that a setting takes, as they are typed: {@code 2,4,8,16}, {@code 1..50}, {@code 10ms..50ms:10ms}, and any of these
 * after commas. A range has both ends; without a step it goes by ones of its unit.
 */
public final class VariedValues {
    /** No setting takes more. */
    public static final int MOST = 100_000;

    private static final String ALLOWED = "values are written like 2,4,8 or 1..50 or 10ms..50ms:10ms";
    private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,9})?)";
    private static final String UNIT = "([^\\d.:,]*)";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + UNIT + "\\.\\." + NUMBER + UNIT + "(?::" + NUMBER + UNIT + ")?");

    private VariedValues() {}

    /** Reads them, each once and in the order typed; at least one. */
    public static Parsed<List<String>> parse(String text) {
        List<String> values = new ArrayList<>();
        for (String typed : text.split(",", -1)) {
            String item = typed.strip();
            if (item.isEmpty()) {
                return new Parsed.Wrong<>("found " + Json.quoted(text) + ", in which a value is empty; " + ALLOWED);
            }
            Matcher range = RANGE.matcher(item);
            if (!item.contains("..")) {
                values.add(item);
            } else if (range.matches()) {
                if (range(item, range, values) instanceof Parsed.Wrong<List<String>> wrong) {
                    return wrong;
                }
            } else {
                return new Parsed.Wrong<>("found " + Json.quoted(item) + "; " + ALLOWED);
            }
        }
        return new LinkedHashSet<>(values).size() < values.size()
                ? new Parsed.Wrong<>("found " + Json.quoted(text) + ", in which a value comes twice")
                : new Parsed.Value<>(List.copyOf(values));
    }

    private static Parsed<List<String>> range(String item, Matcher range, List<String> values) {
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(3));
        BigDecimal step = range.group(5) == null ? BigDecimal.ONE : new BigDecimal(range.group(5));
        String unit = range.group(4).strip();
        String first = range.group(2).strip();
        String stepped = range.group(6) == null ? "" : range.group(6).strip();
        if ((!first.isEmpty() && !first.equals(unit)) || (!stepped.isEmpty() && !stepped.equals(unit))) {
            return new Parsed.Wrong<>(
                    "found " + Json.quoted(item) + "; both ends and the step of a range have one unit");
        }
        if (from.compareTo(to) > 0) {
            return new Parsed.Wrong<>("the range " + Json.quoted(item)
                    + " is empty; it goes from the smaller to the larger, as " + range.group(3) + unit + ".."
                    + range.group(1) + unit);
        }
        if (step.signum() <= 0) {
            return new Parsed.Wrong<>("the range " + Json.quoted(item) + " never ends; its step is more than 0");
        }
        if (to.subtract(from)
                        .divideToIntegralValue(step)
                        .add(BigDecimal.valueOf(values.size()))
                        .longValue()
                >= MOST) {
            return new Parsed.Wrong<>(
                    "the range " + Json.quoted(item) + " has too many values; a setting takes at most " + MOST);
        }
        for (BigDecimal at = from; at.compareTo(to) <= 0; at = at.add(step)) {
            values.add((at.signum() == 0 ? "0" : at.stripTrailingZeros().toPlainString()) + unit);
        }
        return new Parsed.Value<>(values);
    }
}
