package roundhouse.workbench.inspector.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.analysis.caching.CacheTheory;
import roundhouse.analysis.caching.MeasuredCache;
import roundhouse.analysis.caching.TheoryTable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.QueuedScreen;

/** What the inspector says of theory. */
class TheoryModelTest {
    @TempDir
    private Path state;

    private QueuedScreen screen;
    private TheoryModel model;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        model = new TheoryModel(screen.lane("theory"));
    }

    @AfterEach
    void close() {
        screen.close();
        assertThat(screen.notices()).isEmpty();
    }

    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static Frame frame(Run run, long seconds) {
        run.runUntil(seconds * 1_000_000_000);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    private static int index(Frame frame, String id) {
        return IntStream.range(0, frame.topology.nodes().size())
                .filter(i -> frame.topology.nodes().get(i).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void untilWorkedOut() throws InterruptedException {
        screen.take().run();
    }

    /** What a frame measured is what the report of the same moment does, and the rest is the same theory. */
    @Test
    void theWindowSaysWhatTheReportSays() throws InterruptedException {
        Topology topology = sample("stampede.json");
        Run run = Run.of(topology);
        Frame frame = frame(run, 20);
        int cache = index(frame, "cache-a");
        assertThat(model.lines(frame, cache)).as("not worked out yet").isEmpty();
        untilWorkedOut();
        TheoryTable report = TheoryTable.of(
                Objects.requireNonNull(CacheTheory.of(topology).get("cache-a")),
                MeasuredCache.of(
                        topology,
                        Objects.requireNonNull(run.report().data()),
                        run.report().simulatedNanos(),
                        "cache-a"));
        assertThat(model.lines(frame, cache)).isEqualTo(report.lines()).hasSize(4);
        assertThat(model.lines(frame, index(frame, "web-a"))).as("has no cache").isEmpty();
        assertThat(screen.isEmpty()).as("worked out once").isTrue();
    }

    @Test
    void anotherTopologyIsWorkedOutAnew() throws InterruptedException {
        Frame before = frame(Run.of(sample("stampede.json")), 1);
        assertThat(model.lines(before, index(before, "cache-a"))).isEmpty();
        untilWorkedOut();
        Frame crash = frame(Run.of(sample("write-back-and-a-crash.json")), 21);
        int cache = index(crash, "cache");
        assertThat(model.lines(crash, cache)).isEmpty();
        untilWorkedOut();
        assertThat(model.lines(crash, cache)).anySatisfy(line -> {
            assertThat(line.label()).isEqualTo("Lost by a crash");
            assertThat(line.expected()).isEqualTo("73.25 writes");
            assertThat(line.measured()).isEqualTo("%.1f writes".formatted((double) crash.data.lostWrites));
        });
    }
}
