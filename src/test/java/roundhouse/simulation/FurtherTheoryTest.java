package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.clients;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Theory;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * Whole runs against queueing theory where {@link QueueTheoryTest} does not go: finite room, general service times, closed networks, and
 * balancers that look at queues. Processor sharing is in {@link ProcessorSharingTheoryTest}.
 */
class FurtherTheoryTest {
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static Report[] runs(IntFunction<Topology> topology, int seconds) {
        Report[] reports = new Report[Theory.REPLICATIONS];
        for (int seed = 1; seed <= reports.length; seed++) {
            Run run = Run.of(topology.apply(seed).withWarmUp(WARM_UP));
            run.runUntil((seconds + 10) * SECOND);
            reports[seed - 1] = run.report();
        }
        return reports;
    }

    private static void agrees(String what, Report[] reports, ToDoubleFunction<Report> figure, double theory) {
        Theory.agrees(what, Arrays.stream(reports).mapToDouble(figure).toArray(), theory);
    }

    /** M/M/2/5 at 90 %: two at work and three in the queue, the rest is turned away. */
    @Test
    void finiteRoomTurnsAwayWhatErlangsFormulaSays() {
        double load = 1.8;
        double[] state = new double[6];
        state[0] = 1;
        double sum = 1;
        for (int n = 1; n < state.length; n++) {
            state[n] = state[n - 1] * load / Math.min(n, 2);
            sum += state[n];
        }
        double inside = 0;
        for (int n = 0; n < state.length; n++) {
            inside += n * state[n] / sum;
        }
        Report[] reports =
                runs(seed -> queue(seed, poisson(1_800), bounded("s", 2, exponential(1_000), 3, 1_000_000)), 30);
        agrees("turned away", reports, FurtherTheoryTest::turnedAway, state[5] / sum);
        agrees(
                "requests there",
                reports,
                report -> Systems.node(report, "s").inFlight().mean(),
                inside);
    }

    private static double turnedAway(Report report) {
        double all =
                report.outcomes().values().stream().mapToLong(count -> count).sum();
        return report.outcomes().getOrDefault(Outcome.REJECTED, 0L) / all;
    }

    /** The Pollaczek-Khinchine formula: λ E[S²] ÷ 2 (1 - ρ), for three laws of service times of mean 1 ms. */
    @Test
    void generalServiceTimesFollowPollaczekAndKhinchine() {
        Duration mean = Duration.ofMillis(1);
        pollaczekKhinchine("uniform", new Distribution.Uniform(Duration.ZERO, Duration.ofMillis(2)), 1 + 1.0 / 3);
        pollaczekKhinchine("normal", new Distribution.Normal(mean, Duration.ofNanos(200_000)), 1.04);
        pollaczekKhinchine("log-normal", new Distribution.LogNormal(mean, Duration.ofMillis(1)), 2);
    }

    /** @param secondMoment of the service times, milliseconds squared */
    private static void pollaczekKhinchine(String law, Distribution service, double secondMoment) {
        double wait = 700 * secondMoment * 1e-6 / (2 * 0.3);
        Report[] reports = runs(seed -> queue(seed, poisson(700), server("s", 1, service)), 100);
        agrees(law, reports, report -> Systems.node(report, "s").waiting().meanNanos() / 1e9, wait);
    }

    /** Twenty users who think, and one server: mean value analysis of a delay and a queue. */
    @Test
    void usersWhoThinkFollowMeanValueAnalysis() {
        double[] exact = meanValueAnalysis(20, 0.01, 0.001);
        Report[] reports = runs(
                seed -> queue(seed, clients("users", thinking()).users(20), server("s", 1, exponential(1_000))), 30);
        agrees("utilisation", reports, report -> Systems.node(report, "s").utilization(), exact[0] * 0.001);
        agrees("stay", reports, report -> Systems.node(report, "s").latency().meanNanos() / 1e9, exact[1]);
    }

    /** The same with two stations: a's requests call b when their own work is done, and b's never queue at a. */
    @Test
    void aClosedNetworkOfTwoStationsFollowsMeanValueAnalysis() {
        double[] exact = meanValueAnalysis(20, 0.01, 0.001, 0.0008);
        List<Node> nodes = List.of(
                clients("users", thinking()).users(20).build(),
                server("a", 1, exponential(1_000)).with(Server.CALLS, List.of(ServiceCall.to("b"))),
                server("b", 1, exponential(800)));
        List<Link> links = List.of(link("users", "a"), link("a", "b"));
        Report[] reports = runs(seed -> system(seed, nodes, links), 30);
        agrees("utilisation", reports, report -> Systems.node(report, "a").utilization(), exact[0] * 0.001);
        agrees(
                "stay at b",
                reports,
                report -> Systems.node(report, "b").latency().meanNanos() / 1e9,
                exact[2]);
    }

    private static Arrivals thinking() {
        return new Arrivals.Closed(exponential(10_000));
    }

    /**
     * Exact mean value analysis of so many users of a delay and stations of one server.
     *
     * @param demands mean service times, seconds
     * @return the throughput, then the stay at each station, seconds
     */
    private static double[] meanValueAnalysis(int users, double think, double... demands) {
        double[] queues = new double[demands.length];
        double[] result = new double[demands.length + 1];
        for (int n = 1; n <= users; n++) {
            double cycle = think;
            for (int k = 0; k < demands.length; k++) {
                result[k + 1] = demands[k] * (1 + queues[k]);
                cycle += result[k + 1];
            }
            result[0] = n / cycle;
            for (int k = 0; k < demands.length; k++) {
                queues[k] = result[0] * result[k + 1];
            }
        }
        return result;
    }

    private static Topology balanced(long seed, Algorithm algorithm, int servers, double load, long serviceMicros) {
        List<Node> nodes = new ArrayList<>(
                List.of(poisson(load * servers * 1e6 / serviceMicros).build(), Systems.balancer("lb", algorithm)));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb")));
        for (int i = 0; i < servers; i++) {
            nodes.add(server("s" + i, 1, exponential(serviceMicros)));
            links.add(link("lb", "s" + i));
        }
        return system(seed, nodes, links);
    }

    /** Two queues of which the shorter one is joined: their joint distribution, from its balance equations. */
    @Test
    void joiningTheShorterOfTwoQueuesFollowsTheirBalanceEquations() {
        Report[] reports = runs(seed -> balanced(seed, Algorithm.LEAST_CONNECTIONS, 2, 0.8, 1_000), 60);
        agrees(
                "stay",
                reports,
                report -> Systems.node(report, "lb").latency().meanNanos() / 1e9,
                shorterQueue(1.6) * 1e-3 / 1.6);
    }

    /** The mean number in both queues, arrivals coming at that rate and each queue being served at rate 1. */
    private static double shorterQueue(double rate) {
        int most = 60;
        double[][] p = new double[most + 2][most + 2];
        for (int i = 0; i <= most; i++) {
            for (int j = 0; j <= most; j++) {
                p[i][j] = Math.pow(0.5, i + j);
            }
        }
        for (int sweep = 0; sweep < 4_000; sweep++) {
            double sum = 0;
            for (int i = 0; i <= most; i++) {
                for (int j = 0; j <= most; j++) {
                    double in = p[i + 1][j] + p[i][j + 1];
                    in += i > 0 ? p[i - 1][j] * joins(rate, i - 1, j) : 0;
                    in += j > 0 ? p[i][j - 1] * joins(rate, j - 1, i) : 0;
                    double out = rate + (i > 0 ? 1 : 0) + (j > 0 ? 1 : 0);
                    p[i][j] = in / out;
                    sum += p[i][j];
                }
            }
            for (double[] row : p) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= sum;
                }
            }
        }
        double mean = 0;
        for (int i = 0; i <= most; i++) {
            for (int j = 0; j <= most; j++) {
                mean += (i + j) * p[i][j];
            }
        }
        return mean;
    }

    private static double joins(double rate, int own, int other) {
        return own < other ? rate : own == other ? rate / 2 : 0;
    }

    /**
     * The supermarket model (Mitzenmacher 1996, Vvedenskaya et al. 1996): with many servers and two choices the stay is the sum of ρ to
     * the power of 2ⁱ - 2. With 200 of them it is off by less than 2 %, so this is no test of a hypothesis: the tolerance is the
     * model's.
     */
    @Test
    void twoChoicesComeCloseToTheSupermarketModel() {
        double load = 0.9;
        double stay = 0;
        for (int i = 1; i < 12; i++) {
            stay += Math.pow(load, Math.pow(2, i) - 2);
        }
        Run run = Run.of(balanced(1, Algorithm.POWER_OF_TWO, 200, load, 10_000).withWarmUp(WARM_UP));
        run.runUntil(40 * SECOND);
        double measured = Systems.node(run.report(), "lb").latency().meanNanos() / 1e7;
        assertThat(measured / stay).isCloseTo(1, within(0.02));
    }
}
