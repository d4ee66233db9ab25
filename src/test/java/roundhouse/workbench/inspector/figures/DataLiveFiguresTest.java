package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.FigureText;

/** What the inspector tells of data at a node of a whole run. */
class DataLiveFiguresTest {
    private static Run run(String sample, long nanos) {
        Run run = Run.of(((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology());
        run.runUntil(nanos);
        return run;
    }

    private static Frame frame(Run run) {
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

    private static Map<String, String> figures(Frame frame, String id) {
        return DataLiveFigures.of(frame, index(frame, id));
    }

    @Test
    void aCacheTellsWhatItsReportCounts() {
        Run run = run("write-back-and-a-crash.json", 19_300_000_000L);
        DataReport.Caches cache =
                Objects.requireNonNull(run.report().data()).caches().get("cache");
        Map<String, String> figures = figures(frame(run), "cache");
        assertThat(cache.dirty()).isPositive();
        assertThat(figures)
                .containsEntry("Entries", FigureText.count(cache.entries()))
                .containsEntry("Capacity, each", FigureText.count(1_000))
                .containsEntry("Dirty now", FigureText.count(cache.dirty()))
                .containsEntry("Stale among hits", FigureText.percent((double) cache.stale() / cache.hits()))
                .containsEntry("Lost writes, all nodes", "0");
        Map<String, String> after = figures(frame(run("write-back-and-a-crash.json", 21_000_000_000L)), "cache");
        assertThat(after.get("Lost writes, all nodes")).isNotEqualTo("0");
    }

    /** Over ten whole seconds what went in the last second adds up to what went at all. */
    @Test
    void ratesAreOfTheLastSecond() {
        Run run = run("write-back-and-a-crash.json", 0);
        long reads = 0;
        long writes = 0;
        long evictions = 0;
        Frame frame = new Frame();
        for (int second = 1; second <= 10; second++) {
            run.runUntil(second * 1_000_000_000L);
            run.observe(frame);
            reads += frame.data.readsLately[index(frame, "db")];
            writes += frame.data.writesLately[index(frame, "db")];
            evictions += frame.data.evictedLately[index(frame, "cache")];
        }
        assertThat(reads).isEqualTo(frame.data.databaseReads).isPositive();
        assertThat(writes).isEqualTo(frame.data.databaseWrites).isPositive();
        assertThat(evictions)
                .isEqualTo(frame.data.count(CacheFigure.EVICTED, index(frame, "cache")))
                .isPositive();
        assertThat(figures(frame, "db"))
                .containsEntry("Reads", FigureText.count(frame.data.readsLately[index(frame, "db")]) + "/s")
                .doesNotContainKey("Hit ratio");
    }

    @Test
    void expirationsAreCounted() {
        Run run = run("six-places-to-cache.json", 40_000_000_000L);
        DataReport.Caches lb =
                Objects.requireNonNull(run.report().data()).caches().get("lb");
        assertThat(lb.expired()).isPositive();
        assertThat(figures(frame(run), "lb"))
                .containsEntry("Found expired", FigureText.count(lb.expired()))
                .doesNotContainKey("Lost writes, all nodes");
        assertThat(figures(frame(run), "cdn")).containsKey("Hit ratio");
    }

    @Test
    void aNodeWithoutDataTellsNothingOfIt() {
        assertThat(figures(frame(run("three-servers.json", 1_000_000_000L)), "s1"))
                .isEmpty();
    }
}
