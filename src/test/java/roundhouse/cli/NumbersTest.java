package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers are read and written alike everywhere, and what was not measured is no number. */
class NumbersTest {
    private static final String SAMPLE = "samples/three-servers.json";

    /** Refuses connections for the second half of its second, so that nothing is answered then. */
    private static final String OUTAGE = """
            { "format": 1, "duration": "1s",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                { "id": "s1", "kind": "server", "cores": 4, "service": "1ms" } ],
              "links": [ { "from": "users", "to": "s1", "latency": "1ms" } ],
              "scenario": [ { "at": "500ms", "crash": "s1" } ] }
            """;

    @TempDir
    private Path directory;

    private List<String> series() throws IOException {
        Path file = Files.writeString(directory.resolve("outage.json"), OUTAGE);
        CliRunner result = CliRunner.run("run", file.toString(), "--out", directory.toString());
        assertThat(result.err()).isEmpty();
        return Files.readAllLines(directory.resolve("series.csv"));
    }

    @Test
    void timesHaveNoDigitsThatNobodyMeasured() throws IOException {
        assertThat(series().stream().skip(1).map(line -> line.split(",")[0]))
                .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0");
    }

    @Test
    void aSpanWithoutAnswersHasNoLatency() throws IOException {
        List<String[]> rows =
                series().stream().skip(1).map(line -> line.split(",", -1)).toList();
        for (String[] row : rows) {
            boolean answered = Double.parseDouble(row[1]) > 0;
            for (int percentile = 4; percentile < 7; percentile++) {
                assertThat(row[percentile].isEmpty()).as(String.join(",", row)).isEqualTo(!answered);
            }
        }
        assertThat(rows.getFirst()[1]).isNotEqualTo("0.0");
        assertThat(rows.getLast()[1]).isEqualTo("0.0");
    }

    @Test
    void theTableHasADashForWhatWasNotMeasured() throws IOException {
        Path file = Files.writeString(
                directory.resolve("down.json"), OUTAGE.replace("\"at\": \"500ms\"", "\"at\": \"0s\""));
        assertThat(CliRunner.run("run", file.toString()).lines())
                .filteredOn(line -> line.startsWith("s1 ") || line.startsWith("users "))
                .hasSize(2)
                .allMatch(line -> line.endsWith("–") && !line.contains("0 ns"));
    }

    @Test
    void whatHasNoCoresIsNotBusyAndWhatNobodyLeftTookNoTime() throws IOException {
        Path file = Files.writeString(directory.resolve("silent.json"), OUTAGE.replace("100/s", "0/s"));
        JsonNode nodes = JsonMapper.shared()
                .readTree(CliRunner.run("run", file.toString(), "--format", "json")
                        .out())
                .get("nodes");
        assertThat(nodes.get("users").get("utilization").isNull()).isTrue();
        assertThat(nodes.get("s1").get("utilization").asDouble()).isZero();
        assertThat(nodes.get("s1").get("little").get("stay").isNull()).isTrue();
        assertThat(nodes.get("s1").get("little").get("rate").asDouble()).isZero();
        assertThat(nodes.get("s1").get("down").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aWaitThatIsNotOverIsShownAsAtLeastSoMuch() throws IOException {
        // The first request takes the only core for longer than the run; the second waits from about then to the end.
        Path file = Files.writeString(
                directory.resolve("saturated.json"),
                OUTAGE.replace("\"cores\": 4, \"service\": \"1ms\"", "\"cores\": 1, \"service\": \"10s\"")
                        .replace("crash", "recover"));
        List<String> row = CliRunner.run("run", file.toString()).lines().stream()
                .filter(line -> line.startsWith("s1 "))
                .toList();
        assertThat(row).singleElement().asString().containsPattern(" ≥ 9\\d\\d ms ");
        String json = CliRunner.run("run", file.toString(), "--format", "json").out();
        List<String> csv =
                CliRunner.run("run", file.toString(), "--format", "csv").lines();
        assertThat(csv.getFirst()).endsWith(",wait_p99_at_least,removed");
        assertThat(csv.get(1)).as("clients do not wait").endsWith(",,");
        assertThat(csv.get(2)).matches("s1,.*,0\\.9\\d*,");
        assertThat(json).containsPattern("\"p99-at-least\" : 0\\.9");
        assertThat(CliRunner.run("run", SAMPLE, "--for", "7s").out()).doesNotContain("≥");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run " + SAMPLE, "export " + SAMPLE + " --to otlp", "compare " + SAMPLE + " " + SAMPLE})
    void aRunOfNoLengthIsRefusedAlike(String command) {
        CliRunner result = CliRunner.run((command + " --for 0s").split(" "));
        assertThat(result.err().lines()).containsExactly("roundhouse: --for: found 0s; a run is longer than 0s");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void aWholeNumberMayHaveAPointAndNoughts() {
        assertThat(CliRunner.run("run", SAMPLE, "--for", "100ms", "--seed", "7.0")
                        .out())
                .isEqualTo(CliRunner.run("run", SAMPLE, "--for", "100ms", "--seed", "7")
                        .out());
        String[] route = "route --algorithm weighted-round-robin --targets a=2.0,b --requests 3.0".split(" ");
        assertThat(CliRunner.run(route).lines()).containsExactly("a", "b", "a");
        assertThat(CliRunner.run("route", "--algorithm", "random", "--targets", "a", "--requests", "3.5")
                        .err())
                .contains("'3.5' is not a whole number");
        assertThat(CliRunner.run("route", "--algorithm", "random", "--targets", "a", "--requests", "1e999999999")
                        .err())
                .contains("is not a whole number of 32 bits");
    }

    @Test
    void anExpectationThatTheRunDoesNotReachCountsUnlessLeftOut() {
        String[] line = {"run", SAMPLE, "--for", "6s"};
        CliRunner strict = CliRunner.run(line);
        assertThat(strict.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(strict.err()).contains("not known: p99 of s2 < 40ms during 5s..20s");
        CliRunner lenient = CliRunner.run("run", SAMPLE, "--for", "6s", "--lenient");
        assertThat(lenient.code()).isZero();
        assertThat(lenient.err().lines())
                .first()
                .isEqualTo("roundhouse: left out: p99 of s2 < 40ms during 5s..20s (the run ends before, after 6 s)");
        assertThat(lenient.out()).contains("met       ok = 100%").doesNotContain("not known");
        assertThat(CliRunner.run("run", "--help").out()).contains("could not be judged counts as missed", "--lenient");
    }

    @Test
    void leavingOutIsForWindowsOnly() {
        CliRunner result = CliRunner.run("run", SAMPLE, "--for", "1ms", "--lenient");
        assertThat(result.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(result.err()).contains("not known: p99 < 100ms (the warm-up is not over)");
    }
}
