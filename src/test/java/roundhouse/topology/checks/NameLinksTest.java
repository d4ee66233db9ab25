package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;

/** Who may ask for a name, whom it may stand for, and what clients that ask may be linked to beside. */
class NameLinksTest {
    private static final String NODES = """
            { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "1/s" } },
            { "id": "dns", "kind": "dns" },
            { "id": "dns-2", "kind": "dns", "checks": { "interval": "1s" } },
            { "id": "lb", "kind": "load-balancer" },
            { "id": "s1", "kind": "server", "service": "1ms" },
            { "id": "s2", "kind": "server", "service": "1ms" },
            { "id": "db", "kind": "database", "read": "1ms" }""";

    private static List<String> problems(String nodes, String... links) {
        String text = "{ \"format\": 1, \"name\": \"T\", \"nodes\": [" + nodes + "], \"links\": ["
                + List.of(links).stream()
                        .map(link -> "{ \"from\": \"" + link.replace(">", "\", \"to\": \"") + "\" }")
                        .collect(Collectors.joining(", "))
                + "] }";
        return TopologyFile.parse(text) instanceof ReadResult.Refused refused
                ? refused.problems().stream().map(Problem::message).toList()
                : List.of();
    }

    /** In whatever order they stand in the file. */
    @Test
    void clientsMayHaveLinksToWhomTheyAreNamed() {
        assertThat(problems(NODES, "users>dns", "dns>s1", "dns>lb", "users>s1", "users>lb", "lb>s2"))
                .isEmpty();
        assertThat(problems(NODES, "users>s1", "users>lb", "dns>s1", "dns>lb", "users>dns", "lb>s2"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s1>dns | the link from "s1" to "dns": dns is a DNS node, which only clients ask
            lb>dns | the link from "lb" to "dns": dns is a DNS node, which only clients ask
            dns>dns-2 | the link from "dns" to "dns-2": dns-2 is a DNS node, which only clients ask
            dns>users | the link from "dns" to "users": clients send requests and take none; links go to a load balancer or a server
            dns>db | the link from "dns" to "db": db is a database, which only servers and caches ask; a server between answers requests
            users>dns-2 | the link from "users" to "dns-2": users already asks dns for names
            users>s2 | the link from "users" to "s2": users asks dns where to send, which does not name s2; link dns to s2 first
            """)
    void othersAreRefused(String link, String message) {
        assertThat(problems(NODES, "users>dns", "dns>s1", link)).containsExactly(message);
    }

    @Test
    void nobodyCallsADnsNode() {
        String calling = NODES.replace(
                "\"id\": \"s1\", \"kind\": \"server\"",
                "\"id\": \"s1\", \"kind\": \"server\", \"calls\": [ { \"to\": \"dns\" } ]");
        assertThat(problems(calling, "users>s1"))
                .anyMatch(text -> text.contains("dns is asked for names by clients, and not called"));
    }

    @Test
    void checksOfADnsNodeBreakNothingOff() {
        String marking = NODES.replace("\"interval\": \"1s\"", "\"on-marked-down\": \"shutdown-sessions\"");
        assertThat(problems(marking, "users>dns", "dns>s1"))
                .anyMatch(text -> text.contains("on-marked-down and on-marked-up are for load balancers"));
    }

    @Test
    void theLeastTtlIsNotAboveTheMost() {
        String bounds = NODES.replace(
                "\"id\": \"users\",",
                "\"id\": \"users\", \"resolvers\": { \"min-ttl\": \"20s\", \"max-ttl\": \"10s\" },");
        assertThat(problems(bounds, "users>dns", "dns>s1"))
                .anyMatch(text -> text.contains("min-ttl is 20s and max-ttl 10s; the first may not be the greater"));
    }

    @Test
    void onlyADnsNodeHasFiguresOfNames() {
        String text = "{ \"format\": 1, \"name\": \"T\", \"nodes\": [" + NODES
                + "], \"expect\": [ \"to-dead of s1 < 5%\" ] }";
        assertThat(((ReadResult.Refused) TopologyFile.parse(text)).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the expectation \"to-dead of s1 < 5%\": s1 is a server and has no to-dead; name a DNS node");
    }
}
