package roundhouse.simulation.observing.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.traffic.Arrivals;

/** The tree of calls in the life of a request. */
class CallTraceTest {
    private static final long MILLI = 1_000_000;

    private static Topology topology(ServiceCall toB, ServiceCall toC) {
        return Services.of(
                1,
                Systems.clients("users", new Arrivals.Constant(10)),
                calling(server("a", 9, fixed(1_000)), toB, ServiceCall.to("c").with(ServiceCall.PARALLEL, true)),
                calling(server("b", 9, fixed(2_000)), toC),
                server("c", 9, fixed(4_000)));
    }

    /** Kind, place, milliseconds from the request's beginning, and outcome of a span and all in it, indented. */
    private static List<String> tree(Trace trace) {
        List<String> lines = new ArrayList<>();
        trace.parts().forEach(part -> add(lines, "", part, trace.beganNanos()));
        return lines;
    }

    private static void add(List<String> lines, String indent, Span span, long began) {
        if (span.kind() != Span.Kind.LINK && span.kind() != Span.Kind.REPLY) {
            lines.add(indent + span.kind().key() + " " + span.where() + " " + (span.startNanos() - began) / MILLI + ".."
                    + (span.endNanos() - began) / MILLI
                    + (span.outcome() == null ? "" : " " + span.outcome().key()));
            span.parts().forEach(part -> add(lines, indent + " ", part, began));
        }
    }

    @Test
    void callsAreWithinTheStayThatMakesThem() {
        Trace trace =
                Traces.trace(topology(ServiceCall.to("b").with(ServiceCall.PARALLEL, true), ServiceCall.to("c")), 2);
        assertThat(tree(trace))
                .containsExactly(
                        "try users 0..7 ok",
                        " node a 0..7 ok",
                        "  service a 0..1",
                        "  call b 1..7 ok",
                        "   node b 1..7 ok",
                        "    service b 1..3",
                        "    call c 3..7 ok",
                        "     node c 3..7 ok",
                        "      service c 3..7",
                        "  call c 1..5 ok",
                        "   node c 1..5 ok",
                        "    service c 1..5");
        assertThat(trace.outcome()).isEqualTo(Outcome.OK);
    }

    /** What is waited for no longer goes on, and is tried again meanwhile. */
    @Test
    void aCallThatWasGivenUpGoesOn() {
        ServiceCall toC = ServiceCall.to("c")
                .with(ServiceCall.TIMEOUT, Duration.ofMillis(3))
                .with(ServiceCall.RETRIES, Services.attempts(2));
        Trace trace = Traces.trace(topology(ServiceCall.to("b"), toC), 2);
        assertThat(tree(trace))
                .containsExactly(
                        "try users 0..9 failed",
                        " node a 0..9 failed",
                        "  service a 0..1",
                        "  call b 1..9 failed",
                        "   node b 1..9 failed",
                        "    service b 1..3",
                        "    call c 3..6 timed-out",
                        "     node c 3..7 ok",
                        "      service c 3..7",
                        "    call c 6..9 timed-out",
                        "     node c 6..10 ok",
                        "      service c 6..10");
    }

    @Test
    void aCallThatTheBreakerTurnsAwayTakesNoTime() {
        Breaker breaker = new Breaker(1, null, 1, 1, 1, Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1);
        Topology topology = topology(ServiceCall.to("b"), ServiceCall.to("c").with(ServiceCall.BREAKER, breaker))
                .withScenario(List.of(at(0, new Command.Errors("c", 1))));
        assertThat(tree(Traces.trace(topology, 2)))
                .containsExactly(
                        "try users 0..3 failed",
                        " node a 0..3 failed",
                        "  service a 0..1",
                        "  call b 1..3 failed",
                        "   node b 1..3 failed",
                        "    service b 1..3",
                        "    call c 3..3 rejected");
    }
}
