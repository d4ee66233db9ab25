package roundhouse.topology.nodes.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Retries;

/** Calls in files and forms, and what edits of the document do to them. */
class ServiceCallTest {
    private static String text(String calls) {
        return """
            { "format": 1,
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                         { "id": "orders", "kind": "server", "service": "3ms", "calls": [ %s ] },
                         { "id": "stock", "kind": "server", "service": "3ms" } ],
              "links": [ { "from": "users", "to": "orders" }, { "from": "orders", "to": "stock" } ] }
            """.formatted(calls);
    }

    private static Topology topology(String calls) {
        return TopologyFile.parse(text(calls)) instanceof ReadResult.Read read ? read.topology() : Topology.EMPTY;
    }

    private static Server orders(Topology topology) {
        return (Server) topology.node("orders").orElseThrow();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("{}", "/nodes/1/calls/0: a call needs \"to\", like \"stock\""),
                arguments(
                        "{ \"to\": \"stok\" }",
                        "/nodes/1/calls: \"orders\": no node has the id \"stok\"; did you mean \"stock\"?"),
                arguments("{ \"to\": \"orders\" }", "/nodes/1/calls: \"orders\": a server cannot call itself"),
                arguments(
                        "{ \"to\": \"users\" }",
                        "/nodes/1/calls: \"orders\": users takes no requests and cannot be called"),
                arguments(
                        "{ \"to\": \"stock\", \"count\": 0 }",
                        "/nodes/1/calls/0/count: \"count\" is 0; a whole number from 1 to 1,000 is allowed"),
                arguments(
                        "{ \"to\": \"stock\", \"path\": \"buy\" }",
                        "/nodes/1/calls/0/path: \"orders\": path is \"buy\"; a path begins with /"),
                arguments(
                        "{ \"to\": \"stock\", \"breaker\": { \"failure-rate\": 0 } }",
                        "/nodes/1/calls/0/breaker/failure-rate: \"orders\": failure-rate is 0, at which it would open with its first call; a share above 0 is allowed"),
                arguments(
                        "{ \"to\": \"stock\", \"retry\": 3 }",
                        "/nodes/1/calls/0: unknown key \"retry\"; a call has to, count, parallel, share, path, timeout, retries, hedge, breaker, optional"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(String call, String message) {
        assertThat(TopologyFile.parse(text(call)))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Problem::toString)
                                .anySatisfy(problem -> assertThat(problem).contains(message)));
    }

    /** What a form shows of a call it reads as the same call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock",
                "stock count=3 parallel=true share=0.5 optional=true",
                "stock path=\"/a b\" timeout=200ms",
                "stock retries.attempts=3 retries.on=[timed-out] retries.budget=as-usual",
                "stock hedge.after=20ms breaker.window-time=10s breaker.in-a-row=5",
            })
    void aLineOfAFormIsACall(String line) {
        FormField<Server> field = Server.SETTINGS.fields(orders(topology("{ \"to\": \"stock\" }")), "").stream()
                .filter(its -> its.key().equals("calls"))
                .findFirst()
                .orElseThrow();
        Parsed<Server> parsed = field.write().apply(orders(topology("{ \"to\": \"stock\" }")), line);
        assertThat(parsed).isInstanceOf(Parsed.Value.class);
        if (parsed instanceof Parsed.Value<Server>(Server server)) {
            assertThat(server.calls()).hasSize(1);
            assertThat(field.read().apply(server)).isEqualTo(line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock count",
                "stock count=0",
                "stock retries.attempts=many",
                "stock nothing=1",
                "count=3",
                "count=3 stock"
            })
    void aLineThatIsNoCallSaysSo(String line) {
        assertThat(ServiceCall.LIST_TYPE
                        .form(new FieldName("calls", "Calls", ""), List.of())
                        .getFirst()
                        .write()
                        .apply(List.of(), line))
                .isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void longestIsAllAttemptsAndTheWaitsBetween() {
        ServiceCall call = ServiceCall.to("x").with(ServiceCall.TIMEOUT, Duration.ofMillis(100));
        assertThat(call.longest()).isEqualTo(Duration.ofMillis(100));
        Retries retries = new Retries(4, Duration.ofMillis(10), Duration.ofMillis(25), 1, Retries.ANY, null, null);
        assertThat(call.with(ServiceCall.RETRIES, retries).longest())
                .isEqualTo(Duration.ofMillis(4 * 100 + 10 + 20 + 25));
        Retries limited = Retries.TOTAL.with(retries, Duration.ofMillis(150));
        assertThat(call.with(ServiceCall.RETRIES, limited).longest()).isEqualTo(Duration.ofMillis(150));
        assertThat(ServiceCall.to("x").longest()).isNull();
    }

    @Test
    void aLinkThatIsDrawnFromAServerIsACall() {
        Topology without = Deletion.ofLink(topology(""), "orders", "stock");
        Topology drawn = without.linked(Link.of("orders", "stock", Link.DEFAULT_LATENCY));
        assertThat(orders(drawn).called()).containsExactly("stock");
        assertThat(orders(Deletion.ofLink(drawn, "orders", "stock")).called()).isEmpty();
        assertThat(Validation.problems(drawn)).isEmpty();
    }

    /** Forty calls in each of four tiers are 40 + 40² + 40³ + 40⁴ from the first, and 40 + 40² + 40³ from the second. */
    @Test
    void aRequestMayNotBecomeTooManyCalls() {
        Topology topology = Topology.EMPTY;
        for (int tier = 0; tier < 4; tier++) {
            topology = topology.with(Server.of("s" + tier, Link.DEFAULT_LATENCY)
                            .with(
                                    Server.CALLS,
                                    List.of(ServiceCall.to("s" + (tier + 1)).with(ServiceCall.COUNT, 40))))
                    .with(Link.of("s" + tier, "s" + (tier + 1), Link.DEFAULT_LATENCY));
        }
        topology = topology.with(Server.of("s4", Link.DEFAULT_LATENCY));
        assertThat(Validation.problems(topology))
                .extracting(Problem::toString)
                .containsExactly(
                        "/nodes/0/calls: \"s0\": a request at s0 would become 2,625,640 calls in all; at most 100,000 are allowed");
    }

    @Test
    void whoIsRemovedFromTheDocumentIsCalledNoMore() {
        Topology topology = topology("{ \"to\": \"stock\", \"count\": 2 }");
        assertThat(orders(Deletion.of(topology, Set.of("stock"))).calls()).isEmpty();
        assertThat(orders(Deletion.leavingCalls(topology, Set.of("stock"))).called())
                .isEqualTo(List.of("stock"));
    }
}
