package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.types.TypeTrial;

/** Rules in a list: on lines of a form and as objects of a file. */
final class RuleLinesTest {
    private static final RuleItem ITEM = new RuleItem();

    private final TypeTrial<List<Rule>> lists = new TypeTrial<>(Rule.LIST_TYPE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path /api/* to api",
                "host *.shop.example to shop",
                "method POST to orders",
                "header x-plan = gold to gold",
                "cookie beta = 1 to canary",
                "query lang = de to de",
                "host shop.example method GET path /a header x-kind = \"two words\" to \"eu west\"",
                "cookie beta = \"\" to canary",
                "header \"to\" = to to to"
            })
    void aLineIsReadAsItIsWritten(String line) {
        Parsed<Rule> parsed = ITEM.parse(line);
        assertThat(parsed).isInstanceOf(Parsed.Value.class);
        String written = ITEM.line(((Parsed.Value<Rule>) parsed).value());
        assertThat(written).isEqualTo(line.replace("\"to\"", "to"));
        assertThat(ITEM.parse(written)).isEqualTo(parsed);
    }

    @Test
    void theConditionsOfALineStandInAnyOrder() {
        assertThat(ITEM.parse("cookie beta = 1 path /a host shop.example to canary"))
                .isEqualTo(ITEM.parse("host shop.example path /a cookie beta = 1 to canary"))
                .isEqualTo(new Parsed.Value<>(
                        Rule.cookie("beta", "1", "canary").with(Rule.PATH, "/a").with(Rule.HOST, "shop.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "to api",
                "path /a",
                "path /a api",
                "path /a at api",
                "path /a to",
                "path /a to api now",
                "path /a path /b to api",
                "colour red to api",
                "header x-plan to gold",
                "header x-plan = gold",
                "header x-plan = to gold",
                "header x-plan : gold to gold"
            })
    void whatIsNoRuleSaysHowOneIsWritten(String line) {
        assertThat(ITEM.parse(line))
                .isEqualTo(new Parsed.Wrong<>("found \"" + line + "\"; a rule is written like \"path /api/* to api\","
                        + " \"host *.shop.example method POST to orders\" or \"header x-plan = gold to gold\""));
    }

    @Test
    void theLinesOfTheExampleAreRules() {
        List<Parsed<Rule>> parsed = ITEM.example().lines().map(ITEM::parse).toList();
        assertThat(parsed)
                .containsExactly(
                        new Parsed.Value<>(Rule.path("/api/*", "api")),
                        new Parsed.Value<>(Rule.to("shop").with(Rule.HOST, "*.shop.example")),
                        new Parsed.Value<>(Rule.header("x-plan", "gold", "gold")),
                        new Parsed.Value<>(Rule.cookie("beta", "1", "canary")));
        assertThat(Rule.LIST_TYPE.allowed()).isEqualTo("a list of rules");
        assertThat(Rule.LIST_TYPE.parts()).containsExactly(Rule.SETTINGS);
    }

    @Test
    void aFileHasAnObjectForEach() {
        String text =
                "[{ \"path\": \"/api/*\", \"pool\": \"api\" }, { \"header\": \"x-plan\", \"value\": \"gold\", \"pool\": \"gold\" }]";
        List<Rule> rules = List.of(Rule.path("/api/*", "api"), Rule.header("x-plan", "gold", "gold"));
        assertThat(lists.read(text)).isEqualTo(rules);
        assertThat(lists.written(rules)).isEqualTo(text);
        assertThat(lists.checked(rules)).isEmpty();
        assertThat(lists.schema())
                .startsWith("{ \"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/rule\" } }")
                .contains("\"rule\": { \"description\": \"Which pool a request goes to");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ["/api/*"]                                             | found "/api/*"; a rule is an object, { … }
            [{ "header": "x-plan", "pool": "api" }]                | a header rule needs "value", like "gold"
            [{ "cookie": "beta", "pool": "api" }]                  | a cookie rule needs "value", like "gold"
            [{ "query": "lang", "pool": "api" }]                   | a query rule needs "value", like "gold"
            [{ "pool": "api" }]                                    | a rule needs "path", like "/api/*" (or a "host", "method", "header", "cookie" or "query")
            [{ "paht": "/a", "pool": "api" }]                      | unknown key "paht"; did you mean "path"? A rule has host, method, path, header, cookie, query, value, pool
            [{ "header": "h", "valeu": "v", "pool": "api" }]       | unknown key "valeu"; did you mean "value"? A rule has host, method, path, header, cookie, query, value, pool
            [{ "path": "/a" }]                                     | a rule needs "pool", like "api"
            """)
    void whatIsNoRuleInAFileSaysWhy(String value, String reason) {
        assertThat(lists.refusal(value)).containsExactly(reason);
    }

    @Test
    void eachRuleOfAListIsChecked() {
        assertThat(lists.checked(List.of(Rule.path("/a", "api"), Rule.to("api"), Rule.path("a", "api"))))
                .containsExactly(
                        "it: a rule needs \"path\", like \"/api/*\" (or a \"host\", \"method\", \"header\", \"cookie\" or \"query\")",
                        "it: path is \"a\"; a pattern begins with / and may have one *, like \"/api/*\"");
    }
}
