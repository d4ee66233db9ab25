package roundhouse.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.PairedRuns;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.WorkLane;

/** Comparing two runs in the background. */
class CompareWorkTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path state;

    private final List<CompareWork.State> shown = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private QueuedScreen screen;
    private WorkLane lane;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        lane = screen.lane("compare");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    /** A sample with itself. */
    private static PairedRuns runs(long until) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
        return new PairedRuns(ComparedDesign.of(topology), ComparedDesign.of(topology), 0, until);
    }

    private void begin(CompareWork work) {
        lane.replace(new BackgroundTask<>("The comparison failed", work, shown::add, failed::add));
    }

    @Test
    void itRunsToTheEndAndShowsTheResult() throws InterruptedException {
        begin(new CompareWork(() -> runs(3 * SECOND), _ -> {}));
        while (shown.isEmpty()) {
            screen.take().run();
        }
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().running()).isFalse();
        assertThat(shown.getFirst().progress()).isEqualTo(1);
        assertThat(shown.getFirst().comparison().untilNanos()).isEqualTo(3 * SECOND);
    }

    @Test
    void whenItIsEnoughWhatWasFoundStays() throws InterruptedException {
        List<CompareWork.State> onTheWay = new ArrayList<>();
        CompareWork work = new CompareWork(() -> runs(Long.MAX_VALUE / 2), onTheWay::add);
        begin(work);
        screen.take().run();
        assertThat(onTheWay).hasSize(1);
        assertThat(onTheWay.getFirst().running()).isTrue();
        work.enough();
        while (shown.isEmpty()) {
            screen.take().run();
        }
        assertThat(shown.getFirst().running()).isFalse();
        assertThat(shown.getFirst().comparison().untilNanos())
                .isGreaterThanOrEqualTo(onTheWay.getFirst().comparison().untilNanos());
    }

    @Test
    void theLastStateOfAnOlderComparisonNeverShowsOverANewer() throws InterruptedException {
        CompareWork older = new CompareWork(() -> runs(SECOND), _ -> {});
        begin(older);
        Runnable late = screen.take();
        begin(new CompareWork(() -> runs(2 * SECOND), _ -> {}));
        Runnable newer = screen.take();
        late.run();
        newer.run();
        while (shown.isEmpty()) {
            screen.take().run();
        }
        assertThat(shown).extracting(state -> state.comparison().untilNanos()).containsOnly(2 * SECOND);
    }

    @Test
    void runsThatCannotBeComparedAreTold() throws InterruptedException {
        begin(new CompareWork(
                () -> {
                    throw new IllegalArgumentException("only runs of the same seed see the same requests");
                },
                _ -> {}));
        screen.take().run();
        assertThat(failed).containsExactly("only runs of the same seed see the same requests");
        assertThat(screen.notices()).hasSize(1);
        assertThat(screen.notices().getFirst().message())
                .startsWith("The comparison failed (only runs of the same seed");
    }
}
