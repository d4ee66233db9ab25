package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.waiting.BalancerQueue;

/** A request that waited says so: in its trace, and when it is asked why it went where it went. */
class WaitsExplainedTest {
    /** A request every millisecond, each a millisecond and a half of work for one server or the other. */
    private static Topology busy(Algorithm algorithm, BalancerQueue queue) {
        return system(
                5,
                List.of(
                        Clients.of("users", new Arrivals.Constant(1_000))
                                .with(Clients.KEYS, new KeyDistribution.Uniform(1)),
                        Systems.balancer("lb", algorithm).with(LoadBalancer.QUEUE, queue),
                        server("s1", 1, fixed(3_500)),
                        server("s2", 1, fixed(3_500))),
                List.of(
                        link("users", "lb"),
                        link("lb", "s1").with(Link.LIMIT, 1),
                        link("lb", "s2").with(Link.LIMIT, 1)));
    }

    private static List<List<String>> reasons(Trace trace) {
        return trace.picks().stream()
                .filter(pick -> pick.node().equals("lb"))
                .map(Pick::because)
                .toList();
    }

    private static Span at(Trace trace, Span.Kind kind, String where) {
        return find(trace.parts(), kind, where);
    }

    private static Span find(List<Span> spans, Span.Kind kind, String where) {
        for (Span span : spans) {
            if (span.kind() == kind && span.where().equals(where)) {
                return span;
            }
            Span within = find(span.parts(), kind, where);
            if (within != NONE) {
                return within;
            }
        }
        return NONE;
    }

    private static final Span NONE = new Span(Span.Kind.LOST, "", 0, 0, null, List.of());

    @Test
    void forWhoeverIsFreeFirst() {
        Trace third = Traces.trace(busy(Algorithm.ROUND_ROBIN, BalancerQueue.of(BalancerQueue.By.SHARED)), 3);
        // They come at 1, 2 and 3 ms or so; s1 is free 3.5 ms after the first.
        Span wait = at(third, Span.Kind.WAIT, "lb");
        assertThat(wait.endNanos() - wait.startNanos()).isEqualTo(1_500_000);
        List<List<String>> reasons = reasons(third);
        assertThat(reasons).hasSize(2);
        assertThat(reasons.getFirst())
                .containsExactly(
                        "No target of lb has room.",
                        "s1 is at its limit of 1, s2 is at its limit of 1: it waits in lb's queue, where nobody waits.");
        assertThat(reasons.getLast())
                .startsWith("lb sends it to s1.", "It waited 1.5 ms in lb's queue until s1 had room.")
                .contains("Left out: s2 (at its limit of 1).");
    }

    @Test
    void behindOthersByHaproxysMethods() {
        Trace fourth = Traces.trace(busy(Algorithm.HAPROXY_ROUNDROBIN, BalancerQueue.of(BalancerQueue.By.SHARED)), 4);
        assertThat(reasons(fourth).getFirst())
                .endsWith(
                        "By this method nobody goes to a target while others wait for any: it waits in lb's queue, where 1 request waits.");
    }

    @Test
    void forItsHome() {
        Trace second = Traces.trace(busy(Algorithm.HASH, BalancerQueue.of(BalancerQueue.By.SHARED)), 2);
        List<List<String>> reasons = reasons(second);
        assertThat(reasons).hasSize(1);
        String home = second.picks().getFirst().target();
        assertThat(reasons.getFirst())
                .startsWith(
                        "lb sends it to " + home + ".",
                        home + " is at its limit of 1, so it waits for " + home + ", where nobody waits.");
        Span wait = at(second, Span.Kind.WAIT, "lb");
        assertThat(wait.endNanos() - wait.startNanos()).isEqualTo(2_500_000);
    }

    @Test
    void untilTooManyWait() {
        BalancerQueue queue = BalancerQueue.of(BalancerQueue.By.SHARED).with(BalancerQueue.LENGTH, 1);
        Trace fourth = Traces.trace(busy(Algorithm.ROUND_ROBIN, queue), 4);
        assertThat(reasons(fourth).getFirst())
                .endsWith(
                        "s1 is at its limit of 1, s2 is at its limit of 1: 1 request waits in lb's queue already, and it is turned away.");
    }
}
