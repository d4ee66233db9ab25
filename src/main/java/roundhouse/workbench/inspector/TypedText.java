package roundhouse.workbench.inspector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity as people type it: {@code 5sec}, {@code 1,000ms}, {@code 1e3}, {@code 0.5 S}, {@code 1000} where only a rate or only percents
 * make sense. It is brought into the form that files have. Commas that do not group thousands stay as they are, for they may be meant as
 * decimal points.
 */
final class TypedText {
    private static final Pattern QUANTITY = Pattern.compile(
            "\\s*(-?)(\\d{1,3}(?:[,_ \u2009\u202f\u00a0]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,2})?\\s*([^\\d\\s].*?)?\\s*");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("nsec", "ns"),
            Map.entry("nanoseconds", "ns"),
            Map.entry("usec", "us"),
            Map.entry("microseconds", "us"),
            Map.entry("msec", "ms"),
            Map.entry("msecs", "ms"),
            Map.entry("millis", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("m", "min"),
            Map.entry("mins", "min"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("hr", "h"),
            Map.entry("hrs", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("req/s", "/s"),
            Map.entry("rps", "/s"),
            Map.entry("/sec", "/s"),
            Map.entry("per second", "/s"),
            Map.entry("percent", "%"),
            Map.entry("kb", "kB"),
            Map.entry("mb", "MB"),
            Map.entry("gb", "GB"),
            Map.entry("kib", "KiB"),
            Map.entry("mib", "MiB"),
            Map.entry("gib", "GiB"));

    /** Of a bare number, in the order they are tried; durations and bytes have several that make sense. */
    private static final List<String> ONLY = List.of("/s", " %");

    private TypedText() {}

    /**
     * The text in the form that files have: itself when that is allowed as it is, or when no reading of it is.
     *
     * @param allowed whether the field takes a text
     */
    static String read(String typed, Predicate<String> allowed) {
        Matcher matcher = QUANTITY.matcher(typed);
        if (allowed.test(typed) || !matcher.matches()) {
            return typed;
        }
        String digits = matcher.group(2).replaceAll("[,_ \u2009\u202f\u00a0]", "");
        String power = matcher.group(3) == null ? "" : matcher.group(3);
        String number = matcher.group(1) + new BigDecimal(digits + power).toPlainString();
        String unit = matcher.group(4) == null ? "" : matcher.group(4);
        String known = UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), unit);
        List<String> readings = unit.isEmpty()
                ? List.of(number, number + ONLY.getFirst(), number + ONLY.getLast())
                : List.of(number + known, number + " " + known, number + known.toLowerCase(Locale.ROOT));
        return readings.stream().filter(allowed).findFirst().orElse(typed);
    }
}
