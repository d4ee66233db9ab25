package roundhouse.lessons.figures;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.ComparisonOperator;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;

/** What a lesson says of a run, true or not: an expectation, or one figure against another. */
public sealed interface Claim {
    /** As in a topology: {@code p99 < 200ms}. */
    record Expected(Expectation expectation) implements Claim {}

    /** {@code p99 @first > 2 x p99}: the left figure against so many times the right one. */
    record Compared(Measure left, ComparisonOperator comparison, double times, Measure right) implements Claim {}

    Pattern SIGN = Pattern.compile("[<>=]+");
    Pattern TIMES = Pattern.compile("^(\\d{1,9}(?:\\.\\d{1,9})?)\\s*[x×]\\s*");

    /** Reads one, or says what is wrong with it. */
    static Parsed<Claim> parse(String text) {
        Matcher sign = SIGN.matcher(text);
        if (!sign.find()) {
            return Parsed.map(Expectation.parse(text), Expected::new);
        }
        String right = text.substring(sign.end()).strip();
        boolean onlyAmount = right.isEmpty()
                || (Character.isDigit(right.charAt(0)) && !TIMES.matcher(right).find());
        if (onlyAmount && text.indexOf('@') < 0) {
            return Parsed.map(Expectation.parse(text), Expected::new);
        }
        return onlyAmount
                ? new Parsed.Wrong<>("found " + Json.quoted(text)
                        + "; a figure of another step is compared with a figure," + " like \"p99 @first > 2 x p99\"")
                : compared(text, sign, right);
    }

    private static Parsed<Claim> compared(String text, Matcher sign, String right) {
        ComparisonOperator comparison = ComparisonOperator.of(sign.group()).orElse(null);
        if (comparison == null) {
            return new Parsed.Wrong<>("found " + Json.quoted(sign.group()) + "; a comparison is one of "
                    + String.join(", ", ComparisonOperator.signs()));
        }
        Matcher times = TIMES.matcher(right);
        double factor = times.find() ? Double.parseDouble(times.group(1)) : 1;
        Parsed<Measure> second = Measure.parse(TIMES.matcher(right).replaceFirst(""));
        return switch (Measure.parse(text.substring(0, sign.start()))) {
            case Parsed.Wrong<Measure>(String reason) -> new Parsed.Wrong<>(reason);
            case Parsed.Value<Measure>(Measure left) ->
                switch (second) {
                    case Parsed.Wrong<Measure>(String reason) -> new Parsed.Wrong<>(reason);
                    case Parsed.Value<Measure>(Measure other)
                    when other.written() != left.written() ->
                        new Parsed.Wrong<>("found " + Json.quoted(text) + "; only figures of one unit are compared: "
                                + left.text() + " is " + left.written().written() + ", " + other.text() + " "
                                + other.written().written());
                    case Parsed.Value<Measure>(Measure other) ->
                        new Parsed.Value<>(new Compared(left, comparison, factor, other));
                };
        };
    }

    /** As lessons have it. */
    default String text() {
        return switch (this) {
            case Expected(Expectation expectation) -> expectation.text();
            case Compared(Measure left, ComparisonOperator comparison, double times, Measure right) ->
                left.text() + " " + comparison.sign() + " " + (times == 1 ? "" : new Amount.Count(times).text() + " x ")
                        + right.text();
        };
    }

    /** The figures it compares; none of an expectation. */
    default List<Measure> measures() {
        return switch (this) {
            case Expected _ -> List.of();
            case Compared compared -> List.of(compared.left(), compared.right());
        };
    }

    /** What must be watched in the run there is to judge it. */
    default List<Expectation> watched() {
        return switch (this) {
            case Expected(Expectation expectation) -> List.of(expectation);
            case Compared compared ->
                Stream.of(compared.left(), compared.right())
                        .filter(measure -> measure.step() == null)
                        .map(Measure::watched)
                        .toList();
        };
    }

    /** The nodes and stores it names. */
    default Set<String> nodes() {
        Set<String> nodes = new TreeSet<>();
        switch (this) {
            case Expected(Expectation expectation) -> nodes.addAll(expectation.nodes());
            case Compared compared -> {
                nodes.addAll(compared.left().watched().nodes());
                nodes.addAll(compared.right().watched().nodes());
            }
        }
        return nodes;
    }
}
