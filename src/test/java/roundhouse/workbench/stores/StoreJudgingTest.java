package roundhouse.workbench.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.HeldWork;
import roundhouse.workbench.Job;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.history.CheckedHistory;

/** Judging what a store was asked in a run, in the background; the screen and the background are queues that the test runs by hand. */
class StoreJudgingTest {
    @TempDir
    private Path directory;

    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final HeldWork work = new HeldWork();
    private final List<CheckedHistory> results = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private WorkLane lane;

    @BeforeEach
    void open() {
        lane = new BackgroundWork(screen::add, new Failures(directory, screen::add, _ -> {}), _ -> work).lane("judge");
    }

    private Job begin(String sample, Check check) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
        StoreJudging judging = new StoreJudging(
                topology,
                List.of(),
                45_000_000_000L,
                topology.stores().getFirst().id(),
                check);
        return lane.replace(new BackgroundTask<>("Not judged", judging, results::add, reasons::add));
    }

    private void runAll() {
        work.runAll();
        while (!screen.isEmpty()) {
            screen.remove().run();
        }
    }

    @Test
    void aRunIsPlayedAgainAndJudgedAndSaysHowFarItIs() {
        Job job = begin("partition-consistent.json", Check.LINEARIZABLE);
        assertThat(job.progress()).isNegative();
        runAll();
        assertThat(job.progress()).isBetween(0.5, 1.0);
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().verdict()).isInstanceOf(HistoryVerdict.Holds.class);
        begin("partition-available.json", Check.LINEARIZABLE);
        runAll();
        assertThat(results.getLast().verdict()).isInstanceOf(HistoryVerdict.Broken.class);
    }

    @Test
    void whoGivesItUpIsToldSoAndNothingElse() {
        Job job = begin("partition-consistent.json", Check.LINEARIZABLE);
        job.giveUp();
        runAll();
        assertThat(job.hasEnded()).isTrue();
        assertThat(results).isEmpty();
        assertThat(reasons).containsExactly("it was cancelled");
    }
}
