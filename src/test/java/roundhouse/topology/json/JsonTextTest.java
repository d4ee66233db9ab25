package roundhouse.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON values out of texts, with their lines, and back. */
class JsonTextTest {
    private static Json read(String text) {
        return ((JsonText.Result.Value) JsonText.parse(text)).json();
    }

    private static String refusal(String text) {
        return ((JsonText.Result.Wrong) JsonText.parse(text)).problem().toString();
    }

    private static Json field(Json value, String key) {
        return ((Json.Obj) value).fields().getOrDefault(key, new Json.Null(-1));
    }

    @Test
    void eachValueRemembersItsLine() {
        Json read = read("{ \"a\": 1.50,\n \"b\": [true,\n false, null],\n \"c\": {\n \"d\": \"x\" } }");
        assertThat(read.line()).isEqualTo(1);
        assertThat(field(read, "a")).isEqualTo(new Json.Num(1, "1.50"));
        assertThat(field(read, "b"))
                .isEqualTo(new Json.Arr(2, List.of(new Json.Bool(2, true), new Json.Bool(3, false), new Json.Null(3))));
        assertThat(field(read, "c").line()).isEqualTo(4);
        assertThat(field(field(read, "c"), "d")).isEqualTo(new Json.Text(5, "x"));
    }

    @Test
    void aPointerHasTheLineOfTheNearestThingThatIsThere() {
        Json read = read("{\n \"a/b\": [\n 1,\n { \"c~d\": 2 } ] }");
        assertThat(Json.lineOf(read, "/a~1b/1/c~0d")).isEqualTo(4);
        assertThat(Json.lineOf(read, "/a~1b/0")).isEqualTo(3);
        assertThat(Json.lineOf(read, "/a~1b/2")).as("no such item").isEqualTo(2);
        assertThat(Json.lineOf(read, "/a~1b/x")).isEqualTo(2);
        assertThat(Json.lineOf(read, "/nothing")).isEqualTo(1);
        assertThat(Json.lineOf(read, "")).isEqualTo(1);
        assertThat(Json.step(Json.step("", "a/b~"), 3)).isEqualTo("/a~1b~0/3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"a\": [1, -2.5, \"x\\n\\\"\"], \"b\": { \"c\": true, \"d\": null } }",
                "{}",
                "[]",
                "[{ \"a\": [] }, [[]]]"
            })
    void isPrintedOnALineAsItWasRead(String text) {
        assertThat(JsonPrinter.printLine(read(text))).isEqualTo(text);
    }

    @Test
    void isPrintedWithAnEntryALineWhereThatIsAsked() {
        Json.Obj root = (Json.Obj)
                read(
                        "{ \"name\": \"x\", \"nodes\": [{ \"id\": \"a\" }, { \"id\": \"b\" }], \"links\": [], \"layout\": { \"a\": [1, 2] } }");
        assertThat(JsonPrinter.print(root)).isEqualTo("""
                {
                  "name": "x",
                  "nodes": [
                    { "id": "a" },
                    { "id": "b" }
                  ],
                  "links": [],
                  "layout": {
                    "a": [1, 2]
                  }
                }
                """);
    }

    /** A line has at most 140 characters, its indent too. */
    @Test
    void whatIsTooLongForALineIsBroken() {
        String fits = "x".repeat(140 - 2 - "[\"\", \"\"]".length());
        Json.Obj root = new JsonBuilder()
                .put("fits", JsonBuilder.array(List.of(JsonBuilder.text(fits), JsonBuilder.text(""))))
                .put("long", JsonBuilder.array(List.of(JsonBuilder.text(fits + "y"), JsonBuilder.text(""))))
                .put(
                        "object",
                        new JsonBuilder().put("a", "z".repeat(140)).put("b", 1).build())
                .put("text", "t".repeat(200))
                .build();
        assertThat(JsonPrinter.print(root)).isEqualTo("""
                {
                  "fits": ["%s", ""],
                  "long": [
                    "%sy",
                    ""
                  ],
                  "object": {
                    "a": "%s",
                    "b": 1
                  },
                  "text": "%s"
                }
                """.formatted(fits, fits, "z".repeat(140), "t".repeat(200)));
    }

    @Test
    void whatIsBrokenWithinIsIndentedFurther() {
        Json text = JsonBuilder.text("x".repeat(140));
        Json.Obj root = new JsonBuilder()
                .put(
                        "o",
                        new JsonBuilder()
                                .put("p", JsonBuilder.array(List.of(text)))
                                .build())
                .put("a", JsonBuilder.array(List.of(JsonBuilder.array(List.of(text)))))
                .build();
        assertThat(JsonPrinter.print(root)).isEqualTo("""
                {
                  "o": {
                    "p": [
                      "%1$s"
                    ]
                  },
                  "a": [
                    [
                      "%1$s"
                    ]
                  ]
                }
                """.formatted("x".repeat(140)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | the file is empty; a topology is a JSON object
            ` ` | the file is empty; a topology is a JSON object
            {} x | line 1: this is not JSON: unrecognized token 'x': expected a text, a number, a list, an object, true, false or null
            {} {} | line 1: there is more text after the end of the topology
            { "a": 1, "a": 2 } | line 1, /a: "a" is given twice, first on line 1; a key is allowed once
            { "a": tru | line 1: the file is cut short: it ends in the middle of the topology
            { "a": 1. | line 1: the file is cut short: it ends in the middle of the topology
            { "a": [1, | line 1: the file is cut short: it ends in the middle of the topology
            [tru | line 1: this is not JSON: unrecognized token 'tru': expected a text, a number, a list, an object, true, false or null
            { "a": trx } | line 1: this is not JSON: unrecognized token 'trx': expected a text, a number, a list, an object, true, false or null
            { "a": NaN } | line 1: this is not JSON: no number is called NaN
            """)
    void saysWhyATextIsNoJson(String text, String reason) {
        assertThat(refusal(text)).isEqualTo(reason);
    }

    @Test
    void aCutTextSaysItsLastLine() {
        assertThat(refusal("{ \"a\":\n\n [1,\n\n ")).startsWith("line 3: the file is cut short");
        assertThat(refusal("{ \"a\":\n }")).startsWith("line 2: this is not JSON: unexpected character ('}')");
    }

    @Test
    void depthAndNumberOfValuesHaveAnEnd() {
        assertThat(read("[".repeat(33) + "]".repeat(33))).isInstanceOf(Json.Arr.class);
        assertThat(refusal("[".repeat(34) + "]".repeat(34)))
                .isEqualTo("line 1: nested more than 32 levels deep; a topology needs fewer than 10");
        assertThat(refusal("{\"a\":".repeat(34) + "1" + "}".repeat(34)))
                .endsWith("nested more than 32 levels deep; a topology needs fewer than 10");
        assertThat(read("[" + "1,".repeat(1_999_998) + "1]")).isInstanceOf(Json.Arr.class);
        assertThat(refusal("[" + "1,".repeat(1_999_999) + "1]"))
                .isEqualTo("line 1: more than 2,000,000 values; this is too large for a topology");
        assertThat(refusal("{ \"a\":\n\"" + "x".repeat(100_001) + "\" }"))
                .endsWith("a text or a number is far too long for a topology");
    }

    @Test
    void aValueIsShownOnOneShortLine() {
        assertThat(Json.shown(read("{}"))).isEqualTo("an object");
        assertThat(Json.shown(read("[]"))).isEqualTo("a list");
        assertThat(Json.shown(new Json.Null(1))).isEqualTo("null");
        assertThat(Json.shown(new Json.Bool(1, true))).isEqualTo("true");
        assertThat(Json.shown(new Json.Num(1, "1".repeat(40)))).isEqualTo("1".repeat(40));
        assertThat(Json.shown(new Json.Num(1, "1".repeat(41)))).isEqualTo("1".repeat(37) + "...");
        assertThat(Json.quoted("a\nb\u202e")).isEqualTo("\"a\\u000ab\\u202e\"");
    }

    @Test
    void aBuilderPutsWhatItIsGiven() {
        Json.Obj built = new JsonBuilder()
                .put("text", "x")
                .put("number", 2)
                .put("time", java.time.Duration.ofMillis(5))
                .texts("none", java.util.Map.of())
                .texts("some", java.util.Map.of("k", "v"))
                .build();
        assertThat(JsonPrinter.printLine(built))
                .isEqualTo("{ \"text\": \"x\", \"number\": 2, \"time\": \"5ms\", \"some\": { \"k\": \"v\" } }");
    }
}
