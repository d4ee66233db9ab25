package roundhouse.simulation.observing.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.traffic.Arrivals;

/** What the transcript says of multiplied calls and of failures that keep themselves up. */
class CallWatchTest {
    private static List<String> said(Topology topology, double seconds, String about) {
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return Systems.soFar(run).stream().filter(line -> line.contains(about)).toList();
    }

    /** Two tiers that try three times make nine of one. */
    @Test
    void namesHowManyCallsARequestBecame() {
        ServiceCall thrice = ServiceCall.to("b").with(ServiceCall.RETRIES, Services.attempts(3));
        Topology topology = Services.of(
                        1,
                        Systems.clients("users", new Arrivals.Constant(100)),
                        calling(server("a", 99, fixed(0)), thrice),
                        calling(server("b", 99, fixed(0)), thrice.with(ServiceCall.TO, "c")),
                        server("c", 99, fixed(0)))
                .withScenario(List.of(at(5.005, new Command.Errors("c", 1)), at(15.005, new Command.Recover("c"))));
        assertThat(said(topology, 20, "amplification"))
                .containsExactly(
                        "retry amplification: 1 request at users became 9.0 calls at c, 1.0 without retries",
                        "retry amplification: 1 request at users became 3.0 calls at b, 1.0 without retries",
                        "the retry amplification at b is over",
                        "the retry amplification at c is over");
    }

    @Test
    void aFanOutIsNoAmplification() {
        Topology topology = Services.of(
                1,
                poisson(100),
                calling(
                        server("a", 99, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.COUNT, 20).with(ServiceCall.PARALLEL, true)),
                server("b", 99, fixed(0)));
        assertThat(said(topology, 10, "amplification")).isEmpty();
    }

    /** At 70 % load with three attempts and a queue longer than the timeout, five slow seconds are enough to keep it down for good. */
    private static Topology fragile(Retries retries) {
        Server stock = Systems.bounded("stock", 4, exponential(10_000), 400, Integer.MAX_VALUE);
        return Services.of(
                        1,
                        poisson(280),
                        calling(
                                server("orders", 99, fixed(0)),
                                ServiceCall.to("stock")
                                        .with(ServiceCall.TIMEOUT, Duration.ofMillis(200))
                                        .with(ServiceCall.RETRIES, retries)),
                        stock)
                .withScenario(List.of(at(10, new Command.Slow("stock", 8)), at(15, new Command.Recover("stock"))));
    }

    @Test
    void namesAFailureThatKeepsItselfUp() {
        assertThat(said(fragile(Services.attempts(3)), 40, "metastable"))
                .singleElement()
                .asString()
                .startsWith(
                        "metastable failure: nothing has been wrong for 5 s and users ask no more than when all was well, but ")
                .endsWith(" calls for each that it would get without retries");
    }

    @Test
    void onlyWhereItDoes() {
        Retries budget = Retries.BUDGET.with(Services.attempts(3), new Retries.Budget(0.1, 1));
        assertThat(said(fragile(budget), 40, "metastable")).isEmpty();
        Topology overloaded = fragile(Services.attempts(3)).withScenario(List.of(at(10, new Command.Slow("stock", 8))));
        assertThat(said(overloaded, 40, "metastable"))
                .as("while the fault lasts")
                .isEmpty();
    }

    /** Whoever takes the load off for a moment ends it. */
    @Test
    void saysWhenItIsOver() {
        Topology topology = fragile(Services.attempts(3));
        Run run = Run.of(topology);
        run.runUntil(25 * SECOND);
        run.apply(new Command.Crash("stock", CrashMode.REFUSE));
        run.apply(new Command.Recover("stock"));
        run.apply(new Command.Crash("orders", CrashMode.REFUSE));
        run.runUntil(27 * SECOND);
        run.apply(new Command.Recover("orders"));
        run.runUntil(40 * SECOND);
        assertThat(Systems.soFar(run)).contains("the metastable failure of what users ask is over");
    }
}
