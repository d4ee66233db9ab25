package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Services.MANY;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Services.calls;
import static roundhouse.simulation.testing.Services.constant;
import static roundhouse.simulation.testing.Services.count;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
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
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.traffic.KindShare;

/** What comes of requests whose servers ask other servers, against closed formulas. */
class CallsTest {
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
}
