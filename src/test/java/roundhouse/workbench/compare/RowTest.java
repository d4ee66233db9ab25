package roundhouse.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.data.WriteFlush;

/** What the Compare view says of two runs. */
class RowTest {
    private static final long SECOND = 1_000_000_000;

    private static ComparedDesign design(String name, Command... commands) {
        Topology start = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "takeover.json")))
                .topology()
                .withScenario(List.of());
        return new ComparedDesign(
                name,
                start,
                List.of(commands).stream()
                        .map(command -> new Run.Entry(SECOND, Replay.AFTER_ALL, command))
                        .toList());
    }

    private static ComparedDesign down() {
        return design("down", new Command.Crash("lb-1"), new Command.Crash("lb-2"));
    }

    private static RunComparison compared(ComparedDesign a, ComparedDesign b) {
        PairedRuns runs = new PairedRuns(a, b, 2 * SECOND, 4 * SECOND);
        runs.finish();
        return runs.result();
    }

    private static Row row(RunComparison comparison, String name) {
        return Row.of(comparison).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSideWithoutRepliesHasNoLatencyAndIsNotFaster() {
        RunComparison comparison = compared(design("sound"), down());
        for (String name : List.of("Mean latency", "Latency p50", "Latency p90", "Latency p99", "Latency max")) {
            Row row = row(comparison, name);
            assertThat(row.a()).endsWith(" ms");
            assertThat(row.b()).isEqualTo("no replies");
            assertThat(List.of(row.difference(), row.paired(), row.unpaired())).containsOnly("");
            assertThat(row.certain()).isFalse();
        }
        assertThat(row(comparison, "Succeeded").difference()).isEqualTo("−100.00 points");
        assertThat(Row.headline(comparison)).startsWith("There were no replies in “down” ");
        assertThat(Row.basis(comparison)).endsWith("0 of them succeeded in both.");
    }

    @Test
    void whichSideHadNoRepliesIsSaid() {
        assertThat(Row.headline(compared(down(), design("sound")))).startsWith("There were no replies in “down” ");
        RunComparison neither = compared(down(), down());
        assertThat(Row.headline(neither)).startsWith("There were no replies in “down” or “down” ");
        assertThat(row(neither, "Latency p99").a()).isEqualTo("no replies");
    }

    @Test
    void twoSidesWithRepliesHaveADifference() {
        RunComparison comparison = compared(design("sound"), design("slow", new Command.Slow("s1", 3)));
        assertThat(Row.headline(comparison)).startsWith("“slow” answers ").endsWith(" slower than “sound” on average.");
        assertThat(row(comparison, "Mean latency"))
                .extracting(Row::word, Row::tone, Row::certain)
                .containsExactly("worse", Row.Tone.WORSE, true);
        assertThat(row(comparison, "Latency p99"))
                .extracting(Row::word, Row::tone, Row::certain)
                .containsExactly("slower", Row.Tone.WORSE, false);
        assertThat(row(compared(design("slow", new Command.Slow("s1", 3)), design("sound")), "Mean latency"))
                .extracting(Row::word, Row::tone)
                .containsExactly("better", Row.Tone.BETTER);
        assertThat(row(comparison, "Mean latency").difference()).startsWith("+").endsWith("ms");
        assertThat(row(comparison, "Latency p99").difference()).startsWith("+").endsWith("ms");
        assertThat(Row.basis(comparison)).contains(" batches of ");
    }

    @Test
    void whatIsTheSameIsNeitherBetterNorWorse() {
        RunComparison comparison = compared(design("one"), design("two"));
        assertThat(Row.headline(comparison)).contains("does not differ").contains("“two”");
        assertThat(Row.of(comparison)).allMatch(row -> row.tone() == Row.Tone.NEITHER && !row.certain());
        assertThat(row(comparison, "Mean latency").word()).isEqualTo("no clear difference");
        assertThat(row(comparison, "Requests ok").word()).isEmpty();
    }

    @Test
    void fewerThatSucceedIsWorseAndSaidInPoints() {
        RunComparison comparison = compared(design("sound"), design("faulty", new Command.Errors("s1", 0.5)));
        assertThat(row(comparison, "Succeeded").difference()).startsWith("−").endsWith(" points");
        assertThat(row(comparison, "Succeeded").paired()).startsWith("± ").endsWith(" points");
        assertThat(row(comparison, "Succeeded"))
                .extracting(Row::word, Row::tone)
                .containsExactly("worse", Row.Tone.WORSE);
        assertThat(row(comparison, "Requests failed"))
                .extracting(Row::word, Row::tone)
                .containsExactly("more", Row.Tone.WORSE);
        assertThat(Row.headline(comparison))
                .containsPattern("Of the requests to “faulty” [\\d.]+ points fewer succeed\\.");
    }

    /** One flushes every half second, the other every tenth: fewer writes are lost, and the database has more to do. */
    @Test
    void whatBecameOfDataIsComparedToo() {
        Topology slow = sample("write-back-and-a-crash.json");
        Topology quick = slow.withNodes(slow.nodes().stream()
                .map(node -> node instanceof CacheNode cache
                        ? cache.with(CacheNode.FLUSH, cache.flushes().with(WriteFlush.EVERY, Duration.ofMillis(100)))
                        : node)
                .toList());
        PairedRuns runs = new PairedRuns(
                new ComparedDesign("slow", slow, List.of()),
                new ComparedDesign("quick", quick, List.of()),
                10 * SECOND,
                25 * SECOND);
        runs.finish();
        RunComparison comparison = runs.result();
        Row lost = row(comparison, "Lost writes, whole run");
        assertThat(lost.difference()).startsWith("−");
        assertThat(lost.tone()).isEqualTo(Row.Tone.BETTER);
        assertThat(lost.word()).isEqualTo("less");
        Row writes = row(comparison, "DB writes, whole run");
        assertThat(writes.difference()).startsWith("+");
        assertThat(writes.tone()).isEqualTo(Row.Tone.NEITHER);
        assertThat(row(comparison, "cache: hit ratio, whole run").a()).endsWith(" %");
        assertThat(row(comparison, "Read p99, whole run").a()).endsWith(" ms");
        assertThat(Row.of(comparison)).extracting(Row::name).doesNotContain("cache: refreshes, whole run");
    }

    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }
}
