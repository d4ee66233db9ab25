package roundhouse.lessons.figures;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.ComparisonOperator;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;

/**
 * A figure of a run, named as expectations name it but without a bound: {@code p99 of s1 during 10s..40s}, {@code failed in %},
 * {@code lb-2 takes over from lb-1}. With {@code @first} at its end, of the run of the step of that id.
 *
 * @param watched an expectation about the figure; its bound means nothing
 * @param step whose run; null for the run there is
 * @param text as it was written
 */
public record Measure(Expectation watched, @Nullable String step, String text) {
    private static final Amount NO_TIME = new Amount.Time(Duration.ZERO);
    private static final Pattern AT = Pattern.compile("\\s*@\\s*([A-Za-z0-9._-]{1,64})\\s*$");
    private static final Pattern IN = Pattern.compile("\\s+in\\s+(\\S+)\\s*$");
    private static final Pattern DURING = Pattern.compile("\\s+during\\s.*$");
    private static final Pattern OF = Pattern.compile("\\s+of\\s.*$");
    private static final Pattern TAKES_OVER = Pattern.compile("^(\\S+)\\s+takes\\s+over\\s+from\\s+(\\S+)$");

    /** How a text names the unit where a figure has several: requests, a share of all. */
    private enum UnitWord {
        NUMBER("number", Amount.Unit.COUNT, "0"),
        PERCENT("%", Amount.Unit.SHARE, "0%"),
        HOUR("/h", Amount.Unit.HOUR, "0/h"),
        MILLION("/million", Amount.Unit.MILLION, "0/million"),
        TIME("time", Amount.Unit.TIME, "0s"),
        RATE("/s", Amount.Unit.RATE, "0/s");

        private final String word;
        private final Amount.Unit unit;
        private final String nothing;

        UnitWord(String word, Amount.Unit unit, String nothing) {
            this.word = word;
            this.unit = unit;
            this.nothing = nothing;
        }

        static UnitWord of(Amount.Unit unit) {
            return List.of(values()).stream()
                    .filter(word -> word.unit == unit)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Stands in for a figure that a file does not say. */
    public static final Measure ANY = new Measure(
            new Expectation.Bound(new Figure.Latency(Statistic.P99), null, ComparisonOperator.AT_LEAST, NO_TIME, null),
            null,
            "p99");

    /** Reads one, or says what is wrong with it. */
    public static Parsed<Measure> parse(String text) {
        Matcher at = AT.matcher(text);
        boolean elsewhere = at.find();
        String step = elsewhere ? at.group(1) : null;
        String named = (elsewhere ? text.substring(0, at.start()) : text).strip();
        Matcher takeover = TAKES_OVER.matcher(named);
        String watched =
                takeover.matches() ? takeover.group(1) + " takes over within 0s of crash " + takeover.group(2) : null;
        if (watched == null) {
            switch (bound(named)) {
                case Parsed.Value<String>(String bound) -> watched = bound;
                case Parsed.Wrong<String> wrong -> {
                    return new Parsed.Wrong<>(wrong.reason());
                }
            }
        }
        return Parsed.map(Expectation.parse(watched), expectation -> new Measure(expectation, step, text.strip()));
    }

    /** The figure with a bound in the unit that is wanted, as an expectation has it. */
    private static Parsed<String> bound(String named) {
        Matcher in = IN.matcher(named);
        boolean said = in.find();
        String rest = said ? named.substring(0, in.start()) : named;
        Matcher during = DURING.matcher(rest);
        String window = during.find() ? during.group() : "";
        String what = rest.substring(0, rest.length() - window.length());
        String figure = OF.matcher(what).replaceFirst("").strip();
        Optional<Figure> known = Figure.of(figure.replaceAll("\\s+", " "));
        if (known.isEmpty()) {
            List<String> names = Figure.ALL.stream().map(Figure::name).toList();
            return new Parsed.Wrong<>("unknown figure " + Json.quoted(figure) + Names.didYouMean(figure, names)
                    + "; figures are those of expectations, like p99, failed in % or requests of s1");
        }
        List<UnitWord> units = known.get().units().stream().map(UnitWord::of).toList();
        if (!said) {
            return new Parsed.Value<>(what + " >= " + units.getFirst().nothing + window);
        }
        String word = in.group(1);
        return units.stream()
                .filter(unit -> unit.word.equals(word))
                .findFirst()
                .<Parsed<String>>map(unit -> new Parsed.Value<>(what + " >= " + unit.nothing + window))
                .orElseGet(() -> new Parsed.Wrong<>(known.get().name() + " is not measured in " + Json.quoted(word)
                        + "; allowed is "
                        + units.stream().map(unit -> "in " + unit.word).collect(Collectors.joining(", "))));
    }

    /** An amount in the unit of the figure, for showing what was measured. */
    public Amount unit() {
        return watched instanceof Expectation.Bound bound ? bound.amount() : NO_TIME;
    }

    /** How amounts of it are written. */
    public Amount.Unit written() {
        return switch (unit()) {
            case Amount.Time _ -> Amount.Unit.TIME;
            case Amount.Count _ -> Amount.Unit.COUNT;
            case Amount.Share _ -> Amount.Unit.SHARE;
            case Amount.Rate _ -> Amount.Unit.RATE;
            case Amount.PerHour _ -> Amount.Unit.HOUR;
            case Amount.PerMillion _ -> Amount.Unit.MILLION;
        };
    }

    /** The end of the part of the run it is about, nanoseconds; 0 where it is about all of it. */
    public long endNanos() {
        return watched instanceof Expectation.Bound bound && bound.during() != null
                ? bound.during().to().toNanos()
                : 0;
    }
}
