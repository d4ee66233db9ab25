package roundhouse.simulation.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.TraceRecorder;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.TwoLevels;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.targets.BackupUse;

/** All backups share the load, as in nginx, or only the first that is well takes it, as HAProxy was observed to do. */
class BackupUseTest {
    private static Topology topology(Algorithm algorithm, BackupUse use) {
        Topology topology = TwoLevels.topology(algorithm, 0, 2, 3);
        return topology.withNodes(topology.nodes().stream()
                .map(node -> node instanceof LoadBalancer balancer ? balancer.with(LoadBalancer.BACKUPS, use) : node)
                .toList());
    }

    private static Run withoutPrimaries(Topology topology) {
        Run run = Run.of(topology);
        run.apply(new Command.Crash("p1"));
        run.apply(new Command.Crash("p2"));
        run.runUntil(SECOND);
        return run;
    }

    /** What each backup got of the next second's requests. */
    private static List<Long> next(Run run) {
        List<Long> before = picked(run);
        run.runUntil(run.nowNanos() + SECOND);
        List<Long> after = picked(run);
        return List.of(after.get(0) - before.get(0), after.get(1) - before.get(1), after.get(2) - before.get(2));
    }

    private static List<Long> picked(Run run) {
        return List.of("b1", "b2", "b3").stream()
                .map(id -> Systems.node(run.report(), id).picked())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFirstThatIsWellTakesAll(Algorithm algorithm) {
        Run run = withoutPrimaries(topology(algorithm, BackupUse.FIRST));
        assertThat(next(run)).containsExactly(1_000L, 0L, 0L);
        run.apply(new Command.Crash("b1"));
        run.runUntil(3 * SECOND);
        assertThat(next(run)).containsExactly(0L, 1_000L, 0L);
        run.apply(new Command.Drain("lb", "b2"));
        assertThat(next(run)).containsExactly(0L, 0L, 1_000L);
        run.apply(new Command.Recover("b1"));
        run.runUntil(6 * SECOND);
        assertThat(next(run)).containsExactly(1_000L, 0L, 0L);
        run.apply(new Command.Recover("p1"));
        run.runUntil(8 * SECOND);
        assertThat(next(run)).containsExactly(0L, 0L, 0L);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isZero();
    }

    @Test
    void allOfThemShare() {
        Run run = withoutPrimaries(topology(Algorithm.ROUND_ROBIN, BackupUse.ALL));
        assertThat(next(run)).allSatisfy(picks -> assertThat(picks).isBetween(333L, 334L));
    }

    @Test
    void theSettingCanChangeWhileItRuns() {
        Run run = withoutPrimaries(topology(Algorithm.ROUND_ROBIN, BackupUse.ALL));
        run.apply(new Command.Revise(topology(Algorithm.ROUND_ROBIN, BackupUse.FIRST)));
        assertThat(next(run)).containsExactly(1_000L, 0L, 0L);
        run.apply(new Command.Revise(topology(Algorithm.ROUND_ROBIN, BackupUse.ALL)));
        assertThat(next(run)).allSatisfy(picks -> assertThat(picks).isBetween(333L, 334L));
    }

    @Test
    void thePickSaysThatItStandsBehind() {
        TraceRecorder recorder = new TraceRecorder(TraceSelection.begunBetween(SECOND, 2 * SECOND, 10), true);
        Run run = Run.of(
                topology(Algorithm.RANDOM, BackupUse.FIRST).withScenario(TwoLevels.allBut(0, 2, 3, 3)), recorder);
        run.runUntil(3 * SECOND);
        Pick pick = recorder.traces().getLast().picks().getLast();
        assertThat(pick.because())
                .contains("b1 is the only one that can take it.")
                .anyMatch(text -> text.contains("b2 (backup behind another one), b3 (backup behind another one)"));
    }
}
