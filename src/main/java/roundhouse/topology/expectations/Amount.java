package roundhouse.topology.expectations;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;

/** What an expectation compares a figure with, in the unit of that figure. */
public sealed interface Amount {
    record Time(Duration duration) implements Amount {}

    record Count(double number) implements Amount {}

    /** 0 to 100. */
    record Share(double percent) implements Amount {}

    /** Requests a second. */
    record Rate(double perSecond) implements Amount {}

    /** Money an hour. */
    record PerHour(double money) implements Amount {}

    /** Money for a million requests. */
    record PerMillion(double money) implements Amount {}

    /** The kinds of amount, and how each is written. */
    enum Unit {
        TIME("a duration like 200ms"),
        COUNT("a number like 100"),
        SHARE("a share like 99.9%"),
        RATE("a rate like 1000/s"),
        HOUR("a cost like 2.00/h"),
        MILLION("a cost of a million requests like 0.40/million");

        private final String written;

        Unit(String written) {
            this.written = written;
        }

        /** What is allowed, with an example: "a duration like 200ms". */
        public String written() {
            return written;
        }
    }

    Pattern EACH = Pattern.compile("/\\s*(s|h|million)$");
    Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    /** Reads an amount in one of these units. The reason why not has what is allowed in it. */
    static Parsed<Amount> parse(String text, List<Unit> units) {
        String plain = text.strip();
        Unit unit = unit(plain);
        String allowed = units.stream().map(Unit::written).collect(Collectors.joining(" or "));
        if (!units.contains(unit)) {
            return new Parsed.Wrong<>("found " + Json.quoted(plain) + "; " + allowed + " is allowed");
        }
        return switch (unit) {
            case TIME -> Parsed.map(Units.duration(plain), Time::new);
            case RATE -> Parsed.map(Units.rate(plain), Rate::new);
            case COUNT -> new Parsed.Value<>(new Count(Double.parseDouble(plain)));
            case SHARE -> share(plain);
            case HOUR, MILLION -> cost(plain, unit);
        };
    }

    private static Unit unit(String plain) {
        Matcher each = EACH.matcher(plain);
        if (each.find()) {
            return switch (each.group(1)) {
                case "s" -> Unit.RATE;
                case "h" -> Unit.HOUR;
                default -> Unit.MILLION;
            };
        }
        return plain.endsWith("%") ? Unit.SHARE : NUMBER.matcher(plain).matches() ? Unit.COUNT : Unit.TIME;
    }

    private static Parsed<Amount> cost(String text, Unit unit) {
        String number = text.substring(0, text.lastIndexOf('/')).strip();
        if (!NUMBER.matcher(number).matches()) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + unit.written() + " is allowed");
        }
        double money = Double.parseDouble(number);
        return new Parsed.Value<>(unit == Unit.HOUR ? new PerHour(money) : new PerMillion(money));
    }

    private static Parsed<Amount> share(String text) {
        String number = text.substring(0, text.length() - 1).strip();
        if (NUMBER.matcher(number).matches() && Double.parseDouble(number) <= 100) {
            return new Parsed.Value<>(new Share(Double.parseDouble(number)));
        }
        return new Parsed.Wrong<>("found " + Json.quoted(text) + "; a share is from 0% to 100%");
    }

    /** As a number: nanoseconds, requests, per cent, requests a second, money. */
    default double value() {
        return switch (this) {
            case Time(Duration duration) -> duration.toNanos();
            case Count(double number) -> number;
            case Share(double percent) -> percent;
            case Rate(double perSecond) -> perSecond;
            case PerHour(double money) -> money;
            case PerMillion(double money) -> money;
        };
    }

    /** As files have it. */
    default String text() {
        return switch (this) {
            case Time(Duration duration) -> Units.format(duration);
            case Count(double number) -> plain(number);
            case Share(double percent) -> plain(percent) + "%";
            case Rate(double perSecond) -> Units.formatRate(perSecond);
            case PerHour(double money) -> plain(money) + "/h";
            case PerMillion(double money) -> plain(money) + "/million";
        };
    }

    /** Never with an exponent, which is not read as a number. */
    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
