package roundhouse.simulation;

import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Theory;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;

/**
 * Servers whose cores are shared: how long requests stay depends on the mean of their service times alone, not on its law (M/G/1-PS:
 * s ÷ (1 - ρ); several cores: as M/M/c). Kelly, Reversibility and Stochastic Networks (1979), section 3.3. What the suite risks is in
 * {@link Theory}.
 */
class ProcessorSharingTheoryTest {
    private static Report[] runs(int rate, int cores, Distribution service) {
        Server sharing = server("s", cores, service).with(Server.DISCIPLINE, Discipline.PROCESSOR_SHARING);
        Report[] reports = new Report[Theory.REPLICATIONS];
        for (int seed = 1; seed <= reports.length; seed++) {
            Run run = Run.of(queue(seed, poisson(rate), sharing).withWarmUp(Duration.ofSeconds(10)));
            run.runUntil(60 * SECOND);
            reports[seed - 1] = run.report();
        }
        return reports;
    }

    private static void agrees(String what, Report[] reports, ToDoubleFunction<Report> figure, double theory) {
        Theory.agrees(what, Arrays.stream(reports).mapToDouble(figure).toArray(), theory);
    }

    private static double stay(Report report) {
        return Systems.node(report, "s").latency().meanNanos() / 1e9;
    }

    @Test
    void mm1At80Percent() {
        Report[] reports = runs(800, 1, exponential(1_000));
        agrees("stay", reports, ProcessorSharingTheoryTest::stay, 5e-3);
        agrees(
                "requests there",
                reports,
                report -> Systems.node(report, "s").inFlight().mean(),
                4);
        agrees("utilisation", reports, report -> Systems.node(report, "s").utilization(), 0.8);
    }

    @Test
    void theLawOfServiceTimesDoesNotMatter() {
        agrees("fixed", runs(700, 1, fixed(1_000)), ProcessorSharingTheoryTest::stay, 1e-3 / 0.3);
        Distribution varied = new Distribution.LogNormal(Duration.ofMillis(1), Duration.ofMillis(2));
        agrees("log-normal", runs(700, 1, varied), ProcessorSharingTheoryTest::stay, 1e-3 / 0.3);
    }

    /** Two cores at 75 %: C = 9/14 by Erlang, so 1 + 9/7 ms, for service times that are all the same. */
    @Test
    void twoCoresAreAsErlangHasThem() {
        agrees("stay", runs(1_500, 2, fixed(1_000)), ProcessorSharingTheoryTest::stay, (1 + 9.0 / 7) * 1e-3);
    }
}
