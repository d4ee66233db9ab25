package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
    private static final String SAMPLE = "samples/three-servers.json";

    @TempDir
    private Path folder;

    @Test
    void theThreeFormatsSayTheSame() {
        String[] args = {"sweep", SAMPLE, "--vary", "s1.cores=2,4", "--seeds", "2", "--for", "6s", "--format", ""};
        args[args.length - 1] = "json";
        CliRunner json = CliRunner.run(args);
        assertThat(json.code()).isZero();
        JsonNode row = JsonMapper.shared().readTree(json.out()).at("/rows/3");
        assertThat(row.at("/values/s1.cores").stringValue()).isEqualTo("4");
        assertThat(row.at("/seed").intValue()).isEqualTo(43);
        args[args.length - 1] = "csv";
        String[] lines = CliRunner.run(args).out().split("\n");
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("run,s1.cores,seed,digest,requests,ok,");
        assertThat(lines[4])
                .startsWith("3,4,43," + row.at("/digest").stringValue() + ","
                        + row.at("/requests").intValue() + ",")
                .contains("," + row.at("/p99").doubleValue() + ",");
        args[args.length - 1] = "markdown";
        assertThat(CliRunner.run(args).out().split("\n")[5])
                .startsWith("| 4 | 43 | ")
                .endsWith("| " + row.at("/digest").stringValue() + " |");
    }

    /** The digest is that of {@code run}. */
    @Test
    void aRowCanBeRunAgain() {
        CliRunner sweep = CliRunner.run("sweep", SAMPLE, "--vary", "s1.cores=4", "--for", "6s", "--format", "csv");
        CliRunner run = CliRunner.run("run", SAMPLE, "--for", "6s", "--format", "json");
        String digest = JsonMapper.shared().readTree(run.out()).get("digest").stringValue();
        assertThat(sweep.out()).contains("," + digest + ",");
    }

    @Test
    void resultsAreKeptAndNotMadeAgain() throws Exception {
        Path file = folder.resolve("r.jsonl");
        String[] args = {"sweep", SAMPLE, "--vary", "s1.cores=1..3", "--for", "6s", "--results", file.toString()};
        CliRunner first = CliRunner.run(args);
        byte[] kept = Files.readAllBytes(file);
        CliRunner second = CliRunner.run(args);
        assertThat(second.code()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(file).hasBinaryContent(kept);
        args[3] = "s1.cores=1..4";
        CliRunner other = CliRunner.run(args);
        assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(other.err()).hasLineCount(1).contains("--results: ").contains("name another file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s1.core=2      | did you mean "s1.cores"?
            s1.cores=9..2  | is empty
            s1.cores=      | a value is empty
            s1.cores=0     | a whole number from 1 to 1,024 is allowed
            s1.cores       | a setting is varied like
            """)
    void badInputIsOneLine(String varied, String reason) {
        CliRunner cli = CliRunner.run("sweep", SAMPLE, "--vary", varied);
        assertThat(cli.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains("--vary: ").contains(reason);
    }

    @Test
    void howManyIsAtLeastOne() {
        CliRunner cli = CliRunner.run("sweep", SAMPLE, "--vary", "s1.cores=2", "--seeds", "0");
        assertThat(cli.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.err()).hasLineCount(1).contains("--seeds: found 0");
    }
}
