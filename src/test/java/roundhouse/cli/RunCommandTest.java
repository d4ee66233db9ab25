package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
    private static final String SAMPLE = "samples/three-servers.json";

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheDocumentedKeys() {
        JsonNode report = json("run", SAMPLE, "--for", "2s", "--format", "json");
        assertThat(report.propertyNames())
                .contains(
                        "format",
                        "topology",
                        "seed",
                        "simulated",
                        "digest",
                        "requests",
                        "outcomes",
                        "latency",
                        "nodes");
        assertThat(report.get("format").asInt()).isEqualTo(1);
        assertThat(report.get("simulated").asDouble()).isEqualTo(2.0);
        assertThat(report.get("digest").asString()).matches("[0-9a-f]{16}");
        assertThat(report.get("outcomes").propertyNames())
                .containsExactly("ok", "refused", "rejected", "failed", "timed-out");
        assertThat(report.get("latency").propertyNames())
                .containsExactly("mean", "p50", "p90", "p95", "p99", "p99.9", "max");
        JsonNode server = report.get("nodes").get("s1");
        assertThat(server.propertyNames())
                .contains("picked", "served", "utilization", "in-flight", "queue", "wait", "latency", "outcomes");
        assertThat(server.get("in-flight").propertyNames()).containsExactly("mean", "max");
    }

    @Test
    void failuresAreDoneFromTheCommandLine() {
        CliRunner run = CliRunner.run(
                "run", SAMPLE, "--for", "7s", "--do", "6s crash s1 how=black-hole", "--do", "6500ms recover s1");
        assertThat(run.code()).as("not bad input").isNotEqualTo(2);
        assertThat(run.out())
                .containsPattern("6\\.000.*s1 crashed and answers nothing; \\d+ requests? lost")
                .contains("s1 recovered after 500 ms")
                .contains("Down        s1 for 500 ms (75.00 % available)");
        JsonNode report = json("run", SAMPLE, "--for", "7s", "--do", "6s crash s1", "--format", "json");
        assertThat(report.get("nodes").get("s1").get("down").asDouble()).isEqualTo(1.0);
    }

    @Test
    void whoseLatenciesTheseAreIsSaidWhereNotAllEndedWell() {
        assertThat(CliRunner.run("run", SAMPLE, "--for", "2s").out()).doesNotContain("Latencies");
        String whole = "samples/split-brain.json";
        String[] crash = {"run", whole, "--for", "2s", "--do", "1s crash s1"};
        long well = json("run", whole, "--for", "2s", "--do", "1s crash s1", "--format", "json")
                .get("outcomes")
                .get("ok")
                .asLong();
        assertThat(CliRunner.run(crash).out())
                .as("without a warm-up")
                .contains(String.format(
                        Locale.ROOT, "\n            Latencies are those of the %,d requests that succeeded.\n", well));
        assertThat(CliRunner.run("run", SAMPLE, "--for", "12s", "--do", "11s crash s1")
                        .out())
                .as("the warm-up left out")
                .containsPattern("Latencies are those of the [\\d,]+ requests that succeeded after the warm-up\\.\n");
    }

    @Test
    void targetsOutOfUseAreReportedWhereABalancerHasHealthRules() {
        String checked = "samples/dead-server-with-checks.json";
        assertThat(CliRunner.run("run", checked).out())
                .containsPattern("\nOut of use  lb-1: s3 for 2\\d\\.\\d s, 1 time \\(1 by checks\\)\n");
        assertThat(CliRunner.run("run", checked, "--for", "8s").out()).contains("\nOut of use  lb-1: no target\n");
        JsonNode targets = json("run", checked, "--format", "json")
                .get("nodes")
                .get("lb-1")
                .get("targets");
        assertThat(targets.propertyNames()).containsExactly("s1", "s2", "s3");
        JsonNode dead = targets.get("s3");
        assertThat(dead.propertyNames()).containsExactly("out", "times", "checks", "failures", "ejections");
        assertThat(dead.get("out").asDouble()).isBetween(22.0, 27.0);
        assertThat(dead.get("checks").asInt()).isEqualTo(1);
        assertThat(targets.get("s1").get("times").asInt()).isZero();
        assertThat(CliRunner.run("run", SAMPLE, "--for", "1s").out()).doesNotContain("Out of use");
        assertThat(json("run", SAMPLE, "--for", "1s", "--format", "json")
                        .get("nodes")
                        .get("lb-1")
                        .has("targets"))
                .isFalse();
    }

    @Test
    void aWrongFailureIsBadInput() {
        CliRunner run = CliRunner.run("run", SAMPLE, "--do", "1s crash s11");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--do: ").contains("no node has the id \"s11\"; did you mean \"s1\"?");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aFailureAfterTheEndIsBadInput() {
        CliRunner run = CliRunner.run(
                "run", SAMPLE, "--for", "2s", "--do", "1s crash s1", "--do", "2001ms crash s2", "--format", "json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .isEqualTo("roundhouse: --do: \"2001ms crash s2\" is never done; the run ends before, after 2 s");
        assertThat(run.out()).isEmpty();
        assertThat(CliRunner.run("run", SAMPLE, "--for", "2s", "--do", "2s crash s1")
                        .out())
                .as("the end is part of the run")
                .contains("s1 crashed");
    }

    @Test
    void nothingOfTheWarmUpCounts() throws IOException {
        String file = "src/test/resources/field/08-run-shorter-than-warm-up.json";
        CliRunner run = CliRunner.run("run", file, "--for", "3s");
        assertThat(run.code()).as("expectations that cannot be judged").isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(5)
                .contains("roundhouse: nothing was measured: all of the 3 s is warm-up")
                .contains("roundhouse: not known: ok = 100% (the warm-up is not over)");
        assertThat(run.out())
                .contains("3 s simulated, seed 42; all of it is warm-up, so no times and gauges were measured")
                .contains("\nLatency     none measured\n")
                .contains("\nLittle      not measured: ")
                .containsPattern("\ns1 +server +[1-9]\\d* +[1-9]\\d* +0 +– +– +– ")
                .doesNotContain("met ");
        JsonNode report = json("run", file, "--for", "5s", "--format", "json");
        assertThat(report.get("warm-up").asDouble()).isEqualTo(5.0);
        assertThat(report.get("outcomes").get("ok").asLong()).isPositive();
        assertThat(report.get("latency").get("p50").isNull()).isTrue();
        JsonNode server = report.get("nodes").get("s1");
        assertThat(server.get("utilization").isNull()).isTrue();
        assertThat(server.get("in-flight").get("mean").isNull()).isTrue();
        assertThat(server.get("in-flight").get("max").isNull()).isTrue();
        List<String> csv =
                CliRunner.run("run", file, "--for", "3s", "--format", "csv").lines();
        assertThat(csv.getLast()).matches("s3,server,\\d+,\\d+,,,,,,.*");
        assertThat(CliRunner.run("run", file, "--for", "6s").err()).doesNotContain("nothing was measured");
    }

    @Test
    void whatCannotBeWrittenSaysWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertThat(CliRunner.run("run", SAMPLE, "--for", "1s", "--out", file.toString())
                        .err())
                .contains(file + ": it is a file");
    }

    @Test
    void figuresAddUp() {
        JsonNode report = json("run", SAMPLE, "--for", "8s", "--format", "json");
        long ended = 0;
        for (JsonNode count : report.get("outcomes")) {
            ended += count.asLong();
        }
        assertThat(ended + report.get("unfinished").asLong())
                .isEqualTo(report.get("requests").asLong());
        assertThat(ended).isPositive();
        JsonNode latency = report.get("latency");
        assertThat(latency.get("p50").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(latency.get("p99").asDouble());
    }

    @Test
    void sameSeedSameReportOtherSeedAnother() {
        String first = CliRunner.run("run", SAMPLE, "--for", "1s").out();
        assertThat(CliRunner.run("run", SAMPLE, "--for", "1s").out()).isEqualTo(first);
        assertThat(json("run", SAMPLE, "--for", "1s", "--seed", "7", "--format", "json")
                        .get("digest"))
                .isNotEqualTo(
                        json("run", SAMPLE, "--for", "1s", "--format", "json").get("digest"));
    }

    @Test
    void csvHasARowForEachNode() {
        List<String> lines =
                CliRunner.run("run", SAMPLE, "--for", "1s", "--format", "csv").lines();
        int columns = lines.getFirst().split(",").length;
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        assertThat(lines.getFirst()).startsWith("node,kind,picked,served,utilization");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("s1,server,"));
        assertThat(lines)
                .as("clients have no queue, and so no waits to measure")
                .anySatisfy(
                        line -> assertThat(line).startsWith("clients,clients,").contains(",,,,,,,"));
    }

    @Test
    void writesReportAndSeriesToAFolder() throws IOException {
        Path out = folder.resolve("made/here");
        CliRunner result = CliRunner.run("run", SAMPLE, "--for", "1s", "--format", "json", "--out", out.toString());
        assertThat(result.out()).startsWith("wrote ");
        assertThat(Files.readString(out.resolve("report.json"))).contains("\"digest\"");
        assertThat(Files.readAllLines(out.resolve("series.csv")))
                .hasSizeGreaterThan(5)
                .first()
                .asString()
                .startsWith("until,ok_per_second");
    }

    @Test
    void badInputIsOneLineAndExitCode2() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.json"), "{ \"format\": 1, \"nodes\": [");
        for (String[] arguments : new String[][] {
            {"run", cut.toString()},
            {"run", folder.resolve("missing.json").toString()},
            {"run", SAMPLE, "--for", "soon"},
            {"run", SAMPLE, "--format", "xml"},
            {"run"},
            {"rnu", SAMPLE},
            {"--nonsense"},
            {"check", cut.toString()},
            {"render", cut.toString(), "--out", "x.png"},
            {"render", SAMPLE, "--out", "x.png", "--scale", "9"}
        }) {
            CliRunner result = CliRunner.run(arguments);
            assertThat(result.code()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(result.err().lines()).as(String.join(" ", arguments)).hasSize(1);
            assertThat(result.err()).startsWith("roundhouse: ").doesNotContain("Exception");
            assertThat(result.out()).isEmpty();
        }
        assertThat(CliRunner.run("rnu", SAMPLE).err()).contains("did you mean 'run'?");
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of("run", "route", "check", "render")) {
            CliRunner result = CliRunner.run(command, "--help");
            assertThat(result.code()).isZero();
            assertThat(result.out()).startsWith("Usage: roundhouse " + command);
        }
        assertThat(CliRunner.run("--help").out()).contains("run", "route", "check", "render");
    }

    private static JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(CliRunner.run(arguments).out());
    }
}
