package roundhouse.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.routing.RequestRules.Match;

class RequestRulesTest {
    private final RequestRules rules = new RequestRules(List.of(
            new Match.Path("/health"),
            new Match.Path("/api/*"),
            new Match.Header("X-Tenant", "acme"),
            new Match.Cookie("beta", "yes"),
            new Match.Path("*")));

    private static RequestKind path(String path) {
        return new RequestKind(path, Map.of(), Map.of());
    }

    @Test
    void pathMatchesWholeOrByPrefix() {
        assertThat(rules.match(path("/health"))).isEqualTo(0);
        assertThat(rules.match(path("/healthy"))).isEqualTo(4);
        assertThat(rules.match(path("/api/users"))).isEqualTo(1);
        assertThat(rules.match(path("/api/"))).isEqualTo(1);
        assertThat(rules.match(path("/api"))).isEqualTo(4);
    }

    @Test
    void headerNamesIgnoreCaseAndValuesDoNot() {
        assertThat(rules.match(new RequestKind("/", Map.of("x-tenant", "acme"), Map.of())))
                .isEqualTo(2);
        assertThat(rules.match(new RequestKind("/", Map.of("x-tenant", "ACME"), Map.of())))
                .isEqualTo(4);
    }

    @Test
    void theFirstMatchWins() {
        RequestKind all = new RequestKind("/api/x", Map.of("x-tenant", "acme"), Map.of("beta", "yes"));
        assertThat(rules.match(all)).isEqualTo(1);
        assertThat(rules.match(new RequestKind("/", Map.of(), Map.of("beta", "yes"))))
                .isEqualTo(3);
    }

    @Test
    void noRuleIsSaidSo() {
        assertThat(new RequestRules(List.of()).match(path("/"))).isEqualTo(RequestRules.NO_RULE);
        assertThat(new RequestRules(List.of(new Match.Path("/a"))).match(path("/b")))
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
                assertThat(rules.match(kinds[i])).isEqualTo(i % 2 == 0 ? 1 : 4);
            }
        }
    }
}
