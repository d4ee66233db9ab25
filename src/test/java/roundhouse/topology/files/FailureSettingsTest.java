package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Failure;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Heartbeat;

/** Settings about failures as files have them: conditions by the names of nginx, HAProxy and Envoy, versions of VRRP, good answers. */
class FailureSettingsTest {
    private static String file(String balancer, String heartbeat) {
        return """
                {
                  "format": 1,
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                    { "id": "lb-1", "kind": "load-balancer", %s },
                    { "id": "lb-2", "kind": "load-balancer" },
                    { "id": "s1", "kind": "server", "service": "3ms" }
                  ],
                  "links": [
                    { "from": "users", "to": "lb-1", "latency": "1ms" },
                    { "from": "users", "to": "lb-2", "latency": "1ms" },
                    { "from": "lb-1", "to": "lb-2", "latency": "1ms", "heartbeat": %s },
                    { "from": "lb-1", "to": "s1", "latency": "1ms" },
                    { "from": "lb-2", "to": "s1", "latency": "1ms" }
                  ]
                }
                """.formatted(balancer, heartbeat);
    }

    private static Topology read(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static String refusal(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read _ -> "";
            case ReadResult.Refused refused ->
                refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        };
    }

    private static Set<Failure> on(String words) {
        LoadBalancer balancer =
                (LoadBalancer) read(file("\"pass-on\": { \"tries\": 2, \"on\": " + words + " }", "true"))
                        .node("lb-1")
                        .orElseThrow();
        return balancer.passOn().on();
    }

    /** nginx's proxy_next_upstream, HAProxy's retry-on and Envoy's retry_on, as their manuals have them. */
    @ParameterizedTest
    @CsvSource({
        "error, REFUSED BROKEN",
        "timeout, TIMED_OUT",
        "http_500, HTTP_5XX",
        "http_502, HTTP_5XX",
        "http_503, REJECTED",
        "http_504, HTTP_5XX",
        "conn-failure, REFUSED",
        "empty-response, BROKEN",
        "response-timeout, TIMED_OUT",
        "500, HTTP_5XX",
        "503, REJECTED",
        "all-retryable-errors, REFUSED BROKEN TIMED_OUT REJECTED HTTP_5XX",
        "connect-failure, REFUSED",
        "reset, REFUSED BROKEN TIMED_OUT",
        "gateway-error, REFUSED BROKEN TIMED_OUT REJECTED",
        "5xx, REFUSED BROKEN TIMED_OUT REJECTED HTTP_5XX"
    })
    void conditionsHaveTheirNames(String word, String meant) {
        assertThat(on("[\"" + word + "\"]"))
                .isEqualTo(Arrays.stream(meant.split(" ")).map(Failure::valueOf).collect(Collectors.toSet()));
    }

    @Test
    void severalAreOneSetAndWrittenByOurNames() {
        assertThat(on("[\"error\", \"timeout\"]")).isEqualTo(Failure.NGINX).isEqualTo(on("\"nginx\""));
        Topology topology = read(file("\"pass-on\": { \"tries\": 2, \"on\": [\"error\", \"http_503\"] }", "true"));
        assertThat(TopologyFile.format(topology)).contains("\"on\": [\"refused\", \"broken\", \"rejected\"]");
        assertThat(refusal(file("\"pass-on\": { \"tries\": 2, \"on\": [\"htp_503\"] }", "true")))
                .contains("unknown failure \"htp_503\"; did you mean \"http_503\"?");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "{ \"interval\": \"2s\"}, 2",
                "{ \"interval\": \"250ms\"}, 3",
                "{ \"interval\": \"2s\"; \"version\": 3}, 3",
                "{ \"interval\": \"250ms\"; \"version\": 3}, 3",
                "true, 2"
            })
    void heartbeatsHaveTheVersionOfTheirInterval(String heartbeat, int version) {
        Topology topology = read(file("\"layer\": 7", heartbeat.replace(';', ',')));
        Heartbeat beat = topology.link("lb-1", "lb-2").orElseThrow().heartbeat();
        assertThat(beat).isNotNull();
        assertThat(beat == null ? 0 : beat.vrrp()).isEqualTo(version);
        assertThat(TopologyFile.parse(TopologyFile.format(topology))).isEqualTo(new ReadResult.Read(topology));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 500ms | version 2 of VRRP has intervals of whole seconds from 1s to 255s, not 500ms; version 3 has hundredths of a second",
                "2 | 256s | version 2 of VRRP has intervals of whole seconds from 1s to 255s",
                "3 | 5ms | version 3 of VRRP has intervals of whole hundredths of a second from 10ms to 40.95s, not 5ms",
                "3 | 41s | version 3 of VRRP has intervals of whole hundredths of a second",
                "4 | 1s | 2 to 3"
            })
    void versionsHaveLimits(int version, String interval, String message) {
        String heartbeat = "{ \"interval\": \"" + interval + "\", \"version\": " + version + " }";
        assertThat(refusal(file("\"layer\": 7", heartbeat))).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expect-status\": \"2x\" | statuses look like 200, 2xx or 200-399, with commas between several",
                "\"expect-status\": \"600\" | statuses look like 200, 2xx or 200-399",
                "\"path\": \"health\" | a path begins with / and has no spaces, like /health",
                "\"port\": 0 | 1 to 65,535",
                "\"on-marked-down\": \"shutdown\" | shutdown-sessions"
            })
    void goodAnswersAreSaidInAFewWays(String setting, String message) {
        assertThat(refusal(file("\"checks\": { " + setting + " }", "true"))).contains(message);
    }
}
