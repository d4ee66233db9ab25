package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.cli.pictures.CanvasRenderer;
import roundhouse.files.StandardOutput;

/** What cannot be written ends a command with one line that names it; what nobody foresaw with one that names its report. */
class OutputTest {
    private static final String SAMPLE = "samples/three-servers.json";

    @TempDir
    private Path directory;

    private static void refused(CliRunner result, String line) {
        assertThat(result.err()).isEqualTo("roundhouse: " + line + System.lineSeparator());
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--junit", "--save-run", "--save-trace"})
    void aFullDiskIsToldByEveryOptionOfRun(String option) {
        assumeThat(Path.of("/dev/full")).exists();
        refused(
                CliRunner.run("run", SAMPLE, "--for", "10ms", option, "/dev/full"),
                "cannot write /dev/full: no space is left there");
    }

    @Test
    void aFullDiskIsToldByExport() {
        assumeThat(Path.of("/dev/full")).exists();
        refused(
                CliRunner.run("export", SAMPLE, "--to", "otlp", "--for", "1s", "--out", "/dev/full"),
                "cannot write /dev/full: no space is left there");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        refused(
                CliRunner.run(
                        "run",
                        SAMPLE,
                        "--for",
                        "10ms",
                        "--out",
                        file.resolve("reports").toString()),
                "cannot write " + file.resolve("reports") + ": a file is in the place of its directory");
        refused(
                CliRunner.run("run", SAMPLE, "--for", "10ms", "--out", file.toString()),
                "cannot write " + file + ": it is a file");
        Path missing = directory.resolve("missing").resolve("a.xml");
        refused(
                CliRunner.run("run", SAMPLE, "--for", "10ms", "--junit", missing.toString()),
                "cannot write " + missing + ": its directory does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--junit", "--save-run", "--save-trace"})
    void theInputIsNotOverwritten(String option) throws IOException {
        Path input = Files.copy(Path.of(SAMPLE), directory.resolve("a.json"));
        Path other = Files.createSymbolicLink(directory.resolve("other.json"), input);
        refused(
                CliRunner.run("run", input.toString(), "--for", "10ms", option, other.toString()),
                option + ": " + other + " is the file that is read; it would be overwritten");
        assertThat(input).hasSameTextualContentAs(Path.of(SAMPLE));
    }

    @Test
    void theInputIsNotOverwrittenByReportsPicturesOrRequests() throws IOException {
        Path input = Files.copy(Path.of(SAMPLE), directory.resolve("report.json"));
        String[][] lines = {
            {"run", input.toString(), "--format", "json", "--out", directory.toString()},
            {"export", input.toString(), "--to", "otlp", "--out", input.toString()},
            {"render", input.toString(), "--out", input.toString()}
        };
        for (String[] line : lines) {
            refused(CliRunner.run(line), "--out: " + input + " is the file that is read; it would be overwritten");
        }
        assertThat(input).hasSameTextualContentAs(Path.of(SAMPLE));
    }

    @Test
    void twoOutputsAreNotOneFile() {
        Path file = directory.resolve("a.xml");
        refused(
                CliRunner.run("run", SAMPLE, "--junit", file.toString(), "--save-run", directory + "/./a.xml"),
                "--save-run: " + directory + "/./a.xml is also written by --junit");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "run " + SAMPLE + " --for 10ms", "route --algorithm random --targets a,b"})
    void anOutputThatNobodyReadsEndsEveryCommand(String line) {
        StringWriter err = new StringWriter();
        StandardOutput closed = new StandardOutput(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        int code = Cli.run(line.split(" "), closed, new PrintWriter(err), (_, _) -> {}, directory);
        assertThat(err).hasToString("roundhouse: cannot write the standard output: who read it has closed it\n");
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void memoryThatDoesNotSufficeIsNoMistakeOfTheProgram() {
        StringWriter err = new StringWriter();
        CanvasRenderer large = (_, _) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        String[] line = {"render", SAMPLE, "--out", directory.resolve("a.png").toString()};
        int code = Cli.run(line, new PrintWriter(new StringWriter()), new PrintWriter(err), large, directory);
        assertThat(err.toString())
                .matches(
                        "roundhouse: the memory of \\d+ MB is used up; a smaller system or a shorter run needs less\n");
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(directory).isEmptyDirectory();
    }

    static Stream<Throwable> unforeseen() {
        return Stream.of(new IllegalStateException("index 3 of 2"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("unforeseen")
    void whatIsUnforeseenIsALineAndAReport(Throwable failure) {
        StringWriter err = new StringWriter();
        CanvasRenderer broken = (_, _) -> {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            throw (Error) failure;
        };
        Path state = directory.resolve("state");
        int code = Cli.run(
                new String[] {
                    "render", SAMPLE, "--out", directory.resolve("a.png").toString()
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                broken,
                state);
        Path report = state.resolve("failures.txt");
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("roundhouse: something unforeseen happened (")
                .endsWith("); a report is in " + report + ".");
        assertThat(code).isEqualTo(70);
        assertThat(report).content().contains(failure.getClass().getName(), "at roundhouse.");
    }

    @Test
    void whatADeviceHoldsIsNotRead() {
        assumeThat(Path.of("/dev/zero")).exists();
        String tail = " is not a regular file; give what comes from elsewhere to the standard input, as -";
        refused(CliRunner.run("check", "/dev/zero"), "/dev/zero" + tail);
        refused(
                CliRunner.run("place", "--placement", "ring", "--targets", "a,b", "--keys", "/dev/zero"),
                "/dev/zero" + tail);
        refused(
                CliRunner.run("route", "--algorithm", "random", "--targets", "a,b", "--clients", "/dev/zero"),
                "/dev/zero" + tail);
    }

    @Test
    void clientsThatAreNotUtf8AreReadNotWritten() throws IOException {
        Path latin = Files.write(directory.resolve("latin.txt"), new byte[] {'a', (byte) 0xe4, '\n'});
        refused(
                CliRunner.run("route", "--algorithm", "random", "--targets", "a,b", "--clients", latin.toString()),
                latin + ", after line 0: not UTF-8 text");
    }

    @Test
    void controlsInNamesAndArgumentsNeverReachTheTerminal() {
        CliRunner unknown = CliRunner.run("\u001b[2Jrun\u202e");
        assertThat(unknown.err()).contains("\\u001b[2Jrun\\u202e").doesNotContain("\u001b", "\u202e");
        CliRunner missing = CliRunner.run("check", "\u2066a\u0007.json");
        assertThat(missing.err()).contains("\\u2066a\\u0007.json").doesNotContain("\u2066", "\u0007");
    }

    @Test
    void controlsInAFileNeverReachTheTerminal() throws IOException {
        String sample = Files.readString(Path.of(SAMPLE));
        Path named =
                Files.writeString(directory.resolve("named.json"), sample.replace("Three equal servers", "x\\u202ey"));
        for (String[] line : new String[][] {
            {"run", named.toString(), "--for", "100ms"},
            {"compare", named.toString(), named.toString(), "--for", "6s"}
        }) {
            assertThat(CliRunner.run(line).out()).contains("x\\u202ey").doesNotContain("\u001b", "\u202e");
        }
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"), sample.replace("\"least-connections\"", "\"least\u202econnections\""));
        assertThat(CliRunner.run("check", wrong.toString()).err())
                .contains("least\\u202econnections")
                .doesNotContain("\u202e");
    }
}
