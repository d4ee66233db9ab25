package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Services.attempts;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Services.calls;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

/** What comes of requests whose servers ask other servers, against closed formulas. */
class CallsTest {
    private static final int MANY = 1_000;

    private static Systems.ClientsBuilder constant(double rate) {
        return Systems.clients("users", new Arrivals.Constant(rate));
    }

    private static long count(Report report, Outcome outcome) {
        return report.outcomes().get(outcome);
    }

    /** The largest of n exponentials has the mean H_n / µ, and is below x with the probability (1 − e^−µx)^n. */
    @ParameterizedTest
    @CsvSource({"1", "2", "10", "50"})
    void aFanOutTakesAsLongAsTheSlowestCall(int n) {
        Server front = calling(
                server("front", MANY, fixed(0)),
                ServiceCall.to("back").with(ServiceCall.COUNT, n).with(ServiceCall.PARALLEL, true));
        Report report = run(Services.of(3, constant(500), front, server("back", MANY, exponential(10_000))), 60);
        double harmonic = 0;
        for (int i = 1; i <= n; i++) {
            harmonic += 1.0 / i;
        }
        // 30,000 requests: the standard error of the mean is below 0.6 % of a single mean, that of the p99 about 1.5 %.
        assertThat(report.latency().meanNanos() / 1e7).isCloseTo(harmonic, within(0.03));
        double p99 = -Math.log(1 - Math.pow(0.99, 1.0 / n));
        assertThat(report.latency().p99Nanos() / 1e7).isCloseTo(p99, within(0.06 * p99));
        assertThat(calls(report, "front", "back").started()).isEqualTo(n * report.requests());
    }

    /** Own service, then the calls: a chain takes the sum of its services and of its links, there and back. */
    @Test
    void aChainTakesTheSumOfItsParts() {
        List<Node> nodes = List.of(
                constant(10).build(),
                calling(server("a", 1, fixed(1_000)), ServiceCall.to("b")),
                calling(server("b", 1, fixed(2_000)), ServiceCall.to("lb")),
                Systems.balancer("lb", Algorithm.ROUND_ROBIN),
                server("c", 1, fixed(4_000)));
        List<Link> links = List.of(
                link("users", "a", fixed(100)),
                link("a", "b", fixed(200)),
                link("b", "lb", fixed(300)),
                link("lb", "c", fixed(400)));
        Report report = run(Systems.system(1, nodes, links), 5.05);
        assertThat(report.latency().maxNanos()).isCloseTo(9_000_000, within(10_000L));
        assertThat(report.latency().meanNanos()).isCloseTo(9_000_000, within(10_000.0));
        assertThat(node(report, "b").latency().maxNanos()).isCloseTo(7_400_000, within(100_000L));
        assertThat(node(report, "lb").picked())
                .isEqualTo(node(report, "c").picked())
                .isEqualTo(report.requests());
    }

    @Test
    void entriesAreMadeOneAfterTheOtherUnlessTheyAreParallel() {
        Server b = server("b", MANY, fixed(3_000));
        Server c = server("c", MANY, fixed(5_000));
        ServiceCall toB = ServiceCall.to("b");
        ServiceCall toC = ServiceCall.to("c");
        assertThat(latencyMillis(b, c, toB, toC)).isCloseTo(8, within(0.01));
        assertThat(latencyMillis(b, c, toB.with(ServiceCall.COUNT, 3), toC)).isCloseTo(14, within(0.02));
        assertThat(latencyMillis(b, c, toB.with(ServiceCall.PARALLEL, true), toC.with(ServiceCall.PARALLEL, true)))
                .isCloseTo(5, within(0.01));
        assertThat(latencyMillis(b, c, toB.with(ServiceCall.PARALLEL, true), toC))
                .isCloseTo(8, within(0.01));
        assertThat(latencyMillis(
                        b,
                        c,
                        toC.with(ServiceCall.PARALLEL, true).with(ServiceCall.COUNT, 7),
                        toB,
                        toC.with(ServiceCall.PARALLEL, true)))
                .isCloseTo(13, within(0.02));
    }

    private static double latencyMillis(Server b, Server c, ServiceCall... calls) {
        return run(Services.of(1, constant(10), calling(server("a", 1, fixed(0)), calls), b, c), 2)
                        .latency()
                        .meanNanos()
                / 1e6;
    }

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

    /** Little's law at the caller: requests that hold a worker are the rate times service and calls together. */
    @Test
    void aRequestHoldsItsWorkerWhileItWaits() {
        Server a = calling(server("a", 8, exponential(10_000)), ServiceCall.to("b"))
                .with(Server.WORKERS, 500);
        Topology topology = Services.of(2, poisson(200), a, server("b", MANY, exponential(90_000)))
                .withWarmUp(Duration.ofSeconds(5));
        Report report = run(topology, 125);
        Report.NodeReport node = node(report, "a");
        assertThat(node.utilization() * 8).as("in service").isCloseTo(200 * 0.010, within(0.1));
        assertThat(node.calls()).isNotNull();
        assertThat(node.calls().waiting().mean()).as("in calls").isCloseTo(200 * 0.090, within(0.7));
        assertThat(node.little().gap()).isLessThan(0.02);
    }

    /** With all workers held a server answers workers / (service + calls) requests a second, though its core is nearly idle. */
    @Test
    void heldWorkersBoundTheRateAndTheOthersWait() {
        Server a = calling(server("a", 4, fixed(10_000)), ServiceCall.to("b")).with(Server.WORKERS, 5);
        Topology topology = Services.of(1, constant(200), a, server("b", MANY, fixed(90_000)));
        Report report = run(topology, 20);
        assertThat(node(report, "a").served() / 20.0).isCloseTo(5 / 0.100, within(1.0));
        assertThat(node(report, "a").calls()).isNotNull();
        assertThat(node(report, "a").calls().waiting().max()).isEqualTo(5);
        assertThat(node(report, "a").utilization() * 4).isCloseTo(0.5, within(0.02));
        assertThat(node(report, "a").queue().max()).isCloseTo(20 * 150, within(60L));
    }

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

    @Test
    void sharesAndPathsChooseWhichRequestsCall() {
        Topology topology = Services.of(
                1,
                constant(1_000)
                        .kinds(List.of(
                                new KindShare(3, new RequestKind("/home", Map.of(), Map.of())),
                                new KindShare(1, new RequestKind("/buy/now", Map.of(), Map.of())))),
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.SHARE, 0.3),
                        ServiceCall.to("c").with(ServiceCall.PATH, "/buy")),
                server("b", MANY, fixed(0)),
                server("c", MANY, fixed(0)));
        Report report = run(topology, 20);
        assertThat(count(report, Outcome.OK)).isEqualTo(report.requests());
        // 20,000 draws: the standard error is 65 and 61.
        assertThat(node(report, "b").picked()).isCloseTo(6_000, within(260L));
        assertThat(node(report, "c").picked()).isCloseTo(5_000, within(245L));
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

    @Test
    void theSameRequestAsksForTheSameServiceWhateverElseIsCalled() {
        Server b = server("b", MANY, exponential(10_000));
        Server c = server("c", MANY, exponential(10_000));
        double alone = latency(calling(server("a", MANY, fixed(0)), ServiceCall.to("b")), b, c);
        double withAnother = latency(
                calling(
                        server("a", MANY, fixed(0)),
                        ServiceCall.to("b").with(ServiceCall.PARALLEL, true),
                        ServiceCall.to("c").with(ServiceCall.PARALLEL, true).with(ServiceCall.SHARE, 0.0)),
                b,
                c);
        assertThat(withAnother).isEqualTo(alone);
    }

    private static double latency(Server... servers) {
        return run(Services.of(9, poisson(100), servers), 20).latency().meanNanos();
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
}
