package roundhouse.workbench.compare.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.Entrant;

/** Designs that play side by side, without a screen: they keep to one clock and meet the same requests. */
class PlayingWorkTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path state;

    private final SharedClock clock = new SharedClock();
    private QueuedScreen screen;
    private List<DesignPicture> seen = List.of();

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
    }

    @AfterEach
    void close() {
        screen.close();
        assertThat(screen.notices()).isEmpty();
    }

    private void until(long nanos) throws InterruptedException {
        while (seen.isEmpty() || seen.getFirst().frame().timeNanos != nanos) {
            screen.take().run();
            long firstNanos = seen.getFirst().frame().timeNanos;
            assertThat(seen).allSatisfy(one -> assertThat(one.frame().timeNanos).isEqualTo(firstNanos));
        }
    }

    @Test
    void allFollowOneClockForthAndBack() throws InterruptedException {
        Topology topology =
                ((ReadResult.Read) TopologyFile.read(Path.of("samples", "slow-server-round-robin.json"))).topology();
        List<Entrant> four = Variation.ALGORITHMS.entrants(topology).subList(0, 4);
        screen.lane("playing")
                .replace(new BackgroundTask<>(
                        "Not played", new PlayingWork(four, clock, pictures -> seen = pictures), _ -> {}));
        clock.set(6 * SECOND, 1);
        until(6 * SECOND);
        Run alone = Run.of(topology);
        alone.runUntil(6 * SECOND);
        assertThat(seen.getFirst().frame().digest).isEqualTo(alone.digest());
        int clients = 0;
        assertThat(topology.nodes().get(clients).kind()).isEqualTo("clients");
        assertThat(seen)
                .allSatisfy(one -> assertThat(one.frame().arrived[clients])
                        .as("the same requests")
                        .isEqualTo(alone.requests()));
        assertThat(seen).extracting(one -> one.frame().digest).doesNotHaveDuplicates();
        while (!seen.getFirst().figures().containsKey(ComparedFigure.P99)) {
            screen.take().run();
        }
        assertThat(seen)
                .allSatisfy(
                        one -> assertThat(one.figures().get(ComparedFigure.P99)).isPositive());

        clock.set(2 * SECOND, 1);
        until(2 * SECOND);
        Run earlier = Run.of(topology);
        earlier.runUntil(2 * SECOND);
        assertThat(seen.getFirst().frame().digest).as("taken back").isEqualTo(earlier.digest());
    }
}
