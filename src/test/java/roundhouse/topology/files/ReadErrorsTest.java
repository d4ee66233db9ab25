package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.json.Problem;

/** Every mistake gets one clear message: where, what was found, what is allowed, what was probably meant. */
public final class ReadErrorsTest {
    private static final String SOUND = """
            {
              "format": 1,
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1000/s" } },
                { "id": "lb", "kind": "load-balancer" },
                { "id": "s1", "kind": "server", "service": "3ms" }
              ],
              "links": [
                { "from": "users", "to": "lb" },
                { "from": "lb", "to": "s1" }
              ],
              "scenario": [
                { "at": "10s", "crash": "s1" }
              ], "expect": [ "failed < 1%" ],
              "layout": { "users": [60, 120] }
            }
            """;

    @Test
    void thatWhichIsBrokenBelowIsSound() {
        assertThat(problems(SOUND)).isEmpty();
    }

    /** One change to the sound text, and the one problem that comes of it. */
    @ParameterizedTest
    @MethodSource({
        "roundhouse.topology.files.MistakesInValues#unknownNames",
        "roundhouse.topology.files.MistakesInValues#missing",
        "roundhouse.topology.files.MistakesInValues#durationsAndRates",
        "roundhouse.topology.files.MistakesInValues#numbers",
        "roundhouse.topology.checks.MistakesInMeaning#shapes",
        "roundhouse.topology.checks.MistakesInExpectations#shapes",
        "roundhouse.topology.checks.MistakesInExpectations#units"
    })
    void saysWhatIsWrong(String found, String replacement, String problem) {
        assertThat(problems(broken(found, replacement))).containsExactly(problem);
    }

    public static String broken(String found, String replacement) {
        assertThat(SOUND).contains(found);
        int at = SOUND.indexOf(found);
        return SOUND.substring(0, at) + replacement + SOUND.substring(at + found.length());
    }

    @ParameterizedTest
    @MethodSource
    void wholeTexts(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    public static Stream<Arguments> wholeTexts() {
        return Stream.of(
                arguments("", "the file is empty; a topology is a JSON object"),
                arguments("  \n ", "the file is empty; a topology is a JSON object"),
                arguments(
                        "hello",
                        "line 1: this is not JSON: unrecognized token 'hello': expected a text, a number, a list, an object, true, false or null"),
                arguments("{", "line 1: the file is cut short: it ends in the middle of the topology"),
                arguments("[1,2]", "line 1: found a list; a topology is an object, { … }"),
                arguments("42", "line 1: found 42; a topology is an object, { … }"),
                arguments("{}", "line 1: a topology needs \"format\", like \"format\": 1"),
                arguments(
                        "{ \"format\": 7 }",
                        "line 1, /format: format 7 is newer than this program reads (1); open it with a newer Roundhouse"),
                arguments("{ \"format\": 0 }", "line 1, /format: format is 0; this program reads format 1"),
                arguments("{ \"format\": \"1\" }", "line 1, /format: format is \"1\"; this program reads format 1"),
                arguments("{ \"format\": NaN }", "line 1: this is not JSON: no number is called NaN"),
                arguments(
                        "{ \"format\": 1, }",
                        "line 1: this is not JSON: unexpected character ('}'): expected double-quote to start property name"),
                arguments(
                        "{ \"format\": 1 \"seed\": 2 }",
                        "line 1: this is not JSON: unexpected character ('\"'): expected comma to separate Object entries"),
                arguments(
                        "{ 'format': 1 }",
                        "line 1: this is not JSON: unexpected character ('''): expected double-quote to start property name"),
                arguments(
                        "// mine\n{ \"format\": 1 }",
                        "line 1: this is not JSON: unexpected character ('/'): JSON has no comments"),
                arguments(
                        "{ \"format\": 1,\n  \"format\": 1 }",
                        "line 2, /format: \"format\" is given twice, first on line 1; a key is allowed once"),
                arguments(
                        "<html>",
                        "line 1: this is not JSON: unexpected character ('<'): expected a text, a number, a list, an object, true, false or null"),
                arguments(
                        "\0\1",
                        "line 1: this is not JSON: illegal character with code 0: only regular white space (\\r, \\n, \\t) is allowed between tokens"),
                arguments("{ \"name\": \"\\q\" }", "line 1: this is not JSON: unrecognized character escape 'q'"),
                arguments("{ \"seed\": tru", "line 1: the file is cut short: it ends in the middle of the topology"),
                arguments("{ \"seed\": 1.", "line 1: the file is cut short: it ends in the middle of the topology"),
                arguments(
                        "{ \"seed\": 01 }",
                        "line 1: this is not JSON: invalid numeric value: Leading zeroes not allowed"),
                arguments(
                        "{ \"seed\": +1 }",
                        "line 1: this is not JSON: unexpected character ('+') in numeric value: JSON spec does not allow numbers to have plus signs"),
                arguments("{ ]", "line 1: this is not JSON: unexpected close marker ']': expected '}'"),
                arguments(
                        "{ \"format\": 1 } x",
                        "line 1: this is not JSON: unrecognized token 'x': expected a text, a number, a list, an object, true, false or null"),
                arguments("{ \"format\": 1 }\n{ }", "line 2: there is more text after the end of the topology"));
    }

    @Test
    void aTextThatWasCutSaysSo() {
        for (int length = 1; length < SOUND.stripTrailing().length(); length++) {
            String cut = SOUND.substring(0, length);
            long line = 1 + cut.stripTrailing().chars().filter(c -> c == '\n').count();
            assertThat(problems(cut))
                    .as("cut after %d characters", length)
                    .containsExactly("line " + line + ": the file is cut short: it ends in the middle of the topology");
        }
    }

    @Test
    void depthHasAnEnd() {
        assertThat(problems("[".repeat(1_000_000)))
                .containsExactly("line 1: nested more than 32 levels deep; a topology needs fewer than 10");
        assertThat(problems("{\"a\":".repeat(100_000)))
                .singleElement()
                .asString()
                .endsWith("nested more than 32 levels deep; a topology needs fewer than 10");
    }

    @Test
    void longTextsAndNumbersHaveAnEnd() {
        String message = "a text or a number is far too long for a topology";
        assertThat(problems("{ \"seed\": " + "1".repeat(10_000) + " }"))
                .singleElement()
                .asString()
                .endsWith(message);
        assertThat(problems("{ \"name\": \"" + "x".repeat(1_000_000) + "\" }"))
                .singleElement()
                .asString()
                .endsWith(message);
    }

    @Test
    void aCycleOfLoadBalancersIsNamed() {
        String text = """
                { "format": 1,
                  "nodes": [ { "id": "a", "kind": "load-balancer" },
                             { "id": "b", "kind": "load-balancer" },
                             { "id": "c", "kind": "load-balancer" } ],
                  "links": [ { "from": "a", "to": "b" },
                             { "from": "b", "to": "c" },
                             { "from": "c", "to": "b" } ] }
                """;
        assertThat(problems(text))
                .containsExactly(
                        "line 7, /links/2: load balancers send requests in a circle: b → c → b; a request would never arrive");
    }

    @Test
    void severalMistakesAreToldInTheOrderOfTheText() {
        assertThat(problems(SOUND.replace("1000/s", "x").replace("3ms", "y").replace("10s", "z")))
                .containsExactly(
                        "line 4, /nodes/0/arrivals/rate: \"rate\": found \"x\"; a rate is written like \"1000/s\"",
                        "line 6, /nodes/2/service: \"service\": found \"y\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"",
                        "line 13, /scenario/0/at: \"at\": found \"z\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"");
    }

    @Test
    void nonsenseDoesNotFillTheScreen() {
        assertThat(problems("{ \"format\": 1, \"nodes\": [" + "1,".repeat(1_000_000) + "1] }"))
                .hasSize(100);
    }

    private static List<String> problems(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read _ -> List.of();
            case ReadResult.Refused refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }
}
