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

class SizingCommandsTest {
    private static final String SAMPLE = "samples/three-servers.json";

    @TempDir
    private Path folder;

    @Test
    void sizeNamesTheCheapestAndTheFrontier() {
        CliRunner text =
                CliRunner.run("size", SAMPLE, "--goal", "p99 < 60ms", "--vary", "s1.count=1..4", "--for", "8s");
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("Cheapest    s1.count=")
                .contains("Cost against p99")
                .contains("No node has a");
        CliRunner json = CliRunner.run(
                "size", SAMPLE, "--goal", "p99 < 60ms", "--vary", "s1.count=1..4", "--for", "8s", "--format", "json");
        JsonNode tree = JsonMapper.shared().readTree(json.out());
        assertThat(tree.at("/cheapest/met").booleanValue()).isTrue();
        assertThat(text.out())
                .contains("s1.count=" + tree.at("/cheapest/values/s1.count").stringValue() + ":");
        assertThat(tree.at("/cheapest/digests").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void noneIsAnExitCode() {
        CliRunner cli = CliRunner.run("size", SAMPLE, "--goal", "p99 < 1ms", "--vary", "s1.count=1..4", "--for", "6s");
        assertThat(cli.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(cli.out()).contains("none of those tried meets the goals");
    }

    @Test
    void capacitySaysWhatGivesWay() {
        CliRunner cli = CliRunner.run("capacity", SAMPLE, "--goal", "p99 < 100ms", "--for", "8s", "--format", "json");
        assertThat(cli.code()).isZero();
        JsonNode tree = JsonMapper.shared().readTree(cli.out());
        assertThat(tree.at("/capacity/load").doubleValue()).isBetween(1_300.0, 2_000.0);
        assertThat(tree.at("/gives-way/node").stringValue()).startsWith("s");
        assertThat(tree.at("/theory").size()).isEqualTo(3);
        assertThat(tree.at("/curve").size()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p99 > fast           | --goal: at character 7
            p98 < 1ms            | unknown figure "p98"
            p99 of nobody < 1ms  | "nobody"
            cost < 2.00/day      | a cost like 2.00/h
            """)
    void aWrongGoalIsOneLine(String goal, String reason) {
        for (String command : new String[] {"size", "capacity"}) {
            CliRunner cli = command.equals("size")
                    ? CliRunner.run(command, SAMPLE, "--goal", goal, "--vary", "s1.count=1..2")
                    : CliRunner.run(command, SAMPLE, "--goal", goal);
            assertThat(cli.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(cli.err()).hasLineCount(1).contains(reason);
        }
    }

    @Test
    void withoutAnyGoalThereIsNothingToMeet() {
        CliRunner cli = CliRunner.run("capacity", "samples/cold-start.json");
        assertThat(cli.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.err()).hasLineCount(1).contains("a goal is needed");
    }

    @Test
    void pricesOfOnesOwn() throws Exception {
        CliRunner shipped = CliRunner.run("prices");
        assertThat(shipped.out()).contains("m5.large").contains("0.096/h").contains("2026-06");
        Path mine = folder.resolve("mine.json");
        Files.writeString(
                mine,
                CliRunner.run("prices", "--format", "json")
                        .out()
                        .replace("\"m5.large\": \"0.096/h\"", "\"m5.large\": \"7/h\""));
        Path priced = folder.resolve("priced.json");
        Files.writeString(
                priced,
                Files.readString(Path.of(SAMPLE))
                        .replace(
                                "\"id\": \"s1\", \"kind\": \"server\"",
                                "\"id\": \"s1\", \"kind\": \"server\", \"price\": \"m5.large\""));
        assertThat(CliRunner.run("run", priced.toString(), "--for", "6s").out()).contains("Cost        0.096 USD/h");
        assertThat(CliRunner.run("run", priced.toString(), "--for", "6s", "--prices", mine.toString())
                        .out())
                .contains("Cost        7 USD/h");
        assertThat(CliRunner.run("run", priced.toString(), "--for", "6s").out()).contains("Cost        0.096 USD/h");
        Files.writeString(mine, Files.readString(mine).replace("7/h", "7/week"));
        CliRunner wrong = CliRunner.run("run", priced.toString(), "--prices", mine.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(wrong.err())
                .hasLineCount(1)
                .contains("line 9, /lists/0/prices/")
                .contains("\"7/week\"");
    }
}
