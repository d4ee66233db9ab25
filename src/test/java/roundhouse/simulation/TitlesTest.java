package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** What is told of nodes calls them by their titles. */
class TitlesTest {
    private static Topology sample(String name) throws IOException {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static List<String> transcript(Topology topology, Duration time) {
        Run run = Run.of(topology);
        run.runUntil(time.toNanos());
        return run.report().transcript().stream().map(TranscriptLine::text).toList();
    }

    @Test
    void theTranscriptSaysLabels() throws IOException {
        List<String> lines = transcript(sample("game-servers-in-memory.json"), Duration.ofSeconds(40));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Game server 2 crashed"))
                .anyMatch(line -> line.contains("removed Game server 2"))
                .noneMatch(line -> line.matches(".*\\bs[123]\\b.*"));
    }

    @Test
    void twoOfOneLabelAreToldApart() throws IOException {
        Topology topology = sample("slow-service-three-tiers-down.json");
        Topology alike = topology.withNodes(topology.nodes().stream()
                .map(node ->
                        node.title().endsWith(" B") ? node.labelled(node.title().replace(" B", "")) : node)
                .toList());
        List<String> lines = transcript(alike, Duration.ofSeconds(16));
        assertThat(lines)
                .contains("Stock (stock) is 30× slower", "Stock (stock-b) is 30× slower")
                .anyMatch(line -> line.startsWith("Web (web-b) → Orders (orders-b): breaker opened"));
    }
}
