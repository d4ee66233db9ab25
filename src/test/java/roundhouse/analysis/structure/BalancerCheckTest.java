package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.analysis.structure.CheckedSystems.BALANCER;
import static roundhouse.analysis.structure.CheckedSystems.SERVER;
import static roundhouse.analysis.structure.CheckedSystems.USERS;
import static roundhouse.analysis.structure.CheckedSystems.clients;
import static roundhouse.analysis.structure.CheckedSystems.findings;
import static roundhouse.analysis.structure.CheckedSystems.rate;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the structure check says of links that cannot be picked, of pools and of rules. */
final class BalancerCheckTest {
    @Test
    void nothingThatMayBePicked() {
        assertThat(findings(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1 \"down\": true"))
                .containsExactly("error: lb: all its links are marked down");
        assertThat(findings(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1 \"weight\": 0"))
                .containsExactly("error: lb: all its links that are up have weight 0, so none is ever picked");
        assertThat(findings(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1 \"backup\": true"))
                .containsExactly("warning: lb: only backups can be picked");
    }

    @Test
    void poolsAndRules() {
        String rules = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"rules\": ["
                + " { \"path\": \"/api/*\", \"pool\": \"api\" }, { \"path\": \"/old\", \"pool\": \"old\" } ] }";
        assertThat(findings(
                        USERS + "," + rules + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1 \"pool\": \"api\"",
                        "lb s2 \"pool\": \"new\""))
                .containsExactly(
                        "error: lb: a rule names the pool old, but no link is in it",
                        "warning: lb: no link is in the pool default, so requests that match no rule are refused",
                        "warning: lb → s2: is in the pool new, which no rule of lb names");
        assertThat(findings(
                        USERS + "," + rules.replace("/old", "/*") + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1 \"pool\": \"api\"",
                        "lb s2 \"pool\": \"old\""))
                .isEmpty();
        assertThat(findings(
                        clients(
                                        rate("1000/s")
                                                + ", \"requests\": [ { \"path\": \"/api/x\", \"share\": 3 }, { \"path\": \"/\" } ]")
                                + "," + rules.replace("old", "default") + "," + SERVER + ","
                                + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1 \"pool\": \"api\"",
                        "lb s2"))
                .containsExactly(
                        "error: s1: no capacity: offered 750 requests/s, can serve 500, so its queue never ends");
    }

    private static List<String> ruled(String order, String requests, String rules) {
        String users = USERS.replace("\"arrivals\"", "\"requests\": [" + requests + "], \"arrivals\"");
        String balancer = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", " + order + "\"rules\": [" + rules + "] }";
        return findings(
                users + "," + balancer + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                "users lb",
                "lb s1 \"pool\": \"api\"",
                "lb s2");
    }

    @Test
    void aRuleThatCanNeverMatch() {
        String api = "{ \"path\": \"/api/*\", \"pool\": \"api\" }";
        String v2 = "{ \"host\": \"shop.example\", \"path\": \"/api/v2/*\", \"pool\": \"api\" }";
        String requests = "{ \"path\": \"/api/v2/x\", \"host\": \"shop.example\" }, { \"path\": \"/api/x\" }";
        assertThat(ruled("", requests, v2 + "," + api)).isEmpty();
        assertThat(ruled("", requests, api + "," + v2))
                .containsExactly(
                        "warning: lb: the rule host shop.example, path /api/v2/* → pool api can never match, for all"
                                + " its requests come under path /api/* → pool api");
        assertThat(ruled("\"rule-order\": \"longest-prefix\", ", requests, api + "," + v2))
                .isEmpty();
    }
}
