package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
    private static final String SAMPLE = "samples/three-servers.json";

    @TempDir
    private Path folder;

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void otlpGoesToTheConsole() {
        CliRunner result = CliRunner.run("export", SAMPLE, "--to", "otlp", "--for", "2s", "--requests", "3");
        assertThat(result.code()).isZero();
        assertThat(json(result.out()).get("resourceSpans").size()).isGreaterThan(2);
    }

    @Test
    void chromeGoesToAFile() throws IOException {
        Path file = folder.resolve("run.json");
        CliRunner result = CliRunner.run(
                "export", SAMPLE, "--to", "chrome", "--for", "2s", "--requests", "3", "--out", file.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("wrote 3 requests to " + file + System.lineSeparator());
        assertThat(json(Files.readString(file)).get("traceEvents").size()).isGreaterThan(10);
    }

    @Test
    void aDiagramIsDrawnWithoutARun() throws IOException {
        CliRunner shown = CliRunner.run("export", SAMPLE, "--to", "d2");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).startsWith("direction: right").contains(" -> ");
        Path file = folder.resolve("picture.mmd");
        CliRunner written = CliRunner.run("export", SAMPLE, "--to", "mermaid", "--out", file.toString());
        assertThat(written.out()).isEqualTo("wrote a diagram to " + file + System.lineSeparator());
        assertThat(Files.readString(file)).startsWith("flowchart LR").contains(" --> ");
    }

    @Test
    void theSameLineWritesTheSameAndAnotherSeedSomethingElse() {
        String[] line = {"export", SAMPLE, "--to", "otlp", "--for", "1s", "--requests", "5"};
        String first = CliRunner.run(line).out();
        assertThat(CliRunner.run(line).out()).isEqualTo(first);
        assertThat(CliRunner.run("export", SAMPLE, "--to", "otlp", "--for", "1s", "--requests", "5", "--seed", "4")
                        .out())
                .isNotEqualTo(first);
    }

    @Test
    void earlierRequestsAreLeftOut() {
        JsonNode trace = json(
                CliRunner.run("export", SAMPLE, "--to", "chrome", "--from", "1s", "--for", "2s", "--requests", "20")
                        .out());
        double first = trace.get("traceEvents")
                .valueStream()
                .filter(event -> event.has("ts"))
                .mapToDouble(event -> event.get("ts").doubleValue())
                .min()
                .orElseThrow();
        assertThat(first).isBetween(1e6, 1.1e6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to chrom            | --to: 'chrom' is not a format; there are otlp, chrome, mermaid, d2, nginx, haproxy, envoy; did you mean 'chrome'?",
                "--to otlp --from 9min | --from: 9min is not before the end of the run",
                "--to otlp --requests 0| --requests: 0 is below 1",
                "--to otlp --for abc   | --for: ",
            })
    void badInputSaysWhatIsWrong(String options, String message) {
        CliRunner result = CliRunner.run(("export " + SAMPLE + " " + options).split(" +"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("roundhouse: " + message.strip()).hasLineCount(1);
    }
}
