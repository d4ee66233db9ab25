package roundhouse.topology.expectations;

import java.time.Duration;
import java.util.List;
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

    /** The kinds of amount, and how each is written. */
    enum Unit {
        TIME("a duration like 200ms"),
        COUNT("a number like 100"),
        SHARE("a share like 99.9%"),
        RATE("a rate like 1000/s");

        private final String written;

        Unit(String written) {
            this.written = written;
        }

        /** What is allowed, with an example: "a duration like 200ms". */
        public String written() {
            return written;
        }
    }

    Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    /** Reads an amount in one of these units. The reason why not has what is allowed in it. */
    static Parsed<Amount> parse(String text, List<Unit> units) {
        String plain = text.strip();
        Unit unit = plain.endsWith("%")
                ? Unit.SHARE
                : plain.endsWith("/s") || plain.endsWith("/ s")
                        ? Unit.RATE
                        : NUMBER.matcher(plain).matches() ? Unit.COUNT : Unit.TIME;
        String allowed = units.stream().map(Unit::written).collect(Collectors.joining(" or "));
        if (!units.contains(unit)) {
            return new Parsed.Wrong<>("found " + Json.quoted(plain) + "; " + allowed + " is allowed");
        }
        return switch (unit) {
            case TIME -> Parsed.map(Units.duration(plain), Time::new);
            case RATE -> Parsed.map(Units.rate(plain), Rate::new);
            case COUNT -> new Parsed.Value<>(new Count(Double.parseDouble(plain)));
            case SHARE -> share(plain);
        };
    }

    private static Parsed<Amount> share(String text) {
        String number = text.substring(0, text.length() - 1).strip();
        if (NUMBER.matcher(number).matches() && Double.parseDouble(number) <= 100) {
            return new Parsed.Value<>(new Share(Double.parseDouble(number)));
        }
        return new Parsed.Wrong<>("found " + Json.quoted(text) + "; a share is from 0% to 100%");
    }

    /** As a number: nanoseconds, requests, per cent, requests a second. */
    default double value() {
        return switch (this) {
            case Time(Duration duration) -> duration.toNanos();
            case Count(double number) -> number;
            case Share(double percent) -> percent;
            case Rate(double perSecond) -> perSecond;
        };
    }

    /** As files have it. */
    default String text() {
        return switch (this) {
            case Time(Duration duration) -> Units.format(duration);
            case Count(double number) -> plain(number);
            case Share(double percent) -> plain(percent) + "%";
            case Rate(double perSecond) -> Units.formatRate(perSecond);
        };
    }

    /** Never with an exponent, which is not read as a number. */
    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
