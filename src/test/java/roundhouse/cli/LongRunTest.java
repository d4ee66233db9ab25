package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.Roundhouse;
import roundhouse.cli.waiting.Progress;

/** A run that ends before its time, in a program of its own, says why in a line and gives its report so far. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LongRunTest {
    private static final String OVERLOADED = "src/test/resources/field/15-out-of-memory-stack-trace.json";
    /** A thousand requests a second for a year. */
    private static final List<String> ENDLESS =
            List.of("run", "samples/three-servers.json", "--for", "8760h", "--progress");

    @TempDir
    private Path folder;

    private Path out = Path.of("");
    private Path err = Path.of("");

    private Process program(String memory, List<String> words) throws IOException {
        out = folder.resolve("out.txt");
        err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-cp",
                System.getProperty("java.class.path"),
                Roundhouse.class.getName()));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static long requests(String report) {
        Matcher matcher =
                Pattern.compile("Digest +[0-9a-f]{16} after ([\\d,]+) events").matcher(report);
        assertThat(matcher.find()).as(report).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }

    @Test
    void whatMemoryCannotHoldIsNamed() throws Exception {
        Process program = program("-Xmx48m", List.of("run", OVERLOADED));
        assertThat(program.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(text(err).lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .matches(
                                        "roundhouse: the memory of \\d+ MB is used up at 0\\.\\d+ s of 20 s: "
                                                + "[\\d,]+ requests are in flight, [\\d,]+ of them at s1; the report is about what happened so far.*"));
        assertThat(requests(text(out))).isGreaterThan(10_000);
    }

    @Test
    void whoEndsARunHasItsReportSoFarAndItsProgress() throws Exception {
        Process program = program("-Xmx200m", ENDLESS);
        while (!text(err).contains("times real time")) {
            Thread.sleep(50);
            assertThat(program.isAlive()).isTrue();
        }
        assertThat(text(err))
                .containsPattern(
                        "roundhouse: [\\d.]+ s of 31536000 s \\(0 %\\), [\\d,.e+]+ times real time, [\\d,]+ events/s, [\\d]+ s left");
        // As Ctrl-C does, with a signal that nobody has asked to be ignored.
        program.destroy();
        assertThat(program.waitFor()).as("128 and the number of SIGTERM").isEqualTo(143);
        assertThat(text(err).lines().toList().getLast())
                .matches(
                        "roundhouse: interrupted at [\\d.]+ s of 31536000 s; the report is about what happened so far");
        assertThat(requests(text(out))).isGreaterThan(10_000);
    }

    @Test
    void whoEndsASweepHasItsRowsSoFarAndCanGoOn() throws Exception {
        Path results = folder.resolve("results.jsonl");
        Process program = program(
                "-Xmx200m",
                List.of(
                        "sweep",
                        "samples/three-servers.json",
                        "--vary",
                        "s1.cores=1..1000",
                        "--seeds",
                        "100",
                        "--progress",
                        "--results",
                        results.toString()));
        while (!text(err).contains(" of 100,000 runs")) {
            Thread.sleep(50);
            assertThat(program.isAlive()).isTrue();
        }
        program.destroy();
        assertThat(program.waitFor()).isEqualTo(143);
        assertThat(text(err).lines().toList().getLast())
                .matches("roundhouse: interrupted after \\d+ of 100,000 runs; the same command goes on from there");
        assertThat(text(out).lines().skip(2).count())
                .isPositive()
                .isEqualTo(Files.readAllLines(results).size() - 1);
    }

    @Test
    void progressSaysHowFarHowFastAndHowLong() {
        assertThat(Progress.text(12_000_000_000L, 60_000_000_000L, 2_400_000, 2_000_000_000L))
                .isEqualTo("12 s of 60 s (20 %), 6.00 times real time, 1,200,000 events/s, 8 s left");
        assertThat(Progress.text(0, 60_000_000_000L, 0, 2_000_000_000L)).doesNotContain("left");
    }
}
