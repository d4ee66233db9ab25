package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.transcript;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.expecting.ExpectationsTest;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.traffic.Arrivals;

/** The warm-up becomes another one while it runs: all figures are of the same part of the run, which the report names. */
class WarmUpChangeTest {
    /** 100 requests/s of 4 ms, so that the core is busy for two fifths of the time; down from 4 s to 8 s. */
    private static Topology system(long warmUpSeconds) {
        return queue(1, poisson(0).arrivals(new Arrivals.Constant(100)), server("s", 1, fixed(4_000)))
                .withScenario(List.of(at(4, new Command.Crash("s")), at(8, new Command.Recover("s"))))
                .withExpect(List.of(ExpectationsTest.expectation("throughput of s > 0/s")))
                .withWarmUp(Duration.ofSeconds(warmUpSeconds));
    }

    private static Run changed(long before, long atSeconds, long after) {
        Run run = Run.of(system(before));
        run.runUntil(atSeconds * SECOND);
        run.apply(new Command.Revise(system(after)));
        run.runUntil(20 * SECOND);
        return run;
    }

    /** Measured from 0 s, 6 s, 12 s: down for 4 s, 2 s and 0 s of that. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 18, 0, 4",
        "0, 10, 5, 0, 4",
        "6, 10, 18, 6, 2",
        "6, 3, 12, 12, 0",
        "12, 3, 6, 6, 2",
        "12, 6, 2, 6, 2",
        "12, 10, 0, 10, 0"
    })
    void allFiguresAreOfTheSamePartOfTheRun(long before, long at, long after, long from, long down) {
        Run run = changed(before, at, after);
        Report report = run.report();
        assertThat(report.warmUpNanos()).isEqualTo(from * SECOND);
        assertThat(node(report, "s").downNanos()).isEqualTo(down * SECOND);
        double up = 20 - from - down;
        assertThat(node(report, "s").utilization()).isCloseTo(0.4 * up / (20 - from), within(0.001));
        Verdict.Met met = (Verdict.Met) report.verdicts().getFirst();
        assertThat(met.measured()).isCloseTo(100 * up / (20 - from), within(0.2));
    }

    @Test
    void saysThatAWarmUpThatIsOverHoldsFromTheNextStart() {
        assertThat(transcript(changed(0, 10, 18)))
                .contains(
                        "figures are measured from 0 ns on in this run; the warm-up of 18 s holds from the next start");
        assertThat(transcript(changed(12, 3, 6))).noneMatch(line -> line.contains("measured from"));
    }

    @Test
    void aPartOfTheRunThatBeginsInTheWarmUpIsNotJudged() {
        Run run = Run.of(system(0).withWarmUp(Duration.ofSeconds(2)));
        run.runUntil(SECOND);
        run.apply(new Command.Revise(
                system(6).withExpect(List.of(ExpectationsTest.expectation("utilization of s < 1% during 3s..10s")))));
        run.runUntil(20 * SECOND);
        Verdict.Unknown unknown = (Verdict.Unknown) run.report().verdicts().getFirst();
        assertThat(unknown.reason()).isEqualTo("its beginning is in the warm-up, which ends at 6s");
    }

    @Test
    void isReplayedEqually() {
        Run run = changed(12, 6, 2);
        Replay replay = new Replay(system(12), run.log());
        replay.runUntil(20 * SECOND);
        assertThat(replay.run().report()).isEqualTo(run.report());
    }
}
