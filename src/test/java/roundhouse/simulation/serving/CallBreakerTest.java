package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Services.calls;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.traffic.Arrivals;

/** The breaker of a server's calls in a run: a request every 10 ms, its call a millisecond, and failures from 1 s to 2.055 s. */
class CallBreakerTest {
    private static final Breaker BREAKER =
            new Breaker(10, null, 10, 0.5, 1, Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofMillis(300), 2);

    private static Topology topology(Breaker breaker) {
        Server orders =
                calling(server("orders", 100, fixed(0)), ServiceCall.to("stock").with(ServiceCall.BREAKER, breaker));
        return Services.of(
                        1,
                        Systems.clients("users", new Arrivals.Constant(100)),
                        orders,
                        server("stock", 100, fixed(1_000)))
                .withScenario(
                        List.of(at(1.005, new Command.Errors("stock", 1)), at(2.055, new Command.Recover("stock"))));
    }

    /** Half of ten calls is five; open for 300 ms, it tries two, thrice in vain and once well. */
    @Test
    void opensTriesAndCloses() {
        Run run = Run.of(topology(BREAKER));
        Frame frame = new Frame();
        run.runUntil(SECOND);
        run.observe(frame);
        assertThat(frame.target[1]).isEqualTo(TargetState.IN_USE);
        run.runUntil(SECOND * 11 / 10);
        run.observe(frame);
        assertThat(frame.target[1]).isEqualTo(TargetState.BREAKER_OPEN);
        assertThat(frame.targetSinceNanos[1]).isCloseTo(1_051_000_000, within(2_000_000L));
        run.runUntil(3 * SECOND);
        assertThat(Systems.happenings(run))
                .containsExactly(
                        "stock answers 100 % of requests with errors",
                        "orders → stock: breaker opened after 5 of 10 calls failed",
                        "orders → stock: breaker half open after 309 ms: lets 2 calls out to see",
                        "orders → stock: breaker opened again after 2 of 2 calls failed",
                        "orders → stock: breaker half open after 309 ms: lets 2 calls out to see",
                        "orders → stock: breaker opened again after 2 of 2 calls failed",
                        "orders → stock: breaker half open after 309 ms: lets 2 calls out to see",
                        "orders → stock: breaker opened again after 2 of 2 calls failed",
                        "stock makes no more errors",
                        "orders → stock: breaker half open after 309 ms: lets 2 calls out to see",
                        "orders → stock: breaker closed: the trial calls were well");
        Report report = run.report();
        assertThat(calls(report, "orders", "stock").opened()).isEqualTo(4);
        assertThat(calls(report, "orders", "stock").failed()
                        - calls(report, "orders", "stock").turnedAway())
                .as("those that stock failed")
                .isEqualTo(5 + 3 * 2);
        assertThat(calls(report, "orders", "stock").sent()
                        + calls(report, "orders", "stock").turnedAway())
                .isEqualTo(calls(report, "orders", "stock").started());
        assertThat(report.outcomes().get(Outcome.FAILED))
                .isEqualTo(calls(report, "orders", "stock").failed());
    }

    @Test
    void opensAfterSoManyFailuresInARow() {
        Run run =
                Run.of(topology(new Breaker(100, null, 100, 1, 1, Duration.ofMinutes(1), 3, Duration.ofMinutes(1), 1)));
        run.runUntil(3 * SECOND);
        assertThat(Systems.happenings(run)).contains("orders → stock: breaker opened after 3 failures in a row");
        assertThat(Systems.node(run.report(), "stock").outcomes().get(Outcome.FAILED))
                .isEqualTo(3);
    }

    @Test
    void opensWhenCallsAreSlow() {
        Topology topology = topology(new Breaker(
                        10, null, 10, 1, 0.5, Duration.ofMillis(5), Integer.MAX_VALUE, Duration.ofMinutes(1), 1))
                .withScenario(List.of(at(1.005, new Command.Slow("stock", 7))));
        Run run = Run.of(topology);
        run.runUntil(3 * SECOND);
        assertThat(Systems.happenings(run))
                .contains("orders → stock: breaker opened after 5 of 10 calls took longer than 5 ms");
    }

    @Test
    void forgetsWhatItKnewWhenItsServerCrashes() {
        Run run = Run.of(topology(BREAKER));
        run.runUntil(SECOND * 11 / 10);
        run.apply(new Command.Crash("orders", CrashMode.REFUSE));
        run.apply(new Command.Recover("orders"));
        Frame frame = new Frame();
        run.observe(frame);
        assertThat(frame.target[1]).isEqualTo(TargetState.IN_USE);
        run.runUntil(SECOND * 13 / 10);
        run.observe(frame);
        assertThat(frame.target[1]).as("ten calls later").isEqualTo(TargetState.BREAKER_OPEN);
    }

    @Test
    void anotherTimeoutLeavesTheBreakerAsItIs() {
        Run run = Run.of(topology(BREAKER));
        run.runUntil(SECOND * 11 / 10);
        Server orders = (Server) run.topology().node("orders").orElseThrow();
        run.apply(new Command.Revise(run.topology()
                .with(orders.with(
                        Server.CALLS,
                        List.of(orders.calls().getFirst().with(ServiceCall.TIMEOUT, Duration.ofSeconds(1)))))));
        Frame frame = new Frame();
        run.observe(frame);
        assertThat(frame.target[1]).isEqualTo(TargetState.BREAKER_OPEN);
    }
}
