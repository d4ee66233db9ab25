package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Theory;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/** Queues whose means are known in closed form, against 20 independent runs (seeds 1 to 20); what the suite risks is in {@link Theory}. */
class QueueTheoryTest {
    private static final int SEEDS = Theory.REPLICATIONS;

    @Test
    void mm1At80Percent() {
        double wait = 0.8 / (1_000 - 800);
        agrees(poisson(800), server("s", 1, exponential(1_000)), wait, 1e-3, 800);
    }

    @Test
    void mm4At90Percent() {
        double wait = erlangC(4, 3.6) / (4_000 - 3_600);
        agrees(poisson(3_600), server("s", 4, exponential(1_000)), wait, 1e-3, 3_600);
    }

    /** Four servers of one core behind a balancer, each with one request at a time: one queue for all is M/M/4, as if they were one. */
    @Test
    void aQueueAtTheBalancerIsErlangC() {
        double wait = erlangC(4, 3.6) / (4_000 - 3_600);
        Report[] reports = balanced(BalancerQueue.of(BalancerQueue.By.SHARED), 1);
        agrees("wait", reports, report -> Systems.node(report, "lb").waiting().meanNanos() / 1e9, wait);
        agrees("queue", reports, report -> Systems.node(report, "lb").queue().mean(), 3_600 * wait);
        agrees("stay", reports, report -> Systems.node(report, "lb").latency().meanNanos() / 1e9, wait + 1e-3);
    }

    /** Each waits for the server that was drawn for it: four times M/M/1, whether the queues are at the balancer or at the servers. */
    @Test
    void queuesByTargetAreFourTimesOneServer() {
        double wait = 0.9 / (1_000 - 900);
        Report[] atBalancer = balanced(BalancerQueue.of(BalancerQueue.By.TARGET), 1);
        agrees(
                "wait",
                atBalancer,
                report -> Systems.node(report, "lb").waiting().meanNanos() / 1e9,
                wait);
        Report[] atServers = balanced(null, Types.UNLIMITED);
        agrees("wait", atServers, report -> Systems.node(report, "s1").waiting().meanNanos() / 1e9, wait);
    }

    private static double erlangC(int servers, double load) {
        double erlangB = 1;
        for (int k = 1; k <= servers; k++) {
            erlangB = load * erlangB / (k + load * erlangB);
        }
        return erlangB / (1 - load / servers * (1 - erlangB));
    }

    private static Report[] balanced(@Nullable BalancerQueue queue, int limit) {
        Report[] reports = new Report[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<Node> nodes = new ArrayList<>(List.of(
                    poisson(3_600).build(),
                    Systems.balancer("lb", Algorithm.RANDOM).with(LoadBalancer.QUEUE, queue)));
            List<Link> links = new ArrayList<>(List.of(link("users", "lb")));
            for (int i = 1; i <= 4; i++) {
                nodes.add(server("s" + i, 1, exponential(1_000)));
                links.add(link("lb", "s" + i).with(Link.LIMIT, limit));
            }
            Run run = Run.of(system(seed, nodes, links).withWarmUp(Duration.ofSeconds(10)));
            run.runUntil(110 * SECOND);
            reports[seed - 1] = run.report();
        }
        return reports;
    }

    @Test
    void md1At70Percent() {
        double wait = 0.7 / (2 * 1_000 * 0.3);
        agrees(poisson(700), server("s", 1, fixed(1_000)), wait, 1e-3, 700);
    }

    private static void agrees(
            Systems.ClientsBuilder clients, Server server, double wait, double service, double rate) {
        Report[] reports = new Report[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            Run run = Run.of(queue(seed, clients, server).withWarmUp(Duration.ofSeconds(10)));
            run.runUntil(110 * SECOND);
            reports[seed - 1] = run.report();
        }
        agrees("wait", reports, report -> Systems.node(report, "s").waiting().meanNanos() / 1e9, wait);
        agrees("stay", reports, report -> Systems.node(report, "s").latency().meanNanos() / 1e9, wait + service);
        agrees(
                "requests there",
                reports,
                report -> Systems.node(report, "s").inFlight().mean(),
                rate * (wait + service));
        agrees("queue", reports, report -> Systems.node(report, "s").queue().mean(), rate * wait);
        agrees(
                "utilisation",
                reports,
                report -> Systems.node(report, "s").utilization(),
                rate * service / server.cores());
        for (Report report : reports) {
            assertThat(Systems.node(report, "s").little().gap()).isLessThan(0.005);
        }
    }

    private static void agrees(String what, Report[] reports, ToDoubleFunction<Report> figure, double theory) {
        Theory.agrees(what, Arrays.stream(reports).mapToDouble(figure).toArray(), theory);
    }
}
