package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Services.MANY;
import static roundhouse.simulation.testing.Services.attempts;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Services.calls;
import static roundhouse.simulation.testing.Services.constant;
import static roundhouse.simulation.testing.Services.count;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Services;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;

/** How often calls are sent: retries, their budget and their time, and hedges, against closed formulas. */
class CallAttemptsTest {
    /** Whoever tries n times sends n; tiers multiply: what all fail is asked (1 + r)^depth times of the last. */
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "3, 3", "4, 2", "2, 5"})
    void retriesOfTiersMultiply(int tiers, int attempts) {
        List<Server> servers = new ArrayList<>();
        for (int tier = 1; tier <= tiers; tier++) {
            servers.add(calling(
                    server("s" + tier, MANY, fixed(10)),
                    ServiceCall.to("s" + (tier + 1)).with(ServiceCall.RETRIES, attempts(attempts))));
        }
        servers.add(server("s" + (tiers + 1), MANY, fixed(10)));
        Topology topology = Services.of(1, constant(100), servers.toArray(new Server[0]))
                .withScenario(List.of(at(0, new Command.Errors("s" + (tiers + 1), 1))));
        Report report = run(topology, 10.005);
        long power = Math.round(Math.pow(attempts, tiers));
        assertThat(count(report, Outcome.FAILED)).isEqualTo(report.requests() - report.unfinished());
        assertThat(node(report, "s" + (tiers + 1)).picked())
                .isBetween((report.requests() - 1) * power, report.requests() * power);
        assertThat(calls(report, "s1", "s2").retried())
                .isBetween((report.requests() - 1) * (attempts - 1), report.requests() * (attempts - 1));
    }

    @Test
    void aBudgetKeepsRetriesToItsShare() {
        Retries budget = Retries.BUDGET.with(attempts(3), new Retries.Budget(0.1, 0));
        Topology topology = Services.of(
                        1,
                        constant(100),
                        calling(server("a", MANY, fixed(0)), ServiceCall.to("b").with(ServiceCall.RETRIES, budget)),
                        server("b", MANY, fixed(10)))
                .withScenario(List.of(at(0, new Command.Errors("b", 1))));
        Report report = run(topology, 20);
        assertThat(calls(report, "a", "b").retried()).isCloseTo(report.requests() / 10, within(2L));
    }

    /** Three attempts of 100 ms each, but 250 ms for them all. */
    @Test
    void aCallAsAWholeMayHaveALimit() {
        Retries retries = Retries.TOTAL.with(attempts(5), Duration.ofMillis(250));
        Topology topology = Services.of(
                1,
                constant(1),
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b")
                                .with(ServiceCall.TIMEOUT, Duration.ofMillis(100))
                                .with(ServiceCall.RETRIES, retries)),
                server("b", MANY, fixed(1_000_000)));
        Report report = run(topology, 10.5);
        assertThat(calls(report, "a", "b").sent())
                .isEqualTo(3 * calls(report, "a", "b").started());
        assertThat(calls(report, "a", "b").timedOut())
                .isEqualTo(calls(report, "a", "b").started());
        assertThat(node(report, "a").little().stay()).isCloseTo(0.250, within(0.001));
    }

    /** Fixed services: no reply by 4 ms, so every call is hedged once, and the hedge, which takes as long, is always later. */
    @Test
    void aHedgeGoesBesideWhatIsUnderWay() {
        Topology topology = Services.of(
                1,
                constant(10),
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.HEDGE, new Hedge(Duration.ofMillis(4), 1))),
                server("b", MANY, fixed(10_000)));
        Report report = run(topology, 10.05);
        long calls = calls(report, "a", "b").started();
        assertThat(calls(report, "a", "b").hedged()).isEqualTo(calls);
        assertThat(calls(report, "a", "b").wasted()).isEqualTo(calls);
        assertThat(report.latency().maxNanos()).isCloseTo(10_000_000, within(10_000L));
    }

    /** The smaller of two exponentials, the second begun at d: mean (1 − e^−µd) / µ + e^−µd / 2µ. */
    @Test
    void aHedgeShortensTheTail() {
        Topology topology = Services.of(
                5,
                constant(500),
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.HEDGE, new Hedge(Duration.ofMillis(20), 1))),
                server("b", MANY, exponential(10_000)));
        Report report = run(topology, 60);
        double late = Math.exp(-2);
        assertThat(report.latency().meanNanos() / 1e7).isCloseTo(1 - late + late / 2, within(0.02));
        double hedged = (double) calls(report, "a", "b").hedged() / report.requests();
        assertThat(hedged).isCloseTo(late, within(0.01));
    }
}
