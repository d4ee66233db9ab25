package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.types.RecordTrial;

/** What a rule looks at, and which rules make no sense. */
final class RoutingRulesTest {
    private static final String CONDITIONS =
            "a rule needs \"path\", like \"/api/*\" (or a \"host\", \"method\", \"header\", \"cookie\" or \"query\")";

    private final RecordTrial<Rule> rules = new RecordTrial<>(Rule.SETTINGS);

    private Rule rule(String conditions) {
        return rules.read("{ " + conditions + ", \"pool\": \"api\" }");
    }

    private List<String> refusal(String conditions) {
        return rules.refusal("{ " + conditions + ", \"pool\": \"api\" }");
    }

    @Test
    void aRuleOfOneConditionIsThatCondition() {
        assertThat(rule("\"host\": \"*.example\"").match()).isEqualTo(new RequestMatch.Host("*.example"));
        assertThat(rule("\"method\": \"POST\"").match()).isEqualTo(new RequestMatch.Method("POST"));
        assertThat(rule("\"path\": \"/api/*\"").match()).isEqualTo(new RequestMatch.Path("/api/*"));
        assertThat(rule("\"header\": \"x-plan\", \"value\": \"gold\"").match())
                .isEqualTo(new RequestMatch.Header("x-plan", "gold"));
        assertThat(rule("\"cookie\": \"beta\", \"value\": \"1\"").match())
                .isEqualTo(new RequestMatch.Cookie("beta", "1"));
        assertThat(rule("\"query\": \"lang\", \"value\": \"de\"").match())
                .isEqualTo(new RequestMatch.Query("lang", "de"));
    }

    @Test
    void severalConditionsMustHoldTogether() {
        assertThat(
                        rule("\"host\": \"shop.example\", \"method\": \"GET\", \"path\": \"/a\", \"query\": \"q\", \"value\": \"\"")
                                .match())
                .isEqualTo(new RequestMatch.All(List.of(
                        new RequestMatch.Host("shop.example"),
                        new RequestMatch.Method("GET"),
                        new RequestMatch.Path("/a"),
                        new RequestMatch.Query("q", ""))));
    }

    @Test
    void aRuleIsMadeOfItsConditionAndItsPool() {
        assertThat(Rule.path("/api/*", "api")).isEqualTo(rule("\"path\": \"/api/*\""));
        assertThat(Rule.header("x-plan", "gold", "api")).isEqualTo(rule("\"header\": \"x-plan\", \"value\": \"gold\""));
        assertThat(Rule.cookie("beta", "1", "api")).isEqualTo(rule("\"cookie\": \"beta\", \"value\": \"1\""));
    }

    @Test
    void aValueIsOfTheHeaderTheCookieOrTheParameter() {
        Rule none = Rule.path("/a", "api");
        assertThat(none.named()).isNull();
        assertThat(none.with(Rule.HEADER, "h").named()).isEqualTo(Rule.HEADER);
        assertThat(none.with(Rule.COOKIE, "c").named()).isEqualTo(Rule.COOKIE);
        assertThat(none.with(Rule.QUERY, "q").named()).isEqualTo(Rule.QUERY);
        assertThat(rules.shown(none)).doesNotContain("value");
        assertThat(rules.shown(none.with(Rule.QUERY, "q"))).contains("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"host\": \"shop.example\"",
                "\"host\": \"*\"",
                "\"method\": \"PATCH\"",
                "\"path\": \"/\"",
                "\"path\": \"/a/*/b\"",
                "\"header\": \"x-plan\", \"value\": \"gold\"",
                "\"cookie\": \"beta\", \"value\": \"\"",
                "\"query\": \"lang\", \"value\": \"de\"",
                "\"path\": \"/a\", \"cookie\": \"beta\", \"value\": \"1\""
            })
    void isReadAsItIsWritten(String conditions) {
        assertThat(refusal(conditions)).isEmpty();
        assertThat(rules.written(rule(conditions))).isEqualTo("{ " + conditions + ", \"pool\": \"api\" }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "header": "h", "cookie": "c", "value": "1"             | /cookie | a rule looks at one header, cookie or parameter of the query; it has a header and a cookie
            "cookie": "c", "query": "q", "value": "1"              | /query  | a rule looks at one header, cookie or parameter of the query; it has a cookie and a query
            "header": "h", "query": "q", "value": "1"              | /query  | a rule looks at one header, cookie or parameter of the query; it has a header and a query
            "header": " ", "value": "1"                            | /header | the header's name is empty
            "cookie": "", "value": "1"                             | /cookie | the cookie's name is empty
            "query": "  ", "value": "1"                            | /query  | the query's name is empty
            "path": "/a", "value": "1"                             | /value  | value belongs to a header, a cookie or a query, and the rule has none
            "header": "h"                                          | /header | a header rule needs "value", like "gold"
            "query": "q"                                           | /query  | a query rule needs "value", like "gold"
            "path": "a"                                            | /path   | path is "a"; a pattern begins with / and may have one *, like "/api/*"
            "path": "/*/*"                                         | /path   | path is "/*/*"; a pattern begins with / and may have one *, like "/api/*"
            "method": "get"                                        | /method | method is "get"; capital letters are allowed, like "GET"
            "host": "a*b"                                          | /host   | host is "a*b"; a name, "*." and the end of one, or the beginning of one and ".*" is allowed
            """)
    void whatDoesNotDoTogetherIsRefused(String conditions, String where, String reason) {
        assertThat(refusal(conditions)).containsExactly(where + " it: " + reason);
    }

    @Test
    void aRuleNeedsACondition() {
        assertThat(rules.refusal("{ \"pool\": \"api\" }")).containsExactly(" it: " + CONDITIONS);
        assertThat(refusal("\"value\": \"gold\""))
                .containsExactly(
                        "/value it: value belongs to a header, a cookie or a query, and the rule has none",
                        " it: " + CONDITIONS);
    }

    @Test
    void aPathHasOneLine() {
        assertThat(refusal("\"path\": \"/a\\nb\""))
                .containsExactly("/path it: path is \"/a\\u000ab\"; one line of at most 1,000 characters is allowed");
    }
}
