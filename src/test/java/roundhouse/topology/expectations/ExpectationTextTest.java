package roundhouse.topology.expectations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Units.Parsed;

/** Expectations out of texts and back, and why a text is none. */
class ExpectationTextTest {
    private static final Pattern SCHEMA = Pattern.compile(
            ((Json.Text) ExpectationSchema.schema().fields().getOrDefault("pattern", new Json.Null(0))).value());

    private static Expectation read(String text) {
        return ((Parsed.Value<Expectation>) Expectation.parse(text)).value();
    }

    private static String refusal(String text) {
        return ((Parsed.Wrong<Expectation>) Expectation.parse(text)).reason();
    }

    /** As it may be written, as it is written, and whom it names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", textBlock = """
            p99<200ms | p99 < 200ms |
            p99.9 wait of s1 >= 0.2s | p99.9 wait of s1 >= 200ms | s1
            max  queue of s1 <= 10 | max queue of s1 <= 10 | s1
            mean in-flight of s1 > 0.5 | mean in-flight of s1 > 0.5 | s1
            requests = 1000000 | requests = 1000000 |
            failed of s1 < 1% during 10s .. 40s | failed of s1 < 1% during 10s..40s | s1
            timed-out < 5 | timed-out < 5 |
            throughput > 1200 / s | throughput > 1200/s |
            cost < 2.00 / h | cost < 2/h |
            cost of s1 < 0.40/million | cost of s1 < 0.4/million | s1
            utilization of s1 < 99.9% | utilization of s1 < 99.9% | s1
            lost sessions of s1 = 0 | lost sessions of s1 = 0 | s1
            hit-ratio > 90 % | hit-ratio > 90% |
            stale reads < 5 | stale reads < 5 |
            refused writes of orders < 5% | refused writes of orders < 5% | orders
            time without leader of orders < 5s | time without leader of orders < 5s | orders
            p99 read latency < 5ms | p99 read latency < 5ms |
            max write latency of s1 < 5ms | max write latency of s1 < 5ms | s1
            mean stale age of orders < 5ms | mean stale age of orders < 5ms | orders
            max replication lag of orders < 5ms | max replication lag of orders < 5ms | orders
            database reads < 5 | database reads < 5 |
            lb-2 takes  over within 4s of crash lb-1 | lb-2 takes over within 4s of crash lb-1 | lb-1 lb-2
            orders is linearizable | orders is linearizable | orders
            orders converges within 5s of heal | orders converges within 5s of heal | orders
            """)
    void isWrittenAsItIsRead(String text, String written, String names) {
        Expectation read = read(text);
        assertThat(read.text()).isEqualTo(written);
        assertThat(read(written)).isEqualTo(read);
        assertThat(read.nodes()).isEqualTo(names == null ? Set.of() : Set.of(names.split(" ")));
        assertThat(SCHEMA.matcher(written).matches()).as("the schema takes it").isTrue();
    }

    /** Every figure is read by its name, of a node where it needs one, with an amount of each of its units. */
    @Test
    void everyFigureIsRead() {
        for (Figure figure : Figure.ALL) {
            for (Amount.Unit unit : figure.units()) {
                String text = figure.name() + (figure.needsNode() ? " of x" : "") + " < "
                        + switch (unit) {
                            case TIME -> "5ms";
                            case COUNT -> "5";
                            case SHARE -> "5%";
                            case RATE -> "5/s";
                            case HOUR -> "5/h";
                            case MILLION -> "5/million";
                        };
                assertThat(read(text).text()).isEqualTo(text);
                assertThat(((Expectation.Bound) read(text)).figure()).isEqualTo(figure);
                assertThat(SCHEMA.matcher(text).matches()).as(text).isTrue();
            }
            assertThat(figure.meaning()).endsWith(".");
        }
        assertThat(Figure.ALL).extracting(Figure::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | it is empty;
            p99 | found "p99" without a comparison;
            < 5 | at character 1, no figure before the comparison;
            p98 < 5ms | at character 1, unknown figure "p98"; did you mean "p90"? Figures are mean,
            speed < 5ms | at character 1, unknown figure "speed"; figures are mean,
            max queue < 5 | at character 1, max queue is a figure of one node; write it like "max queue of s1"
            database reads of db < 5 | database reads is a figure of the system, not of one node or store
            p99 of s 1 < 5ms | at character 8, found "s 1"; the id of a node is needed there
            p99 == 5ms | at character 5, found "=="; a comparison is one of <, <=, =, >=, >
            p99 < 5 | at character 7, found "5"; a duration like 200ms is allowed
            failed < x | at character 10, found "x"; a number like 100 or a share like 99.9% is allowed
            failed < 101% | at character 10, found "101%"; a share is from 0% to 100%
            failed < x% | at character 10, found "x%"; a share is from 0% to 100%
            throughput > 5% | at character 14, found "5%"; a rate like 1000/s is allowed
            cost < x/h | at character 8, found "x/h"; a cost like 2.00/h is allowed
            cost < x/million | at character 8, found "x/million"; a cost of a million requests like 0.40/million is allowed
            requests < 1234567890123456 | at character 12, found "1234567890123456"; a number like 100 is allowed
            ok > 5 during 10s | at character 15, found "10s"; a part of the run is written like 10s..40s
            ok > 5 during 10..40s | at character 15, found "10"; a duration is
            ok > 5 during 10s..40 | at character 20, found "40"; a duration is
            lb takes over in 4s of crash b | at character 15, found "in 4s of crash b"; a takeover is written like
            lb takes over within 4s | at character 22, found "4s"; a takeover is written like
            lb takes over within 4 of crash b | at character 22, found "4"; a duration is
            lb takes over within 4s of crash | at character 33, found ""; the id of a node is needed there
            l b takes over within 4s of crash b | at character 1, found "l b"; the id of a node is needed there
            orders is lineariseable | at character 11, unknown promise "lineariseable"; did you mean "linearizable"? Promises are linearizable,
            orders is good | at character 11, unknown promise "good"; promises are linearizable,
            orders converges in 5s of heal | at character 18, found "in 5s of heal"; convergence is written like
            orders converges within 5s | at character 18, found "within 5s"; convergence is written like
            orders converges within 5 of heal | at character 25, found "5"; a duration is
            """)
    void saysWhereATextIsWrong(String text, String reason) {
        assertThat(refusal(text)).contains(reason);
    }

    @Test
    void isOneShortLine() {
        assertThat(read("ok" + " ".repeat(295) + "> 5").text()).isEqualTo("ok > 5");
        assertThat(refusal("ok" + " ".repeat(296) + "> 5")).endsWith("one line of at most 300 characters is allowed");
        assertThat(refusal("ok >\n5")).endsWith("one line of at most 300 characters is allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, true, false, false",
        "AT_MOST, true, true, false",
        "EQUAL, false, true, false",
        "AT_LEAST, false, true, true",
        "MORE, false, false, true"
    })
    void aComparisonHoldsOrNot(ComparisonOperator comparison, boolean below, boolean same, boolean above) {
        assertThat(comparison.holds(1, 2)).isEqualTo(below);
        assertThat(comparison.holds(2, 2)).isEqualTo(same);
        assertThat(comparison.holds(3, 2)).isEqualTo(above);
        assertThat(ComparisonOperator.of(comparison.sign())).contains(comparison);
    }

    @ParameterizedTest
    @CsvSource({
        "p99 < 5ms, 5000000",
        "requests < 7, 7",
        "ok > 99.5%, 99.5",
        "throughput > 5/s, 5",
        "cost < 2/h, 2",
        "cost < 3/million, 3"
    })
    void anAmountIsANumberOfItsUnit(String text, double value) {
        assertThat(((Expectation.Bound) read(text)).amount().value()).isEqualTo(value);
    }

    @Test
    void anAmountIsNeverWrittenWithAnExponent() {
        assertThat(new Amount.Count(123_456_789_012_345.0).text()).isEqualTo("123456789012345");
        assertThat(new Amount.Share(0.000_000_001).text()).isEqualTo("0.000000001%");
        assertThat(new Expectation.Window(Duration.ofSeconds(1), Duration.ofMinutes(1)).text())
                .isEqualTo("1s..1min");
    }

    @Test
    void theSchemaHasAPatternAndALength() {
        assertThat(JsonPrinter.printLine(ExpectationSchema.schema()))
                .contains("\"type\": \"string\"", "\"maxLength\": 300");
        assertThat(SCHEMA.matcher("p98 < 5ms").matches()).isFalse();
        assertThat(SCHEMA.matcher("p99x9 < 5ms").matches()).as("a dot is a dot").isFalse();
    }
}
