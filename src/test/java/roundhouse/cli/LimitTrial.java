package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code roundhouse limit} on lines of arrivals. */
abstract class LimitTrial {
    @TempDir
    private Path folder;

    interface Body {
        void run(JsonNode recorded) throws IOException;
    }

    /** A test of each case of a recording. */
    static Stream<DynamicTest> each(String file, Body body) {
        return Golden.cases("edge/" + file).stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> body.run(recorded)));
    }

    final CliRunner limit(List<String> lines, List<String> arguments) throws IOException {
        Path file = Files.write(folder.resolve("arrivals.txt"), lines);
        List<String> all = new ArrayList<>(List.of("limit"));
        all.addAll(arguments);
        all.addAll(List.of("--arrivals", file.toString()));
        return CliRunner.run(all.toArray(String[]::new));
    }

    /** What is decided of each line, as JSON. */
    final JsonNode decisions(List<String> lines, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--format", "json"));
        CliRunner result = limit(lines, all);
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode decisions = JsonMapper.shared().readTree(result.out()).get("decisions");
        assertThat(decisions.size()).isEqualTo(lines.size());
        return decisions;
    }

    /** One line says what is wrong with the input. */
    static void assertBadInput(CliRunner result, String message) {
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(message);
    }
}
