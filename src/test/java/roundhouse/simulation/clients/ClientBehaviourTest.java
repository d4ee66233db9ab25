package roundhouse.simulation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.traffic.Arrivals;

class ClientBehaviourTest {
    @Test
    void constantArrivalsAreEvenlySpacedAndExact() {
        Report report = run(queue(1, poisson(0).arrivals(new Arrivals.Constant(300)), server("s", 1, fixed(100))), 10);
        assertThat(report.requests()).isBetween(2_999L, 3_000L);
        assertThat(report.latency().maxNanos()).isEqualTo(100_000);
        assertThat(report.latency().meanNanos()).isEqualTo(100_000.0);
    }

    @Test
    void aRateOfNothingSendsNothing() {
        Run run = Run.of(queue(1, poisson(0), server("s", 1, fixed(100))));
        assertThat(run.nextEventNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(run.step()).isFalse();
    }

    /** The number of arrivals is Poisson: within four standard deviations, which a correct engine misses once in 16,000. */
    @Test
    void aCurveBringsTheAreaUnderIt() {
        Arrivals.Curve curve = new Arrivals.Curve(List.of(
                new Arrivals.Curve.Point(Duration.ofSeconds(10), 100),
                new Arrivals.Curve.Point(Duration.ofSeconds(20), 2_000),
                new Arrivals.Curve.Point(Duration.ofSeconds(30), 0)));
        Run run = Run.of(queue(3, poisson(0).arrivals(curve), server("s", 100, fixed(10))));
        double[] until = {5, 10, 15, 20, 30, 60};
        double[] area = {500, 1_000, 1_000 + 2_875, 11_500, 21_500, 21_500};
        for (int i = 0; i < until.length; i++) {
            run.runUntil((long) (until[i] * SECOND));
            assertThat((double) run.report().requests())
                    .as("until %s s", until[i])
                    .isCloseTo(area[i], within(4 * Math.sqrt(area[i])));
        }
    }

    /** On and off in equal parts halve the rate. Bursts of 20 ms make 20,000 cycles, so the mean is within 3 %. */
    @Test
    void burstsHaveTheirMeanRate() {
        Arrivals.Bursty bursty = new Arrivals.Bursty(1_000, Duration.ofMillis(20), Duration.ofMillis(20));
        Report report = run(queue(4, poisson(0).arrivals(bursty), server("s", 100, fixed(10))), 800);
        assertThat(report.requests() / 800.0).isCloseTo(500, within(15.0));
    }

    /** One user, 10 ms of service and 10 ms of thought: a request each 20 ms, and never two at once. */
    @Test
    void aClosedLoopWaitsAndThinks() {
        Report report = run(
                queue(
                        1,
                        poisson(0).arrivals(new Arrivals.Closed(fixed(10_000))).users(1),
                        server("s", 4, fixed(10_000))),
                10);
        assertThat(report.requests()).isBetween(499L, 500L);
        assertThat(Systems.node(report, "s").inFlight().max()).isEqualTo(1);
    }

    @Test
    void aClosedLoopThatTakesNoTimeDoesNotStopTheClock() {
        Report report =
                run(queue(1, poisson(0).arrivals(new Arrivals.Closed(fixed(0))).users(1), server("s", 1, fixed(0))), 1);
        assertThat(report.requests()).isBetween(999L, 1_001L);
    }

    @Test
    void aRequestWithoutAnAnswerInTimeHasTimedOutAndItsLateReplyChangesNothing() {
        Report report = run(
                queue(
                        1,
                        poisson(0).arrivals(new Arrivals.Constant(1)).timeout(Duration.ofMillis(5)),
                        server("s", 1, fixed(20_000))),
                10.5);
        assertThat(report.outcomes().get(Outcome.TIMED_OUT)).isEqualTo(10);
        assertThat(report.outcomes().get(Outcome.OK)).isZero();
        assertThat(report.latency().count()).isZero();
        assertThat(Systems.node(report, "s").served())
                .as("the server did the work all the same")
                .isEqualTo(10);
    }

    @Test
    void aTimeoutThatIsNotReachedIsNoOutcome() {
        Report report =
                run(queue(1, poisson(500).timeout(Duration.ofSeconds(30)), server("s", 4, exponential(1_000))), 20);
        assertThat(report.outcomes().get(Outcome.TIMED_OUT)).isZero();
        assertThat(report.outcomes().get(Outcome.OK)).isGreaterThan(9_000);
    }

    /** Every try meets a full server; 3 tries with waits of 100 and 200 ms and no jitter. */
    @Test
    void retriesBackOffAndEndInOneOutcome() {
        Run run = Run.of(queue(
                1,
                poisson(0)
                        .arrivals(new Arrivals.Constant(1))
                        .retries(new Retries(
                                3, Duration.ofMillis(100), Duration.ofSeconds(10), 0, Retries.ANY, null, null)),
                bounded("s", 1, fixed(1_000), 0, 0)));
        run.runUntil(1_299_999_999L);
        assertThat(run.report().attempts()).isEqualTo(2);
        assertThat(run.report().unfinished()).isEqualTo(1);
        run.runUntil(1_300_000_000L);
        Report report = run.report();
        assertThat(report.requests()).isEqualTo(1);
        assertThat(report.attempts()).isEqualTo(3);
        assertThat(report.outcomes().get(Outcome.REJECTED)).isEqualTo(1);
        assertThat(Systems.node(report, "users").inFlight().max()).isEqualTo(1);
    }

    /**
     * The request of 2 s takes 75 ms on the slow server and times out after 40; its retry comes 40 ms later to a server of normal speed
     * that is free again, and takes 27 ms.
     */
    @Test
    void aRetryAfterATimeoutCanEndWell() {
        Report report = run(
                system(
                                1,
                                List.of(
                                        poisson(0)
                                                .arrivals(new Arrivals.Constant(0.5))
                                                .timeout(Duration.ofMillis(40))
                                                .retries(new Retries(
                                                        5,
                                                        Duration.ofMillis(40),
                                                        Duration.ofMillis(40),
                                                        0,
                                                        Retries.ANY,
                                                        null,
                                                        null))
                                                .build(),
                                        server("s", 1, fixed(25_000))),
                                List.of(link("users", "s", fixed(1_000))))
                        .withScenario(List.of(
                                Systems.at(0, new Command.Slow("s", 3)), Systems.at(2.05, new Command.Slow("s", 1)))),
                3);
        assertThat(report.attempts()).isEqualTo(2);
        assertThat(report.outcomes().get(Outcome.OK)).isEqualTo(1);
        assertThat(report.outcomes().get(Outcome.TIMED_OUT))
                .as("the last try decides")
                .isZero();
        assertThat(report.latency().maxNanos()).isEqualTo(107_000_000);
    }

    @Test
    void clientsWithNobodyToAskAreRefused() {
        Report report = run(
                system(1, List.of(poisson(0).arrivals(new Arrivals.Constant(10)).build()), List.of()), 1.05);
        assertThat(report.outcomes().get(Outcome.REFUSED)).isEqualTo(10);
    }

    @Test
    void queueAndConnectionLimitsHold() {
        Report queued = run(queue(5, poisson(5_000), bounded("s", 2, exponential(1_000), 3, Integer.MAX_VALUE)), 5);
        assertThat(Systems.node(queued, "s").queue().max()).isEqualTo(3);
        assertThat(Systems.node(queued, "s").inFlight().max()).isEqualTo(5);
        assertThat(queued.outcomes().get(Outcome.REJECTED)).isPositive();
        Report limited = run(queue(5, poisson(5_000), bounded("s", 2, exponential(1_000), 100, 4)), 5);
        assertThat(Systems.node(limited, "s").inFlight().max()).isEqualTo(4);
    }

    @Test
    void usersHaveAddressesOfTheirNetwork() {
        AddressRange office = AddressRange.parse("203.0.113.7/32");
        assertThat(office.address(-1).toString()).isEqualTo("203.0.113.7");
        AddressRange network = AddressRange.parse("10.1.16.0/20");
        for (long random = 0; random < 10_000; random++) {
            assertThat(network.address(random * 0x9e3779b97f4a7c15L).toString())
                    .matches("10\\.1\\.(1[6-9]|2\\d|3[01])\\..*");
        }
        assertThat(network.address(-1).toString()).isEqualTo("10.1.31.255");
        assertThat(AddressRange.parse("2001:db8::/64").address(5).toString()).isEqualTo("2001:db8:0:0:0:0:0:5");
    }
}
