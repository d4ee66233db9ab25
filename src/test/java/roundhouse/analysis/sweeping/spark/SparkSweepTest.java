package roundhouse.analysis.sweeping.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with Spark's jars, as its user starts it: what comes of a sweep there is what comes of it here. */
class SparkSweepTest {
    private static final List<String> SWEEP = List.of(
            "sweep",
            "samples/three-servers.json",
            "--vary",
            "s1.cores=1..4",
            "--seeds",
            "2",
            "--for",
            "20s",
            "--format",
            "csv");

    @TempDir
    private Path directory;

    private SparkFolder spark;

    @BeforeEach
    void linkJars() throws IOException {
        spark = SparkFolder.in(Path.of("target").toAbsolutePath());
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(SWEEP);
        arguments.addAll(List.of(more));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = spark.program(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void theRowsAndDigestsAreTheSameWhoeverMakesThem() throws IOException, InterruptedException {
        Ended here = run();
        assertThat(here.code).isZero();
        assertThat(here.out).hasLineCount(9);
        Ended one = run("--spark", "local[1]");
        assertThat(one.out).isEqualTo(here.out);
        assertThat(one.code).isZero();
        assertThat(run("--spark", "local[*]").out).isEqualTo(here.out);
    }

    @Test
    void itGoesOnFromTheResultsOfAnotherGo() throws IOException, InterruptedException {
        Path results = directory.resolve("results.jsonl");
        Ended whole = run("--results", results.toString());
        List<String> lines = Files.readAllLines(results);
        Files.write(results, lines.subList(0, 4));
        Ended rest = run("--results", results.toString(), "--spark", "local[2]");
        assertThat(rest.out).isEqualTo(whole.out);
        assertThat(Files.readAllLines(results)).hasSize(9).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void whatIsNoClusterIsToldInALine() throws IOException, InterruptedException {
        assertThat(run("--spark", "yarn"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "roundhouse: --spark: found \"yarn\"; a cluster is named like spark://10.0.0.5:7077, and local[*] means the cores of this machine\n"));
        assertThat(run("--spark", "spark://127.0.0.1:1").err)
                .startsWith("roundhouse: --spark: no cluster answers at spark://127.0.0.1:1")
                .hasLineCount(1);
    }

    @Test
    void withoutSparkItSaysHowToGetIt() throws IOException, InterruptedException {
        spark = new SparkFolder(directory.resolve("nowhere"), spark.programPath());
        assertThat(run("--spark", "local[*]"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "roundhouse: --spark needs Apache Spark 4.2, which this program does not carry: set SPARK_HOME to the folder of Spark that has its jars in jars/\n"));
    }
}
