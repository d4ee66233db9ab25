package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.components.CacheFigure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reports, tables and comparisons say of data. */
class DataReportsTest {
    private static final String CRASH = "samples/write-back-and-a-crash.json";

    @TempDir
    private Path folder;

    private static String run(String format) {
        return CliRunner.run("run", CRASH, "--for", "30s", "--format", format).out();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The cells of the rows of a table by the names of its columns. */
    private static List<Map<String, String>> table(String csv) {
        List<String> lines = csv.lines().toList();
        String[] header = lines.getFirst().split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    assertThat(cells).hasSameSizeAs(header);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < header.length; i++) {
                        row.put(header[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    @Test
    void theTableOfNodesHasEveryFigureOfTheJson() {
        JsonNode report = json(run("json"));
        List<Map<String, String>> rows = table(run("csv"));
        Map<String, String> cache = rows.stream()
                .filter(row -> "cache".equals(row.get("node")))
                .findFirst()
                .orElseThrow();
        for (CacheFigure figure : CacheFigure.values()) {
            double expected = report.at("/caches/cache").required(figure.key()).asDouble();
            assertThat(Double.parseDouble(cache.get(figure.column())))
                    .as(figure.key())
                    .isEqualTo(expected);
        }
        JsonNode ended = report.at("/data/ended-at/cache");
        assertThat(cache)
                .containsEntry("reads_ended", ended.get("reads").asString())
                .containsEntry("read_latency_p99", ended.at("/read-latency/p99").asString())
                .containsEntry(
                        "write_latency_mean", ended.at("/write-latency/mean").asString());
        assertThat(ended.get("share-of-reads").asDouble())
                .isEqualTo(
                        ended.get("reads").asDouble() / report.at("/data/reads").asDouble());
        JsonNode data = report.get("data");
        assertThat(data.get("stale-share").asDouble())
                .isCloseTo(
                        data.get("stale-reads").asDouble() / data.get("reads").asDouble(), within(1e-12));
        assertThat(data.get("dirty")).isEqualTo(report.at("/caches/cache/dirty"));
        assertThat(data.at("/read-latency/p99").asDouble()).isPositive();
        assertThat(data.has("invalidations")).isFalse();
    }

    /** What grew in spans adds up to what the whole run counted. */
    @Test
    void theSeriesHasWhatBecameOfDataOverTime() throws IOException {
        CliRunner.run("run", CRASH, "--for", "30s", "--format", "json", "--out", folder.toString());
        Path series = Files.list(folder)
                .filter(file -> file.toString().endsWith(".csv"))
                .findFirst()
                .orElseThrow();
        List<Map<String, String>> rows = table(Files.readString(series));
        double span = Double.parseDouble(rows.getFirst().get("until"));
        JsonNode report = json(run("json"));
        Map<String, String> counted = Map.of(
                "database_reads_per_second", "/data/database-reads",
                "database_writes_per_second", "/data/database-writes",
                "lost_writes_per_second", "/data/lost-acknowledged-writes",
                "evicted_per_second", "/caches/cache/evicted",
                "cold_misses_per_second", "/caches/cache/cold");
        counted.forEach((column, path) -> assertThat(rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(column)) * span)
                        .sum())
                .as(column)
                .isCloseTo(report.at(path).asDouble(), within(1e-3))
                .isPositive());
        assertThat(rows.getFirst()).containsKeys("hit_ratio_cache", "stale_share", "dirty");
        assertThat(rows.getLast()).doesNotContainEntry("hit_ratio_cache", "");
    }

    @Test
    void aTableOfARunWithoutDataHasNoneOfIt() throws IOException {
        CliRunner.run("run", "samples/three-servers.json", "--for", "2s", "--out", folder.toString());
        for (Path file : Files.list(folder).toList()) {
            assertThat(Files.readString(file)).doesNotContain("hit_ratio", "database_reads");
        }
        assertThat(CliRunner.run("run", "samples/three-servers.json", "--for", "2s", "--format", "csv")
                        .out())
                .doesNotContain("hit_ratio");
    }

    @Test
    void theTextCallsNodesWhatTheTranscriptCallsThem() {
        String text = run("text");
        assertThat(text)
                .containsPattern("\nWeb 1 +server ")
                .containsPattern("\nlb +load-balancer ")
                .containsPattern("\nCache +[\\d,]+ +[\\d,]+ +\\d\\d\\.\\d % ")
                .containsPattern("\nDatabase +[\\d,]+ +\\d\\d\\.\\d % ")
                .containsPattern("\nCache +Hit ratio ")
                .contains("Down        Cache for 5.00 s (75.00 % available)", "Reads took  mean ", "Writes took mean ")
                .doesNotContain("\nweb-1 ", "\ndb ");
    }

    @Test
    void nodesOfOneTitleHaveTheirIdsBesides() throws IOException {
        Path alike = Files.writeString(
                folder.resolve("alike.json"), Files.readString(Path.of(CRASH)).replace("Web 2", "Web 1"));
        assertThat(CliRunner.run("run", alike.toString(), "--for", "2s").out())
                .contains("\nWeb 1 (web-1)  server ", "\nWeb 1 (web-2)  server ");
    }

    @Test
    void aComparisonHasTheDataOfBothSides() throws IOException {
        Path quick = Files.writeString(
                folder.resolve("quick.json"), Files.readString(Path.of(CRASH)).replace("\"500ms\"", "\"100ms\""));
        String[] command = {"compare", CRASH, quick.toString(), "--for", "30s", "--format", "json"};
        JsonNode comparison = json(CliRunner.run(command).out()).at("/comparisons/0");
        JsonNode alone = json(run("json"));
        assertThat(comparison.at("/a/data")).isEqualTo(alone.get("data"));
        assertThat(comparison.at("/a/caches")).isEqualTo(alone.get("caches"));
        long lost = alone.at("/data/lost-acknowledged-writes").asLong();
        long fewer = comparison.at("/b/data/lost-acknowledged-writes").asLong();
        assertThat(fewer).isBetween(1L, lost - 1);
        String text = CliRunner.run(Arrays.copyOf(command, 5)).out();
        assertThat(text)
                .containsPattern("\nLost writes +" + lost + " +" + fewer + " +−" + (lost - fewer) + "\n")
                .containsPattern("\ncache: hit ratio +\\d\\d\\.\\d\\d % +\\d\\d\\.\\d\\d % +0\\.00 points\n")
                .containsPattern("\ncache: values held +\\d\\.\\d MiB ")
                .doesNotContain("refreshes", "Invalidations");
    }
}
