package roundhouse.topology.nodes.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.TypeTrial;

/** Limits, steps and scheduled sizes of a group, a line each in forms. */
final class ScalingLinesTest {
    private static final ScalingLimit.Item LIMIT = new ScalingLimit.Item();
    private static final ScalingStep.Item STEP = new ScalingStep.Item();
    private static final ScheduledSize.Item SIZE = new ScheduledSize.Item();

    private final TypeTrial<List<ScalingLimit>> limits = new TypeTrial<>(Autoscaling.UP.type());
    private final TypeTrial<List<ScalingStep>> steps = new TypeTrial<>(Autoscaling.STEPS.type());

    private static <V> String rewritten(ListType.Item<V> item, String line) {
        return switch (item.parse(line)) {
            case Parsed.Value<V>(V value) -> item.line(value);
            case Parsed.Wrong<V>(String reason) -> reason;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "4 in 15s, 4 in 15s",
        "100% in 15s, 100% in 15s",
        "' 7  %  in  60s ', 7% in 1min",
        "100000 in 30min, 100000 in 30min"
    })
    void aLimitIsSoManyOrSuchAPartInATime(String line, String written) {
        assertThat(rewritten(LIMIT, line)).isEqualTo(written);
        assertThat(limits.refusal("[\"" + line + "\"]")).isEmpty();
        assertThat(limits.written(limits.read("[\"" + line + "\"]"))).isEqualTo("[\"" + written + "\"]");
    }

    @Test
    void percentAreNotServers() {
        assertThat(LIMIT.parse("4 in 15s"))
                .isEqualTo(new Parsed.Value<>(new ScalingLimit(false, 4, Duration.ofSeconds(15))));
        assertThat(LIMIT.parse("4% in 15s"))
                .isEqualTo(new Parsed.Value<>(new ScalingLimit(true, 4, Duration.ofSeconds(15))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "4"           | found "4"; a limit is like "4 in 15s" or "100% in 15s"
            "-1 in 15s"   | found "-1 in 15s"; a limit is like "4 in 15s" or "100% in 15s"
            "4 in a day"  | found "a day"; a duration is a number and ns, us, ms, s, min or h, like "5ms" or "1.5s"
            7             | a limit is text like "4 in 15s" or "100% in 15s"
            """)
    void whatIsNoLimitSaysWhy(String value, String reason) {
        assertThat(limits.refusal("[" + value + "]")).containsExactly(reason);
        if (value.startsWith("\"")) {
            assertThat(rewritten(LIMIT, value.replace("\"", ""))).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1 in 1s, true",
        "100000 in 30min, true",
        "0 in 1s, false",
        "100001 in 1s, false",
        "1 in 999ms, false",
        "1 in 1800001ms, false"
    })
    void aLimitHasItsBounds(String text, boolean right) {
        assertThat(limits.checked(limits.read("[\"" + text + "\"]")))
                .isEqualTo(
                        right
                                ? List.of()
                                : List.of("it: the limit is " + text + "; from 1 to 100000 in 1s to 30min is allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0..10 25%", "10.. 50%", "..0 -10%", ".. 5%", "-5.5..0.5 -0.25%", "..-10 -10%"})
    void aStepIsFromADistanceToAnother(String line) {
        assertThat(rewritten(STEP, line)).isEqualTo(line);
    }

    @Test
    void aStepWithoutAnEndGoesOnForEver() {
        ScalingStep all = new ScalingStep(null, null, 5);
        assertThat(List.of(all.lower(), all.upper()))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        ScalingStep some = new ScalingStep(-3.0, 7.0, 5);
        assertThat(List.of(some.lower(), some.upper())).containsExactly(-3.0, 7.0);
        assertThat(STEP.parse(" 0 .. 10  25 % ")).isEqualTo(new Parsed.Value<>(new ScalingStep(0.0, 10.0, 25)));
    }

    @ParameterizedTest
    @CsvSource({"0.00001, 0.00002, 0.0005", "-12345678.5, 12345678.5, 1e-4", "-0, 10, -0"})
    void aStepOfAFileIsTypedAsItIsShown(String from, String to, String percent) {
        String text = "{ \"from\": " + from + ", \"to\": " + to + ", \"percent\": " + percent + " }";
        ScalingStep step = steps.read("[" + text + "]").getFirst();
        assertThat(STEP.parse(STEP.line(step))).isEqualTo(new Parsed.Value<>(step));
        assertThat(STEP.parse(from + ".." + to + " " + percent + "%")).isEqualTo(new Parsed.Value<>(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-10 25%", "0..10 25", "0..10", "a..b 5%", "25%"})
    void whatIsNoStepSaysHowOneIsWritten(String line) {
        assertThat(STEP.parse(line))
                .isEqualTo(new Parsed.Wrong<>("found \"" + line + "\"; a step is written like \"0..10 25%\""));
    }

    @Test
    void aStepEndsAboveWhereItBegins() {
        assertThat(steps.checked(List.of(new ScalingStep(0.0, 0.1, 1), new ScalingStep(null, null, 1))))
                .isEmpty();
        assertThat(steps.checked(List.of(new ScalingStep(5.0, 5.0, 1))))
                .containsExactly("it: a step ends above where it begins");
        assertThat(steps.refusal("[{ \"from\": 0 }]")).contains("a step needs \"percent\", like 25");
    }

    @Test
    void aScheduledSizeIsATimeAndBounds() {
        assertThat(rewritten(SIZE, " 120s  6 .. 12 ")).isEqualTo("2min 6..12");
        assertThat(SIZE.parse("0s 1..1000")).isEqualTo(new Parsed.Value<>(new ScheduledSize(Duration.ZERO, 1, 1_000)));
        assertThat(rewritten(SIZE, "2min 6-12"))
                .isEqualTo("found \"2min 6-12\"; a size is written like \"2min 6..12\"");
        assertThat(rewritten(SIZE, "soon 6..12")).startsWith("found \"soon\"; a duration is");
    }

    @Test
    void theLinesOfTheExamplesAreRight() {
        assertThat(LIMIT.example().lines().map(line -> rewritten(LIMIT, line)))
                .containsExactly("4 in 15s", "100% in 15s");
        assertThat(STEP.example().lines().map(line -> rewritten(STEP, line)))
                .containsExactly("..-10 -10%", "0..10 10%", "10.. 50%");
        assertThat(rewritten(SIZE, SIZE.example())).isEqualTo("2min 6..12");
        assertThat(List.of(LIMIT.plural(), STEP.plural(), SIZE.plural())).containsExactly("limits", "steps", "sizes");
        assertThat(limits.schema()).contains("in\\\\s+.+$", "\"type\": \"string\"");
    }
}
