package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
    private static final String ROUND_ROBIN = "samples/slow-server-round-robin.json";
    private static final String LEAST_CONNECTIONS = "samples/slow-server-least-connections.json";

    @TempDir
    private Path folder;

    @Test
    void twoFilesSideBySide() {
        CliRunner cli = CliRunner.run("compare", ROUND_ROBIN, LEAST_CONNECTIONS, "--for", "20s");
        assertThat(cli.code()).isZero();
        assertThat(cli.out())
                .contains("20 s simulated with seed 42: the same requests")
                .contains("95 % paired")
                .containsPattern(
                        "\\n“One slow server: least connections” answers \\S+ \\S+ ± \\S+ \\S+ faster than “One slow server: round robin” on average")
                .containsPattern(Pattern.compile("succeeded +\\S+ % +\\S+ % +\\S+ points +±\\S+ points +±\\S+ points"))
                .containsPattern(
                        Pattern.compile("mean latency +\\S+ ms +\\S+ ms +−\\S+ [µm]s +±\\S+ [µm]s +±\\S+ [µm]s"));
    }

    @Test
    void jsonHasBothIntervalsAndCsvTheSameFigures() {
        CliRunner cli = CliRunner.run("compare", ROUND_ROBIN, LEAST_CONNECTIONS, "--for", "20s", "--format", "json");
        assertThat(cli.code()).isZero();
        JsonNode latency = JsonMapper.shared().readTree(cli.out()).at("/comparisons/0/latency");
        assertThat(latency.get("difference").doubleValue()).isNegative();
        assertThat(latency.get("paired").doubleValue())
                .isPositive()
                .isLessThan(latency.get("unpaired").doubleValue());
        CliRunner again = CliRunner.run("compare", ROUND_ROBIN, LEAST_CONNECTIONS, "--for", "20s", "--format", "csv");
        assertThat(again.code()).isZero();
        String[] lines = again.out().split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).contains("," + latency.get("difference").doubleValue() + ",");
    }

    @Test
    void severalAlgorithmsAgainstTheFirst() {
        CliRunner cli = CliRunner.run(
                "compare",
                ROUND_ROBIN,
                "--algorithms",
                "round-robin,random,least-connections",
                "--for",
                "6s",
                "--format",
                "markdown");
        assertThat(cli.code()).isZero();
        assertThat(cli.lines().subList(2, cli.lines().size()))
                .hasSize(2)
                .allMatch(line -> line.contains(", round-robin |"));
    }

    @Test
    void aSideWithoutRepliesIsNotFast() throws IOException {
        String steady = """
                { "format": 1, "name": "Steady", "duration": "2s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "s1" } ]%s }
                """;
        Path a = Files.writeString(folder.resolve("a.json"), steady.formatted(""));
        Path b = Files.writeString(
                folder.resolve("b.json"),
                steady.formatted(", \"scenario\": [ { \"at\": \"0s\", \"crash\": \"s1\" } ]"));
        CliRunner cli = CliRunner.run("compare", a.toString(), b.toString());
        assertThat(cli.code()).isZero();
        assertThat(cli.out())
                .containsPattern(Pattern.compile("mean latency +\\S+ ms +no replies *\n"))
                .containsPattern(Pattern.compile("p99 +\\S+ ms +no replies *\n"))
                .contains("0 of them succeeded in both\n")
                .doesNotContain("batches");
        JsonNode json = JsonMapper.shared()
                .readTree(CliRunner.run("compare", a.toString(), b.toString(), "--format", "json")
                        .out())
                .at("/comparisons/0");
        assertThat(json.at("/latency/a").doubleValue()).isPositive();
        assertThat(json.at("/latency/b").isNull()).isTrue();
        assertThat(json.at("/latency/difference").isNull()).isTrue();
        assertThat(json.at("/b/latency/p99").isNull()).isTrue();
        assertThat(CliRunner.run("compare", a.toString(), b.toString(), "--format", "csv")
                        .out())
                .containsPattern(Pattern.compile("\n\"[^\n]*,0,0\\.0\\d+,,,,,"));
        assertThat(CliRunner.run("compare", a.toString(), b.toString(), "--format", "markdown")
                        .out())
                .containsPattern(Pattern.compile("\\| \\d\\.\\d{3} \\| – \\| – \\| – \\| – \\|"));
    }

    @Test
    void tooShortARunSaysThatThereAreTooFew() {
        CliRunner cli = CliRunner.run("compare", ROUND_ROBIN, LEAST_CONNECTIONS, "--for", "5030ms");
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("too few");
    }

    @Test
    void whatCannotBeComparedIsSaidInOneLine() throws IOException {
        refused("two are compared", ROUND_ROBIN);
        refused("is not an algorithm; did you mean 'random'?", ROUND_ROBIN, "--algorithms", "round-robin,randon");
        refused("at least two", ROUND_ROBIN, "--algorithms", "random");
        refused("no load balancer", "samples/bursts-open-and-closed.json", "--algorithms", "random,ip-hash");
        refused("does not exist", ROUND_ROBIN, "nowhere.json");
        refused("all of the 3 s is warm-up", ROUND_ROBIN, LEAST_CONNECTIONS, "--for", "3s");
        Path other = folder.resolve("other.json");
        Files.writeString(
                other,
                Files.readString(Path.of(ROUND_ROBIN))
                        .replaceAll("\"(id|from)\": \"clients\"", "\"$1\": \"people\"")
                        .replace("\"clients\": [", "\"people\": ["));
        refused("paired by the id of their clients", ROUND_ROBIN, other.toString());
    }

    private static void refused(String why, String... args) {
        String[] line = new String[args.length + 1];
        line[0] = "compare";
        System.arraycopy(args, 0, line, 1, args.length);
        CliRunner cli = CliRunner.run(line);
        assertThat(cli.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.err()).contains(why).hasLineCount(1);
    }
}
