package roundhouse.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
    private final RequestRules rules = new RequestRules(List.of(
            new RequestMatch.Path("/health"),
            new RequestMatch.Path("/api/*"),
            new RequestMatch.Header("X-Tenant", "acme"),
            new RequestMatch.Cookie("beta", "yes"),
            new RequestMatch.Path("*")));

    private static RequestKind path(String path) {
        return new RequestKind(path, Map.of(), Map.of());
    }

    @Test
    void pathMatchesWholeOrByPrefix() {
        assertThat(rules.match(path("/health"), true)).isEqualTo(0);
        assertThat(rules.match(path("/healthy"), true)).isEqualTo(4);
        assertThat(rules.match(path("/api/users"), true)).isEqualTo(1);
        assertThat(rules.match(path("/api/"), true)).isEqualTo(1);
        assertThat(rules.match(path("/api"), true)).isEqualTo(4);
    }

    @Test
    void headerNamesIgnoreCaseAndValuesDoNot() {
        assertThat(rules.match(new RequestKind("/", Map.of("x-tenant", "acme"), Map.of()), true))
                .isEqualTo(2);
        assertThat(rules.match(new RequestKind("/", Map.of("x-tenant", "ACME"), Map.of()), true))
                .isEqualTo(4);
    }

    @Test
    void theFirstMatchWins() {
        RequestKind all = new RequestKind("/api/x", Map.of("x-tenant", "acme"), Map.of("beta", "yes"));
        assertThat(rules.match(all, true)).isEqualTo(1);
        assertThat(rules.match(new RequestKind("/", Map.of(), Map.of("beta", "yes")), true))
                .isEqualTo(3);
    }

    @Test
    void noRuleIsSaidSo() {
        assertThat(new RequestRules(List.of()).match(path("/"), true)).isEqualTo(RequestRules.NO_RULE);
        assertThat(new RequestRules(List.of(new RequestMatch.Path("/a"))).match(path("/b"), true))
                .isEqualTo(RequestRules.NO_RULE);
    }

    @Test
    void moreKindsThanAreRememberedStillMatchRight() {
        RequestKind[] kinds = new RequestKind[3_000];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = path(i % 2 == 0 ? "/api/" + i : "/" + i);
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < kinds.length; i++) {
                assertThat(rules.match(kinds[i], true)).isEqualTo(i % 2 == 0 ? 1 : 4);
            }
        }
    }

    private static RequestKind at(String host, String path) {
        return new RequestKind(host, null, path, Map.of(), Map.of());
    }

    private static int match(RequestMatch match, RequestKind kind) {
        return new RequestRules(List.of(match)).match(kind, true);
    }

    @Test
    void hostsMatchByNameOrByEitherEnd() {
        assertThat(match(new RequestMatch.Host("Shop.example"), at("shop.EXAMPLE:8443", "/")))
                .isZero();
        assertThat(match(new RequestMatch.Host("shop.example"), at("www.shop.example", "/")))
                .isEqualTo(-1);
        assertThat(match(new RequestMatch.Host("*.shop.example"), at("www.shop.example", "/")))
                .isZero();
        assertThat(match(new RequestMatch.Host("*.shop.example"), at("a.b.shop.example", "/")))
                .isZero();
        assertThat(match(new RequestMatch.Host("*.shop.example"), at("shop.example", "/")))
                .isEqualTo(-1);
        assertThat(match(new RequestMatch.Host("shop.*"), at("shop.org", "/"))).isZero();
        assertThat(match(new RequestMatch.Host("shop.*"), at("shopping.org", "/")))
                .isEqualTo(-1);
        assertThat(match(new RequestMatch.Host("*"), at("any", "/"))).isZero();
        assertThat(match(new RequestMatch.Host("*"), path("/"))).isEqualTo(-1);
    }

    @Test
    void theHostIsAHeader() {
        RequestKind kind = new RequestKind("/", Map.of("host", "shop.example:80"), Map.of());
        assertThat(match(new RequestMatch.Host("shop.example"), kind)).isZero();
        assertThat(match(new RequestMatch.Header("Host", "shop.example"), at("shop.example", "/")))
                .isZero();
    }

    @Test
    void withoutAStatedMethodReadsGetAndWritesPost() {
        RequestRules posts = new RequestRules(List.of(new RequestMatch.Method("POST"), new RequestMatch.Method("GET")));
        assertThat(posts.match(path("/"), true)).isEqualTo(1);
        assertThat(posts.match(path("/"), false)).isEqualTo(0);
        assertThat(posts.match(path("/").by("POST"), true)).isEqualTo(0);
        assertThat(posts.match(path("/").by("DELETE"), false)).isEqualTo(-1);
        assertThat(path("/").by("HEAD").reads()).isTrue();
        assertThat(path("/").by("DELETE").reads()).isFalse();
        assertThat(path("/").reads()).isNull();
    }

    @Test
    void aQueryIsNoPartOfThePath() {
        RequestKind search = path("/search?q=shoes&debug&page=2");
        assertThat(match(new RequestMatch.Path("/search"), search)).isZero();
        assertThat(match(new RequestMatch.Query("q", "shoes"), search)).isZero();
        assertThat(match(new RequestMatch.Query("debug", ""), search)).isZero();
        assertThat(match(new RequestMatch.Query("page", "3"), search)).isEqualTo(-1);
        assertThat(match(new RequestMatch.Query("q", "shoes"), path("/search"))).isEqualTo(-1);
    }

    /** nginx's documentation of location: / is any, /documents/ longer, = exact. */
    @Test
    void theLongestPrefixWinsAsInNginx() {
        RequestRules locations = new RequestRules(
                List.of(
                        new RequestMatch.Path("/*"),
                        new RequestMatch.Path("/documents/*"),
                        new RequestMatch.Path("/"),
                        new RequestMatch.Path("/documents/1.*"),
                        new RequestMatch.Path("/documents/*")),
                RequestRules.Order.LONGEST_PREFIX);
        assertThat(locations.match(path("/"), true)).isEqualTo(2);
        assertThat(locations.match(path("/index.html"), true)).isEqualTo(0);
        assertThat(locations.match(path("/documents/document.html"), true)).isEqualTo(1);
        assertThat(locations.match(path("/documents/1.jpg"), true)).isEqualTo(3);
    }

    /** nginx's documentation of server_name: the exact name, the longest with a leading star, the longest with a closing star. */
    @Test
    void theHostComesBeforeThePath() {
        RequestRules servers = new RequestRules(
                List.of(
                        new RequestMatch.Host("www.*"),
                        new RequestMatch.Host("*.example"),
                        new RequestMatch.Host("*.shop.example"),
                        new RequestMatch.Host("www.shop.example"),
                        new RequestMatch.Path("/a/very/long/path/indeed"),
                        new RequestMatch.All(
                                List.of(new RequestMatch.Host("*.shop.example"), new RequestMatch.Path("/api/*")))),
                RequestRules.Order.LONGEST_PREFIX);
        assertThat(servers.match(at("www.shop.example", "/api/x"), true)).isEqualTo(3);
        assertThat(servers.match(at("my.shop.example", "/api/x"), true)).isEqualTo(5);
        assertThat(servers.match(at("my.shop.example", "/"), true)).isEqualTo(2);
        assertThat(servers.match(at("www.example", "/a/very/long/path/indeed"), true))
                .isEqualTo(1);
        assertThat(servers.match(at("www.org", "/a/very/long/path/indeed"), true))
                .isEqualTo(0);
        assertThat(servers.match(at("org", "/a/very/long/path/indeed"), true)).isEqualTo(4);
    }

    private static int covering(RequestRules.Order order, RequestMatch... rules) {
        return new RequestRules(List.of(rules), order).covering(rules.length - 1);
    }

    private static RequestMatch all(RequestMatch... conditions) {
        return new RequestMatch.All(List.of(conditions));
    }

    @Test
    void aRuleBehindAWiderOneNeverMatches() {
        RequestMatch host = new RequestMatch.Host("*.shop.example");
        RequestMatch www = new RequestMatch.Host("www.shop.example");
        RequestMatch api = new RequestMatch.Path("/api/*");
        RequestMatch v2 = new RequestMatch.Path("/api/v2/*");
        RequestMatch post = new RequestMatch.Method("POST");
        assertThat(covering(RequestRules.Order.FIRST, api, v2)).isZero();
        assertThat(covering(RequestRules.Order.FIRST, v2, api)).isEqualTo(-1);
        assertThat(covering(RequestRules.Order.FIRST, api, new RequestMatch.Path("/api/x")))
                .isZero();
        assertThat(covering(RequestRules.Order.FIRST, new RequestMatch.Path("/api/x"), v2))
                .isEqualTo(-1);
        assertThat(covering(RequestRules.Order.FIRST, api, new RequestMatch.Path("/api")))
                .isEqualTo(-1);
        assertThat(covering(RequestRules.Order.FIRST, host, www)).isZero();
        assertThat(covering(RequestRules.Order.FIRST, www, host)).isEqualTo(-1);
        assertThat(covering(RequestRules.Order.FIRST, new RequestMatch.Path("/*"), post))
                .isZero();
        assertThat(covering(RequestRules.Order.FIRST, api, all(host, v2))).isZero();
        assertThat(covering(RequestRules.Order.FIRST, all(post, host), all(www, post, v2)))
                .isZero();
        assertThat(covering(RequestRules.Order.FIRST, all(post, host), all(www, v2)))
                .isEqualTo(-1);
        assertThat(covering(RequestRules.Order.LONGEST_PREFIX, api, v2)).isEqualTo(-1);
        assertThat(covering(RequestRules.Order.LONGEST_PREFIX, api, all(api, post)))
                .isZero();
        assertThat(covering(RequestRules.Order.LONGEST_PREFIX, v2, v2)).isZero();
    }
}
