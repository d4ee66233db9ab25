package roundhouse.simulation.observing.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;
import static roundhouse.simulation.testing.Traces.busy;
import static roundhouse.simulation.testing.Traces.trace;
import static roundhouse.simulation.testing.Traces.traces;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.Explanation;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.engine.Pick;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.traffic.KindShare;

/** Why a target was picked, as one is told who asks. */
class PickTest {
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void everyExplanationNamesTheTargetThatWasPicked(Algorithm algorithm) {
        int picks = 0;
        for (Trace trace : traces(busy(algorithm), 2)) {
            List<String> explained = trace.picks().stream()
                    .filter(pick -> pick.node().equals("lb"))
                    .map(Pick::target)
                    .toList();
            List<String> went = new ArrayList<>();
            trace.parts().forEach(part -> links(part, "lb → ", went));
            assertThat(explained.stream().filter(target -> !target.isEmpty()).toList())
                    .as("request %d", trace.number())
                    .isEqualTo(went);
            picks += went.size();
        }
        assertThat(picks).isGreaterThan(5_000);
    }

    private static void links(Span span, String from, List<String> to) {
        if (span.kind() == Span.Kind.LINK && span.where().startsWith(from)) {
            to.add(span.where().substring(from.length()));
        }
        span.parts().forEach(part -> links(part, from, to));
    }

    @Test
    void leastConnectionsSaysWhoHadHowManyAndHowTheTieWasBroken() {
        Pick pick = trace(balanced(1, poisson(10), Algorithm.LEAST_CONNECTIONS, 2), 1)
                .picks()
                .getFirst();
        assertThat(pick.because())
                .containsExactly(
                        "lb sends it to s1.",
                        "least-connections: fewest in flight ÷ weight (s1: 0 ÷ 1).",
                        "2 are equal: they take turns by smooth weighted round robin (s1 0 + 1, s2 0 + 1).");
    }

    @Test
    void whoWasLeftOutIsNamedWithTheReason() {
        Topology topology = balanced(1, poisson(10), Algorithm.ROUND_ROBIN, 3);
        topology = topology.with(link("lb", "s1", fixed(200)).weighted(0));
        Pick pick = trace(topology, 1).picks().getFirst();
        assertThat(pick.because())
                .containsExactly(
                        "lb sends it to s2.",
                        "round-robin: next in turn: the first (s2: next).",
                        "Left out: s1 (weight 0).");
    }

    @Test
    void stickinessIsNamedWhereItDecided() {
        Topology topology = balanced(1, poisson(100).users(1), Algorithm.ROUND_ROBIN, 3)
                .with(balancer(
                        "lb", 7, Algorithm.ROUND_ROBIN, Sticky.of(Sticky.By.ADDRESS), List.of(), Tls.PASS_THROUGH));
        Trace first = trace(topology, 1);
        Pick second = trace(topology, 2).picks().getFirst();
        assertThat(first.picks().getFirst().because())
                .contains("Address " + first.address() + " sticks to nobody yet.")
                .contains("round-robin: next in turn: the first (s1: next).");
        assertThat(second.because())
                .containsExactly(
                        "lb sends it to s1.",
                        "Stickiness decided, not round-robin: address " + first.address() + " was sent to s1 before.");
    }

    @Test
    void stickinessByHeaderOrCookieNamesThem() {
        RequestKind kind = new RequestKind("/", Map.of("x-user", "7"), Map.of());
        Topology topology =
                balanced(1, poisson(100).users(1).kinds(List.of(new KindShare(1, kind))), Algorithm.ROUND_ROBIN, 3);
        Sticky byHeader = Sticky.HEADER.with(Sticky.of(Sticky.By.HEADER), "X-User");
        Topology header =
                topology.with(balancer("lb", 7, Algorithm.ROUND_ROBIN, byHeader, List.of(), Tls.PASS_THROUGH));
        assertThat(trace(header, 1).picks().getFirst().because()).contains("Header x-user: 7 sticks to nobody yet.");
        assertThat(trace(header, 2).picks().getFirst().because())
                .contains("Stickiness decided, not round-robin: header x-user: 7 was sent to s1 before.");
        Topology cookie = topology.with(
                balancer("lb", 7, Algorithm.ROUND_ROBIN, Sticky.of(Sticky.By.COOKIE), List.of(), Tls.PASS_THROUGH));
        Trace later = trace(cookie, 9);
        assertThat(later.picks().getFirst().because())
                .contains(
                        "Stickiness decided, not round-robin: session " + later.session() + " was sent to s1 before.");
    }

    @Test
    void aTargetThatCannotTakeWhoSticksToItIsNamed() {
        Topology topology = balanced(1, poisson(1_000).users(1), Algorithm.ROUND_ROBIN, 3)
                .with(balancer(
                        "lb", 4, Algorithm.ROUND_ROBIN, Sticky.of(Sticky.By.ADDRESS), List.of(), Tls.PASS_THROUGH))
                .with(server("s1", 1, fixed(100_000)));
        topology = topology.with(link("lb", "s1", fixed(200)).with(Link.LIMIT, 1));
        assertThat(trace(topology, 2).picks().getFirst().because())
                .anySatisfy(line ->
                        assertThat(line).startsWith("s1, to which address ").endsWith(" sticks, cannot take it now."))
                .contains("Left out: s1 (at its limit of 1).");
    }

    @Test
    void aKeptConnectionIsNamedWithTheRequestThatOpenedIt() {
        Topology topology = balanced(
                        1, poisson(1_000).users(1).keepAlive(100, Duration.ofSeconds(9)), Algorithm.ROUND_ROBIN, 3)
                .with(balancer("lb", 4, Algorithm.ROUND_ROBIN, Sticky.OFF, List.of(), Tls.PASS_THROUGH));
        assertThat(trace(topology, 1).picks().getFirst().ground()).isInstanceOf(Pick.Ground.Algorithm.class);
        assertThat(trace(topology, 2).picks().getFirst().because())
                .containsExactly(
                        "lb sends it to s1.",
                        "Its kept connection decided, not round-robin: at layer 4 s1 was picked for the whole"
                                + " connection, with request 1.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRuleThatChoseThePoolIsNamed(boolean linked) {
        RequestKind api = new RequestKind("/api/cart", Map.of(), Map.of());
        Topology topology = balanced(1, poisson(10).kinds(List.of(new KindShare(1, api))), Algorithm.ROUND_ROBIN, 2)
                .with(balancer(
                        "lb",
                        7,
                        Algorithm.ROUND_ROBIN,
                        Sticky.OFF,
                        List.of(Rule.path("/api/*", "api")),
                        Tls.PASS_THROUGH));
        if (linked) {
            topology = topology.with(link("lb", "s2", fixed(200)).with(Link.POOL, "api"));
        }
        assertThat(trace(topology, 1).picks().getFirst().because())
                .contains("The rule path /api/* → pool api chose the pool.")
                .contains(linked ? "s2 is the only one that can take it." : "No link belongs to the pool.");
    }

    @Test
    void clientsWithSeveralLinksPickToo() {
        Topology topology = system(
                1,
                List.of(poisson(10).build(), server("a", 1, fixed(100)), server("b", 1, fixed(100))),
                List.of(link("users", "a"), link("users", "b").weighted(3)));
        Pick pick = trace(topology, 1).picks().getFirst();
        assertThat(pick.node()).isEqualTo("users");
        assertThat(pick.algorithm()).isEqualTo(Algorithm.WEIGHTED_ROUND_ROBIN.key());
        assertThat(((Pick.Ground.Algorithm) pick.ground()).explanation().candidates())
                .extracting(Explanation.Candidate::name)
                .containsExactly("a", "b");
    }

    @Test
    void aChangeOfAlgorithmIsExplainedByTheNewOne() {
        Topology topology = balanced(1, poisson(100), Algorithm.ROUND_ROBIN, 2)
                .withScenario(List.of(at(1, new Command.SetAlgorithm("lb", Balancing.of(Algorithm.IP_HASH)))));
        Trace late = new Tracer(
                        topology, List.of(), TraceSelection.begunBetween(SECOND, 2 * SECOND, 1), Long.MAX_VALUE, true)
                .finish()
                .getFirst();
        assertThat(late.picks().getFirst().algorithm()).isEqualTo("ip-hash");
    }
}
