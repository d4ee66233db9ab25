package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the structure check says of calls between servers. */
class CallsCheckTest {
    /** Users wait a second for web, which calls orders over a balancer, which call stock. */
    private static List<String> findings(String users, String web, String orders, String moreLinks) {
        String text = """
            { "format": 1,
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "50/s" }%s },
                         { "id": "web", "kind": "server", "service": "3ms", "calls": [ %s ] },
                         { "id": "lb", "kind": "load-balancer" },
                         { "id": "orders", "kind": "server", "service": "3ms", "calls": [ %s ] },
                         { "id": "stock", "kind": "server", "service": "3ms" } ],
              "links": [ { "from": "users", "to": "web" }, { "from": "web", "to": "lb" }, { "from": "lb", "to": "orders" }%s ] }
            """.formatted(users, web, orders, moreLinks);
        return CheckedSystems.findings(CheckedSystems.read(text));
    }

    private static final String TO_STOCK = ", { \"from\": \"orders\", \"to\": \"stock\" }";

    @Test
    void aCallWithoutALinkAndALinkWithoutACall() {
        assertThat(findings("", "{ \"to\": \"lb\" }", "{ \"to\": \"stock\" }", TO_STOCK))
                .isEmpty();
        assertThat(findings("", "{ \"to\": \"lb\" }, { \"to\": \"stock\" }", "", TO_STOCK))
                .containsExactly(
                        "error: web: calls stock, to which no link leads from it, so every such call fails",
                        "warning: orders: no call uses its link to stock");
    }

    @Test
    void anInnerTimeoutLongerThanTheOuterOne() {
        assertThat(findings(
                        ", \"timeout\": \"1s\"",
                        "{ \"to\": \"lb\", \"timeout\": \"2s\" }",
                        "{ \"to\": \"stock\", \"timeout\": \"500ms\" }",
                        TO_STOCK))
                .containsExactly(
                        "warning: users: waits 1s for web, which waits 2s for lb: what comes later is work for nobody");
        assertThat(findings(
                        ", \"timeout\": \"3s\"",
                        "{ \"to\": \"lb\", \"timeout\": \"2s\" }",
                        "{ \"to\": \"stock\", \"timeout\": \"1s\", \"retries\": { \"attempts\": 3, \"backoff\": \"100ms\" } }",
                        TO_STOCK))
                .containsExactly(
                        "warning: web: waits 2s for orders, which waits up to 3300ms (1s an attempt) for stock: what comes later is work for nobody");
        assertThat(findings(", \"timeout\": \"3s\"", "{ \"to\": \"lb\" }", "", ""))
                .contains(
                        "note: users: waits 3s for web, which waits without end for lb: what comes later is work for nobody");
    }

    /** Fifty requests, each with nine calls in two of three cases, are 300 calls a second; 333 can be served. */
    @Test
    void callsAreOfferedToWhomTheyGoTo() {
        String calls = "{ \"to\": \"stock\", \"count\": 9, \"share\": 0.667 }";
        assertThat(findings("", "{ \"to\": \"lb\" }", calls, TO_STOCK))
                .containsExactly("note: stock: offered 300 requests/s, can serve 333: 90 % busy, expect long queues");
        assertThat(findings("", "{ \"to\": \"lb\" }", calls.replace("9", "10"), TO_STOCK))
                .containsExactly(
                        "error: stock: no capacity: offered 334 requests/s, can serve 333, so its queue never ends");
    }
}
