package roundhouse.simulation.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceRecorder;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.simulation.testing.TwoLevels;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * Primaries and backups that share the load by a panic threshold, from 1 s to 11 s of a run: of 10,000 requests, within 4.5 standard
 * deviations (an error of 7 in a million).
 */
class PriorityLevelsTest {
    private static Run begun(Topology topology, Command... commands) {
        Run run = Run.of(topology);
        List.of(commands).forEach(run::apply);
        run.runUntil(SECOND);
        return run;
    }

    /** The part that backups get of the next 10,000 requests. */
    private static void backupsGet(Run run, double part) {
        long before = TwoLevels.picked(run, "b");
        run.runUntil(run.nowNanos() + 10 * SECOND);
        assertThat((double) TwoLevels.picked(run, "b") - before)
                .isCloseTo(10_000 * part, Assertions.within(4.5 * Math.sqrt(10_000 * part * (1 - part))));
    }

    /** Half of the primaries bear 70 %. */
    @ParameterizedTest
    @EnumSource
    void whateverTheAlgorithm(Algorithm algorithm) {
        Run run = begun(TwoLevels.topology(algorithm, 50, 4, 2), new Command.Crash("p3"), new Command.Crash("p4"));
        long refused = run.report().outcomes().get(Outcome.REFUSED);
        backupsGet(run, 0.3);
        assertThat(run.report().outcomes().get(Outcome.REFUSED)).isEqualTo(refused);
        run.apply(new Command.Recover("p3"));
        run.runUntil(run.nowNanos() + SECOND);
        backupsGet(run, 0);
    }

    @Test
    void theTranscriptSaysWhatBackupsGet() {
        Run run = begun(TwoLevels.topology(Algorithm.RANDOM, 50, 4, 2), new Command.Crash("p3"));
        run.apply(new Command.Crash("p4"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Crash("p2"));
        run.runUntil(3 * SECOND);
        run.apply(new Command.Crash("p1"));
        run.runUntil(4 * SECOND);
        List.of("p1", "p2", "p3").forEach(id -> run.apply(new Command.Recover(id)));
        run.runUntil(5 * SECOND);
        assertThat(run.report().transcript())
                .extracting(TranscriptLine::text)
                .filteredOn(text -> text.startsWith("lb gives"))
                .startsWith(
                        "lb gives backups 30 % of the load",
                        "lb gives backups 65 % of the load", "lb gives backups 100 % of the load")
                .endsWith("lb gives backups 0 % of the load")
                .hasSize(6);
    }

    @Test
    void withoutAThresholdBackupsServeOnlyWhenNoPrimaryCan() {
        Run run = begun(
                TwoLevels.topology(Algorithm.ROUND_ROBIN, 0, 4, 2),
                new Command.Crash("p2"),
                new Command.Crash("p3"),
                new Command.Crash("p4"));
        backupsGet(run, 0);
        run.apply(new Command.Crash("p1"));
        run.runUntil(run.nowNanos() + SECOND);
        backupsGet(run, 1);
    }

    /** 1 of 20 bears 7 %, 13 of 20 bear 91 %: that is not all of it, and the primaries panic. */
    @Test
    void oneLevelMayPanicAndTheOtherNot() {
        Run run = begun(TwoLevels.topology(Algorithm.LEAST_CONNECTIONS, 50, 20, 20)
                .withScenario(TwoLevels.allBut(1, 20, 13, 20)));
        long refused = run.report().outcomes().get(Outcome.REFUSED);
        backupsGet(run, 0.92);
        assertThat(TwoLevels.panics(run, false)).isTrue();
        assertThat(TwoLevels.panics(run, true)).isFalse();
        // 8 % of the requests, of which 19 in 20 are refused, and so at once that the dead look idle.
        assertThat(run.report().outcomes().get(Outcome.REFUSED) - refused).isBetween(600L, 930L);
    }

    /** 1 of 5 and none of 3: five eighths, rounded down, and the rest. */
    @Test
    void whenBothPanicTheyShareByTheirNumber() {
        Run run = begun(TwoLevels.topology(Algorithm.ROUND_ROBIN, 50, 5, 3).withScenario(TwoLevels.allBut(1, 5, 0, 3)));
        backupsGet(run, 0.37);
        assertThat(TwoLevels.panics(run, false)).isTrue();
        assertThat(TwoLevels.panics(run, true)).isTrue();
    }

    @Test
    void whoCannotServeHisPartLeavesItToTheOthers() {
        Run run = begun(
                TwoLevels.topology(Algorithm.RANDOM, 50, 2, 2),
                new Command.Crash("p2"),
                new Command.Drain("lb", "b1"),
                new Command.Drain("lb", "b2"));
        backupsGet(run, 0);
        run.apply(new Command.Undrain("lb", "b2"));
        backupsGet(run, 0.3);
        run.apply(new Command.Drain("lb", "p1"));
        backupsGet(run, 1);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isZero();
    }

    @Test
    void whileAllIsWellNothingIsDrawnAndNothingIsDifferent() {
        Run with = begun(TwoLevels.topology(Algorithm.RANDOM, 50, 4, 2));
        Run without = begun(TwoLevels.topology(Algorithm.RANDOM, 0, 4, 2));
        assertThat(with.digest()).isEqualTo(without.digest());
    }

    @ParameterizedTest
    @EnumSource
    void thePickSaysWhatWasDrawn(Algorithm algorithm) {
        Topology topology = TwoLevels.topology(algorithm, 50, 2, 1).withScenario(TwoLevels.allBut(1, 2, 1, 1));
        TraceRecorder recorder = new TraceRecorder(TraceSelection.begunBetween(SECOND, 2 * SECOND, 100), true);
        Run recorded = Run.of(topology, recorder);
        recorded.runUntil(3 * SECOND);
        int backups = 0;
        for (Trace trace : recorder.traces()) {
            Pick pick = trace.picks().getLast();
            Explanation explanation = ((Pick.Ground.Algorithm) pick.ground()).explanation();
            boolean backup = pick.target().equals("b1");
            assertThat(pick.because())
                    .as("request %d", trace.number())
                    .anyMatch(text -> text.matches(
                            "For their health primaries have 70 % of the load and backups 30 %: \\d+ was drawn of 0 to 99,"
                                    + " which is for " + (backup ? "backups" : "primaries") + "\\."));
            assertThat(explanation.candidates())
                    .extracting(Explanation.Candidate::excluded)
                    .containsExactly(backup ? "primary" : "", "taken out by health checks", backup ? "" : "backup");
            assertThat(wayOf(trace.parts())).as("it went there").contains("lb → " + pick.target());
            backups += backup ? 1 : 0;
        }
        assertThat(backups).isBetween(10, 50);
        Run run = Run.of(topology);
        run.runUntil(3 * SECOND);
        assertThat(recorded.digest()).isEqualTo(run.digest());
    }

    private static List<String> wayOf(List<Span> parts) {
        return parts.stream()
                .flatMap(part -> Stream.concat(Stream.of(part.where()), wayOf(part.parts()).stream()))
                .toList();
    }
}
