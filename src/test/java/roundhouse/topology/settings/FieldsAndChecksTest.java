package roundhouse.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Range;

/** Keys of an object that are read one by one, and values that are checked one by one. */
class FieldsAndChecksTest {
    private static final Range RANGE = Range.whole(1, 9);

    private final Problems problems = new Problems();
    private final Checks checks = new Checks("/a", "it", problems);

    private Fields fields(String text) {
        Json json = ((JsonText.Result.Value) JsonText.parse(text)).json();
        return Objects.requireNonNull(Fields.of(json, "/a", problems, "a thing"));
    }

    private List<String> told() {
        return problems.inOrder().stream().map(Problem::toString).toList();
    }

    @Test
    void aKeyThatIsNotThereHasItsFallback() {
        Fields none = fields("{}");
        assertThat(none.text("k")).isNull();
        assertThat(none.flag("k")).isFalse();
        assertThat(none.whole("k", 5, RANGE)).isEqualTo(5);
        assertThat(none.number("k", 5.5, RANGE)).isEqualTo(5.5);
        assertThat(none.wholeOr("all", 99, "k", 5, RANGE)).isEqualTo(5);
        assertThat(none.duration("k")).isNull();
        assertThat(none.rate("k")).isNull();
        assertThat(none.object("k", "a part")).isNull();
        assertThat(none.list("k")).isEmpty();
        assertThat(none.entries("k")).isEmpty();
        assertThat(none.texts("k")).isEmpty();
        assertThat(none.choices("k", "size", List.of("s"))).isEmpty();
        assertThat(none.choice("k", "size", List.of("s"))).isNull();
        assertThat(none.keys()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void aKeyThatIsThereHasItsValue() {
        Fields all = fields(
                "{ \"text\": \"x\", \"flag\": true, \"whole\": 7, \"word\": \"all\", \"time\": \"5ms\", \"rate\": \"5/s\","
                        + " \"pair\": [\"a\", \"b\"], \"list\": [1, 2], \"texts\": { \"k\": \"v\" }, \"choices\": [\"s\", \"m\"], \"object\": { \"k\": 3 } }");
        assertThat(all.text("text")).isEqualTo("x");
        assertThat(all.flag("flag")).isTrue();
        assertThat(all.whole("whole", 5, RANGE)).isEqualTo(7);
        assertThat(all.wholeOr("all", 99, "word", 5, RANGE)).isEqualTo(99);
        assertThat(all.wholeOr("all", 99, "whole", 5, RANGE)).isEqualTo(7);
        assertThat(all.duration("time")).isEqualTo(Duration.ofMillis(5));
        assertThat(all.requiredDuration("time", "a thing", "\"5ms\"")).isEqualTo(Duration.ofMillis(5));
        assertThat(all.name("text", "a thing", "\"x\"")).isEqualTo("x");
        assertThat(all.rate("rate")).isEqualTo(5.0);
        assertThat(all.pair("pair", "x")).containsExactly("a", "b");
        assertThat(all.list("list")).hasSize(2);
        assertThat(all.entries("object")).containsOnlyKeys("k");
        assertThat(all.texts("texts")).isEqualTo(Map.of("k", "v"));
        assertThat(all.choices("choices", "size", List.of("s", "m"))).containsExactly("s", "m");
        assertThat(Objects.requireNonNull(all.object("object", "a part")).pointer("k"))
                .isEqualTo("/a/object/k");
        assertThat(all.keys()).hasSize(11);
        assertThat(all.has("text")).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatMustBeThereIsAskedForOnce() {
        assertThat(fields("{}").name("k", "a thing", "\"x\"")).isEmpty();
        assertThat(fields("{}").requiredDuration("k", "a thing", "\"5ms\"")).isEqualTo(Duration.ZERO);
        Fields misspelt = fields("{ \"naem\": 1 }").knowing("a thing", "name", "size");
        assertThat(misspelt.required("name", "a thing", "\"x\"")).isNull();
        misspelt.required("size", "a thing", "3");
        assertThat(told())
                .containsExactly(
                        "line 1, /a: a thing needs \"k\", like \"x\"",
                        "line 1, /a: a thing needs \"k\", like \"5ms\"",
                        "line 1, /a: unknown key \"naem\"; did you mean \"name\"? A thing has name, size",
                        "line 1, /a: a thing needs \"size\", like 3");
    }

    @Test
    void aValueOfAnotherTypeIsTold() {
        Fields wrong = fields(
                "{ \"k\": 5,\n \"n\": \"x\", \"p\": [\"a\"], \"c\": [\"s\", \"x\"], \"t\": { \"v\": 1 }, \"m\": \"sx\" }");
        assertThat(wrong.text("k")).isNull();
        assertThat(wrong.flag("k")).isFalse();
        assertThat(wrong.whole("n", 3, RANGE)).isEqualTo(3);
        assertThat(wrong.wholeOr("all", 99, "n", 4, RANGE)).isEqualTo(4);
        assertThat(wrong.duration("k")).isNull();
        assertThat(wrong.rate("n")).isNull();
        assertThat(wrong.pair("p", "[\"lb\", \"s1\"]")).isNull();
        assertThat(wrong.pair("q", "[\"lb\", \"s1\"]")).isNull();
        assertThat(wrong.object("k", "a part")).isNull();
        assertThat(wrong.list("k")).isEmpty();
        assertThat(wrong.entries("k")).isEmpty();
        assertThat(wrong.texts("t")).isEmpty();
        assertThat(wrong.choices("c", "size", List.of("s"))).containsExactly("s");
        assertThat(wrong.choice("m", "size", List.of("small", "sy"))).isNull();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "line 1, /a/k: \"k\" is 5; a text in quotes is allowed",
                        "line 1, /a/k: \"k\" is 5; true or false is allowed",
                        "line 2, /a/n: \"n\" is \"x\"; a whole number from 1 to 9 is allowed",
                        "line 2, /a/n: \"n\" is \"x\"; a whole number from 1 to 9, or \"all\", is allowed",
                        "line 1, /a/k: \"k\": found 5; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"",
                        "line 2, /a/n: \"n\": found \"x\"; a rate is written like \"1000/s\"",
                        "line 2, /a/p: \"p\" is a list; the two ends of a link are allowed, like [\"lb\", \"s1\"]",
                        "line 1, /a/q: \"q\" is missing; the two ends of a link are allowed, like [\"lb\", \"s1\"]",
                        "line 1, /a/k: found 5; a part is an object, { … }",
                        "line 1, /a/k: \"k\" is 5; a list, [ … ], is allowed",
                        "line 1, /a/k: \"k\" is 5; an object, { … }, is allowed",
                        "line 2, /a/t/v: \"v\" is 1; a text in quotes is allowed",
                        "line 2, /a/c/1: unknown size \"x\"; allowed are s",
                        "line 2, /a/m: unknown size \"sx\"; did you mean \"sy\"? Allowed are small, sy");
    }

    @Test
    void aNumberOfAnotherSignIsZeroAllTheSame() {
        assertThat(1 / fields("{ \"k\": -0.0 }").number("k", 1, Range.real(-1, 1)))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"a, true", "'', false", "' a', false", "'a ', false", "'a b', true", "'a\tb', false"})
    void aNameHasNoSpaceAtItsEnds(String name, boolean right) {
        checks.name("k", name);
        assertThat(problems.isEmpty()).isEqualTo(right);
    }

    @Test
    void textsHaveALength() {
        checks.name("k", "x".repeat(64));
        checks.label("x".repeat(100));
        checks.line("k", "x".repeat(1_000));
        assertThat(told()).isEmpty();
        checks.name("k", "x".repeat(65));
        checks.label("x".repeat(101));
        checks.label(" ");
        checks.label("a\nb");
        checks.line("k", "x".repeat(1_001));
        checks.line("k", "a\u2028b");
        assertThat(told()).hasSize(6);
        assertThat(List.of(
                        Checks.singleLine("a b é"),
                        Checks.singleLine("\ud800"),
                        Checks.singleLine("\u2029"),
                        Checks.singleLine("\t")))
                .containsExactly(true, false, false, false);
    }

    @Test
    void sharesAreNotNegativeAndNotAllZero() {
        checks.shares("ks", List.of());
        checks.shares("ks", List.of(0.0, 1.0));
        assertThat(told()).isEmpty();
        checks.shares("ks", List.of(0.0, 0.0));
        checks.shares("ks", List.of(-1.0, 1.0));
        assertThat(told())
                .containsExactly(
                        "/a/ks: it: the shares of all ks are 0; at least one must be more",
                        "/a/ks: it: ks is -1; a number from 0 to 1,000,000 is allowed");
    }

    @Test
    void headersAndCookiesHaveNames() {
        checks.headers("h", Map.of("x-a", "1"));
        checks.cookies("c", Map.of("A_b", "1"));
        assertThat(told()).isEmpty();
        checks.headers("h", Map.of("X", "1"));
        checks.cookies("c", Map.of("a b", "1"));
        checks.headers("h", Map.of("x", "a\nb"));
        checks.cookies("c", Map.of("x", "a\nb"));
        assertThat(told())
                .containsExactly(
                        "/a/h: it: \"X\" is not a header name; letters, digits and - are allowed",
                        "/a/c: it: \"a b\" is not a cookie name; letters, digits, - and _ are allowed",
                        "/a/h: it: h is \"a\\u000ab\"; one line of at most 1,000 characters is allowed",
                        "/a/c: it: c is \"a\\u000ab\"; one line of at most 1,000 characters is allowed");
    }

    @Test
    void durationsAndRatesHaveLimits() {
        checks.duration("d", Duration.ZERO);
        checks.duration("d", Duration.ofDays(365));
        checks.rate("r", 1e7);
        checks.positive("d", Duration.ofNanos(1));
        checks.wholeSeconds("d", Duration.ofSeconds(3));
        assertThat(told()).isEmpty();
        checks.duration("d", Duration.ofNanos(-1));
        checks.duration("d", Duration.ofDays(365).plusNanos(1));
        checks.rate("r", 1e7 + 1);
        checks.positive("d", Duration.ZERO);
        checks.positive("d", Duration.ofNanos(-1));
        checks.wholeSeconds("d", Duration.ofNanos(1));
        assertThat(told()).hasSize(6);
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndItsThing() {
        checks.wrong("", "bad");
        checks.in("part").wrong("k", "worse");
        checks.about("other/0", "the other").wrong("k", "worst");
        assertThat(told()).containsExactly("/a: it: bad", "/a/part/k: it: worse", "/a/other/0/k: the other: worst");
        assertThat(List.of(
                        checks.part(),
                        checks.in("part").part(),
                        checks.about("x", "y").part()))
                .containsExactly("", "part", "");
    }
}
