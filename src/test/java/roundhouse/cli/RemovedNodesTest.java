package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened at nodes and links that were removed during a run stays in every report. */
class RemovedNodesTest {
    private static final String REMOVED_BALANCER =
            "src/test/resources/field/01-picked-less-than-ok-after-remove-lb.json";
    private static final String REMOVED_SERVER = "src/test/resources/field/12-series-csv-forgets-removed-server.json";
    private static final String REMOVED_ACTIVE = "src/test/resources/field/20-pair-remove-picked-10000-ok-19997.json";

    @TempDir
    private Path folder;

    @Test
    void picksOfABalancerThatWasRemovedCountForItsServers() {
        JsonNode report = json(REMOVED_BALANCER);
        for (String server : List.of("s1", "s2")) {
            JsonNode its = report.get("nodes").get(server);
            assertThat(its.get("picked").asLong())
                    .isBetween(999L, 1_000L)
                    .isGreaterThanOrEqualTo(its.get("served").asLong());
            assertThat(its.get("served").asLong()).isBetween(998L, 1_000L);
        }
        JsonNode pair = json(REMOVED_ACTIVE).get("nodes").get("s1");
        assertThat(pair.get("picked").asLong())
                .isGreaterThanOrEqualTo(pair.get("served").asLong())
                .isGreaterThanOrEqualTo(19_997);
    }

    @Test
    void aNodeThatWasRemovedStandsAfterTheOthers() {
        assertThat(CliRunner.run("run", REMOVED_BALANCER, "--for", "5s").out()).doesNotContain("removed");
        assertThat(CliRunner.run("run", REMOVED_BALANCER).out())
                .containsPattern("\ns2 .*\nl1 \\(removed at 10 s\\)  load-balancer +500 +500 +0 ");
        JsonNode removed = json(REMOVED_BALANCER).get("removed");
        assertThat(removed).hasSize(1);
        assertThat(removed.get(0).get("id").asString()).isEqualTo("l1");
        assertThat(removed.get(0).get("at").asDouble()).isEqualTo(10.0);
        assertThat(removed.get(0).get("picked").asLong()).isEqualTo(500);
        assertThat(removed.get(0).get("in-flight").get("mean").asDouble())
                .as("50 a second for 2 ms, while it was there")
                .isBetween(0.099, 0.101);
        List<String> csv =
                CliRunner.run("run", REMOVED_BALANCER, "--format", "csv").lines();
        assertThat(csv.getFirst()).endsWith(",removed");
        assertThat(csv.getLast()).startsWith("l1,load-balancer,500,500,").endsWith(",10.0");
        assertThat(csv.get(1)).startsWith("c,").endsWith(",");
    }

    @Test
    void theSeriesOfAServerThatWasRemovedIsEmptyFromThen() throws IOException {
        List<String[]> rows = series(REMOVED_SERVER, "30s");
        int s3 = Arrays.asList(rows.getFirst()).indexOf("in_flight_s3");
        assertThat(rows.getFirst())
                .contains("in_flight_s1", "in_flight_s2", "in_flight_s3", "in_flight_s4", "in_flight_s5");
        assertThat(s3).isPositive();
        assertThat(rows).hasSize(301);
        assertThat(rows.subList(1, 200)).allSatisfy(row -> assertThat(row[s3]).matches("\\d+"));
        assertThat(rows.subList(1, 200)).anySatisfy(row -> assertThat(row[s3]).isNotEqualTo("0"));
        assertThat(rows.subList(202, 301)).allSatisfy(row -> assertThat(row[s3]).isEmpty());
    }

    @Test
    void latenciesAreEmptyWhereNothingIsAnswered() throws IOException {
        List<String[]> rows = series("src/test/resources/field/13-series-csv-zero-latency-in-outage.json", "2s");
        assertThat(rows.getFirst()).containsSubsequence("p50", "p95", "p99");
        assertThat(rows.subList(1, rows.size()))
                .hasSize(20)
                .allSatisfy(row -> assertThat(row[1] + "|" + row[4] + "|" + row[5] + "|" + row[6])
                        .isEqualTo("0.0|||"));
    }

    private List<String[]> series(String file, String length) throws IOException {
        Path out = folder.resolve("out");
        CliRunner.run("run", file, "--for", length, "--out", out.toString(), "--format", "csv");
        return Files.readAllLines(out.resolve("series.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static JsonNode json(String file) {
        return JsonMapper.builder()
                .build()
                .readTree(CliRunner.run("run", file, "--format", "json").out());
    }
}
