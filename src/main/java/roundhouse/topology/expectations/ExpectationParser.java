package roundhouse.topology.expectations;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.storage.checking.Check;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;

/**
 * Reads the text of one expectation: {@code FIGURE [of NODE] COMPARISON AMOUNT [during FROM..TO]} or {@code NODE takes over within
 * TIME of crash NODE}, {@code STORE is PROMISE}, or {@code STORE converges within TIME of heal}. Space is free. Stops at the first mistake, for what follows one is read wrong.
 */
public final class ExpectationParser {
    static final int LONGEST = 300;
    private static final String WRITTEN =
            "an expectation is written like \"p99 < 200ms\", \"failed of s1 < 1% during 10s..40s\" or \"lb-2 takes over within 4s of crash lb-1\"";
    private static final String TAKEOVER = "a takeover is written like \"lb-2 takes over within 4s of crash lb-1\"";
    private static final Pattern COMPARISON = Pattern.compile("[<>=!≤≥≠]+");
    private static final Pattern DURING = Pattern.compile("\\s+during(\\s+|$)");
    private static final Pattern OF = Pattern.compile("\\s+of(\\s+|$)");

    private static final Pattern TAKES_OVER = Pattern.compile("\\s+takes\\s+over(\\s+|$)");
    private static final String CONVERGENCE = "convergence is written like \"orders converges within 5s of heal\"";
    private static final Pattern CONVERGES = Pattern.compile("\\s+converges(\\s+|$)");
    private static final Pattern OF_HEAL = Pattern.compile("\\s+of\\s+heal\\s*$");
    private static final Pattern IS = Pattern.compile("\\s+is(\\s+|$)");
    private static final Pattern WITHIN = Pattern.compile("within(\\s+|$)");
    private static final Pattern OF_CRASH = Pattern.compile("\\s+of\\s+crash(\\s+|$)");

    private final String text;

    public ExpectationParser(String text) {
        this.text = text;
    }

    /** What stops the reading. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    public Parsed<Expectation> parse() {
        try {
            return new Parsed.Value<>(expectation());
        } catch (Wrong wrong) {
            return new Parsed.Wrong<>(wrong.reason());
        }
    }

    private Expectation expectation() throws Wrong {
        if (text.isBlank()) {
            throw new Wrong("it is empty; " + WRITTEN);
        }
        if (text.length() > LONGEST || !Checks.singleLine(text)) {
            throw new Wrong(
                    "found " + Json.quoted(text) + "; one line of at most " + LONGEST + " characters is allowed");
        }
        Matcher takesOver = TAKES_OVER.matcher(text);
        if (takesOver.find()) {
            return takeover(takesOver);
        }
        Matcher converges = CONVERGES.matcher(text);
        if (converges.find()) {
            return convergence(converges);
        }
        Matcher is = IS.matcher(text);
        return is.find() && !COMPARISON.matcher(text).find() ? promise(is) : bound();
    }

    private Expectation promise(Matcher is) throws Wrong {
        String store = node(0, is.start());
        String check = text.substring(is.end()).strip();
        if (Check.of(check).isEmpty()) {
            String meant = Names.didYouMean(check, Check.keys());
            throw wrong(
                    is.end(),
                    "unknown promise " + Json.quoted(check) + meant
                            + (meant.isEmpty() ? "; promises are " : " Promises are ")
                            + String.join(", ", Check.keys()));
        }
        return new Expectation.Promise(store, check);
    }

    private Expectation convergence(Matcher converges) throws Wrong {
        String store = node(0, converges.start());
        Matcher within = WITHIN.matcher(text).region(converges.end(), text.length());
        Matcher ofHeal = OF_HEAL.matcher(text);
        if (!within.lookingAt() || !ofHeal.find(within.end())) {
            throw found(converges.end(), text.length(), CONVERGENCE);
        }
        return new Expectation.Convergence(
                store, value(Units.duration(text.substring(within.end(), ofHeal.start())), within.end()));
    }

    private Expectation takeover(Matcher takesOver) throws Wrong {
        String node = node(0, takesOver.start());
        Matcher within = WITHIN.matcher(text).region(takesOver.end(), text.length());
        if (!within.lookingAt()) {
            throw found(takesOver.end(), text.length(), TAKEOVER);
        }
        Matcher ofCrash = OF_CRASH.matcher(text).region(within.end(), text.length());
        if (!ofCrash.find()) {
            throw found(within.end(), text.length(), TAKEOVER);
        }
        Duration time = value(Units.duration(text.substring(within.end(), ofCrash.start())), within.end());
        return new Expectation.Takeover(node, time, node(ofCrash.end(), text.length()));
    }

    private Expectation bound() throws Wrong {
        Matcher sign = COMPARISON.matcher(text);
        if (!sign.find()) {
            throw new Wrong("found " + Json.quoted(text.strip()) + " without a comparison; " + WRITTEN);
        }
        Matcher of = OF.matcher(text).region(0, sign.start());
        boolean ofNode = of.find();
        Figure figure = figure(ofNode ? of.start() : sign.start());
        String node = ofNode ? node(of.end(), sign.start()) : null;
        if (node == null && figure.needsNode()) {
            throw wrong(0, figure.name() + " is a figure of one node; write it like \"" + figure.name() + " of s1\"");
        }
        if (node != null && figure.isOfSystem()) {
            throw wrong(of.start(), figure.name() + " is a figure of the system, not of one node or store");
        }
        ComparisonOperator comparison = ComparisonOperator.of(sign.group())
                .orElseThrow(() -> found(
                        sign.start(),
                        sign.end(),
                        "a comparison is one of " + String.join(", ", ComparisonOperator.signs())));
        Matcher during = DURING.matcher(text).region(sign.end(), text.length());
        boolean duringWindow = during.find();
        Amount amount = amount(figure, sign.end(), duringWindow ? during.start() : text.length());
        return new Expectation.Bound(figure, node, comparison, amount, duringWindow ? window(during.end()) : null);
    }

    private Figure figure(int end) throws Wrong {
        String name = text.substring(0, end).strip().replaceAll("\\s+", " ");
        List<String> names = Figure.ALL.stream().map(Figure::name).toList();
        return Figure.of(name)
                .orElseThrow(() -> name.isEmpty()
                        ? wrong(0, "no figure before the comparison; " + WRITTEN)
                        : wrong(0, "unknown figure " + Json.quoted(name) + alternatives(name, names)));
    }

    /** Those that people ask for first; there are too many to be read in a message. */
    private static final String FIGURES =
            "mean, p50, p99, p99 wait, max queue, max in-flight, requests, ok, failed, timed-out, throughput, utilization,"
                    + " cost, hit-ratio, stale reads and others, which \"roundhouse describe figures\" lists";

    private static String alternatives(String name, List<String> names) {
        String meant = Names.didYouMean(name, names);
        return meant + (meant.isEmpty() ? "; figures are " : " Figures are ") + FIGURES;
    }

    private String node(int first, int after) throws Wrong {
        String id = text.substring(first, after).strip();
        if (!Names.isId(id)) {
            throw found(first, after, "the id of a node is needed there");
        }
        return id;
    }

    private Amount amount(Figure figure, int first, int after) throws Wrong {
        return value(Amount.parse(text.substring(first, after), figure.units()), first);
    }

    private Expectation.Window window(int start) throws Wrong {
        String written = text.substring(start);
        int dots = written.indexOf("..");
        if (dots < 0) {
            throw found(start, text.length(), "a part of the run is written like 10s..40s");
        }
        Duration from = value(Units.duration(written.substring(0, dots)), start);
        Duration to = value(Units.duration(written.substring(dots + 2)), start + dots + 2);
        return new Expectation.Window(from, to);
    }

    private <T> T value(Parsed<T> parsed, int at) throws Wrong {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Wrong<T>(String reason) -> throw wrong(at, reason);
        };
    }

    private Wrong found(int first, int after, String allowed) {
        return wrong(first, "found " + Json.quoted(text.substring(first, after).strip()) + "; " + allowed);
    }

    /** Counts characters as people do, from 1, and past the space before what is meant. */
    private Wrong wrong(int at, String reason) {
        int start = at;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Wrong("at character " + (start + 1) + ", " + reason);
    }
}
