package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Services.MANY;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Services.calls;
import static roundhouse.simulation.testing.Services.constant;
import static roundhouse.simulation.testing.Services.count;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Heartbeat;

/** What comes of a request whose calls fail, come late or go to nobody, or whose own server goes. */
class CallFailuresTest {
    @Test
    void aCallThatFailsFailsTheRequestUnlessItIsOptional() {
        for (boolean optional : new boolean[] {false, true}) {
            Topology topology = Services.of(
                            1,
                            constant(100),
                            calling(
                                    server("a", MANY, fixed(0)),
                                    ServiceCall.to("b").with(ServiceCall.OPTIONAL, optional),
                                    ServiceCall.to("c")),
                            server("b", MANY, fixed(10)),
                            server("c", MANY, fixed(10)))
                    .withScenario(List.of(at(0, new Command.Crash("b", CrashMode.REFUSE))));
            Report report = run(topology, 2);
            long ended = report.requests() - report.unfinished();
            assertThat(count(report, optional ? Outcome.OK : Outcome.FAILED)).isEqualTo(ended);
            assertThat(calls(report, "a", "b").failed())
                    .isEqualTo(calls(report, "a", "b").started());
            if (optional) {
                assertThat(calls(report, "a", "c").ok()).isEqualTo(ended);
            } else {
                assertThat(node(report, "c").picked()).isZero();
            }
        }
    }

    /** One of two parallel calls fails at once: nobody waits for the other, whose reply is wasted. */
    @Test
    void theFirstFailureEndsTheRequest() {
        Topology topology = Services.of(
                        1,
                        constant(100),
                        calling(
                                server("a", MANY, fixed(0)),
                                ServiceCall.to("b").with(ServiceCall.PARALLEL, true),
                                ServiceCall.to("c").with(ServiceCall.PARALLEL, true)),
                        server("b", MANY, fixed(20_000)),
                        server("c", MANY, fixed(5_000)))
                .withScenario(List.of(at(0, new Command.Errors("c", 1))));
        Report report = run(topology, 10.015);
        assertThat(count(report, Outcome.FAILED)).isEqualTo(report.requests() - report.unfinished());
        assertThat(calls(report, "a", "b").givenUp()).isEqualTo(count(report, Outcome.FAILED));
        assertThat(calls(report, "a", "b").wasted())
                .isCloseTo(report.requests(), within(3L))
                .isPositive();
        assertThat(node(report, "a").latency().count()).isZero();
        assertThat(node(report, "a").little().stay()).isCloseTo(0.005, within(0.0001));
    }

    /** An outer timeout shorter than an inner one: the outer gives up, and all that is done from then on is for nobody. */
    @Test
    void workAfterTheOuterTimeoutIsForNobody() {
        Topology topology = Services.of(
                1,
                constant(10).timeout(Duration.ofMillis(50)),
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.TIMEOUT, Duration.ofMillis(500))),
                calling(
                        server("b", MANY, fixed(0)),
                        ServiceCall.to("c").with(ServiceCall.TIMEOUT, Duration.ofMillis(400))),
                server("c", MANY, fixed(100_000)));
        Report report = run(topology, 10);
        assertThat(count(report, Outcome.TIMED_OUT)).isEqualTo(report.requests() - report.unfinished());
        assertThat(calls(report, "a", "b").ok())
                .isEqualTo(calls(report, "a", "b").wasted())
                .isPositive();
        assertThat(calls(report, "b", "c").wasted())
                .isEqualTo(calls(report, "b", "c").ok());
    }

    /** The right way round: the inner timeout ends the call, its late reply is the only waste, and the outer one never runs out. */
    @Test
    void anInnerTimeoutEndsTheCall() {
        Topology topology = Services.of(
                1,
                constant(10).timeout(Duration.ofMillis(500)),
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.TIMEOUT, Duration.ofMillis(50))),
                server("b", MANY, fixed(100_000)));
        Report report = run(topology, 10.05);
        assertThat(count(report, Outcome.TIMED_OUT)).isZero();
        assertThat(count(report, Outcome.FAILED)).isEqualTo(report.requests() - report.unfinished());
        assertThat(calls(report, "a", "b").timedOut()).isEqualTo(count(report, Outcome.FAILED));
        assertThat(calls(report, "a", "b").wasted())
                .isEqualTo(node(report, "b").served())
                .isPositive();
    }

    @Test
    void whoeverCallsASilentServerNoticesByItsTimeoutOnly() {
        Topology topology = Services.of(
                        1,
                        constant(10),
                        calling(
                                server("a", MANY, fixed(0)),
                                ServiceCall.to("b").with(ServiceCall.TIMEOUT, Duration.ofMillis(70))),
                        server("b", MANY, fixed(1_000)))
                .withScenario(List.of(at(0, new Command.Crash("b", CrashMode.BLACK_HOLE))));
        Report report = run(topology, 10);
        assertThat(calls(report, "a", "b").timedOut()).isCloseTo(report.requests(), within(1L));
        assertThat(calls(report, "a", "b").wasted()).isZero();
        assertThat(node(report, "a").little().stay()).isCloseTo(0.070, within(0.0001));
    }

    @Test
    void aCrashOfTheCallerEndsItsRequestsAndItsCalls() {
        Topology topology = Services.of(
                        1,
                        constant(100),
                        calling(server("a", MANY, fixed(0)), ServiceCall.to("b")),
                        server("b", MANY, fixed(100_000)))
                .withScenario(
                        List.of(at(1.005, new Command.Crash("a", CrashMode.REFUSE)), at(2, new Command.Recover("a"))));
        Report report = run(topology, 3.2);
        assertThat(count(report, Outcome.FAILED)).as("those that waited").isCloseTo(10, within(1L));
        assertThat(calls(report, "a", "b").givenUp()).isEqualTo(count(report, Outcome.FAILED));
        assertThat(count(report, Outcome.REFUSED)).isCloseTo(100, within(1L));
        assertThat(node(report, "b").served()).isEqualTo(node(report, "b").picked() - 10);
    }

    @Test
    void aPauseOfTheCallerHoldsEverythingUp() {
        Topology topology = Services.of(
                        1,
                        constant(100),
                        calling(
                                server("a", MANY, fixed(0)),
                                ServiceCall.to("b").with(ServiceCall.TIMEOUT, Duration.ofMillis(200))),
                        server("b", MANY, fixed(50_000)))
                .withScenario(List.of(at(1, new Command.Pause("a")), at(1.1, new Command.Recover("a"))));
        Report report = run(topology, 3);
        assertThat(count(report, Outcome.OK)).isEqualTo(report.requests() - report.unfinished());
        assertThat(report.latency().maxNanos()).isBetween(100_000_000L, 151_000_000L);
        assertThat(calls(report, "a", "b").timedOut()).isZero();
        assertThat(report.simulatedNanos()).isEqualTo(3 * SECOND);
    }

    @Test
    void callsToAServerThatWasRemovedAreRefused() {
        Topology topology = Services.of(
                        1,
                        constant(100),
                        calling(server("a", MANY, fixed(0)), ServiceCall.to("b")),
                        server("b", MANY, fixed(0)))
                .withScenario(List.of(at(1.005, new Command.Remove("b"))));
        Report report = run(topology, 2.005);
        assertThat(count(report, Outcome.OK)).isCloseTo(100, within(1L));
        assertThat(count(report, Outcome.FAILED)).isCloseTo(100, within(1L));
        assertThat(calls(report, "a", "b").failed()).isEqualTo(count(report, Outcome.FAILED));
    }

    /** Who calls a balancer of a pair calls the address, wherever that is now. */
    @Test
    void callsFollowTheAddressOfAPair() {
        List<Node> nodes = List.of(
                constant(100).build(),
                calling(server("a", MANY, fixed(0)), ServiceCall.to("lb-1")),
                Systems.balancer("lb-1", Algorithm.ROUND_ROBIN),
                Systems.balancer("lb-2", Algorithm.ROUND_ROBIN),
                server("b", MANY, fixed(0)));
        List<Link> links = List.of(
                link("users", "a"),
                link("a", "lb-1"),
                link("a", "lb-2"),
                link("lb-1", "b"),
                link("lb-2", "b"),
                link("lb-1", "lb-2").with(Link.HEARTBEAT, new Heartbeat(Duration.ofMillis(100), 3)));
        Topology topology = Systems.system(1, nodes, links)
                .withScenario(List.of(at(2.005, new Command.Crash("lb-1", CrashMode.REFUSE))));
        Report report = run(topology, 10);
        assertThat(node(report, "lb-1").picked() + node(report, "lb-2").picked())
                .isEqualTo(calls(report, "a", "lb-1").sent());
        assertThat(node(report, "lb-2").served()).isBetween(700L, 800L);
        assertThat(count(report, Outcome.OK)).isGreaterThan(900);
    }
}
