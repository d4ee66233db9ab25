package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the command that is asked for is made, and nobody sees a difference. */
class CliTest {
    static List<String> commands() {
        return List.of(
                "run",
                "route",
                "place",
                "cache",
                "history",
                "limit",
                "check",
                "compare",
                "sweep",
                "capacity",
                "size",
                "export",
                "import",
                "live",
                "replay",
                "grade",
                "prices",
                "describe",
                "render");
    }

    @Test
    void theHelpListsEveryCommand() {
        assertThat(CliRunner.run("--help").lines().stream()
                        .dropWhile(line -> !line.startsWith("Commands:"))
                        .skip(1)
                        .filter(line -> line.matches("  [a-z].*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactlyElementsOf(commands());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandSaysItsOwnHelp(String name) {
        CliRunner help = CliRunner.run(name, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: roundhouse " + name + " ");
        assertThat(Cli.isCommand(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void theVersionIsOneLine(String option) {
        assertThat(CliRunner.run(option).lines()).containsExactly("roundhouse (from source)");
    }

    @Test
    void aWordThatNamesNothingGetsTheNearestCommand() {
        CliRunner result = CliRunner.run("rnu", "samples/three-servers.json");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err())
                .contains("'rnu' is neither a command nor a file")
                .contains("run");
    }
}
