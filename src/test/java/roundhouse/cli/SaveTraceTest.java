package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roundhouse run --save-trace}: what was begun can be begun again. */
class SaveTraceTest {
    @TempDir
    private Path directory;

    private Path system(String name, String arrivals, String keys, String reads) throws IOException {
        return Files.writeString(directory.resolve(name), """
                {
                  "format": 1, "name": "t", "seed": 7, "duration": "20s",
                  "nodes": [
                    { "id": "users", "kind": "clients", "users": 10, "arrivals": %s, "keys": %s, "reads": %s,
                      "values": { "min": 100, "max": 1000000 } },
                    { "id": "web", "kind": "server", "service": "1ms" }
                  ],
                  "links": [ { "from": "users", "to": "web", "latency": "1ms" } ]
                }
                """.formatted(arrivals, keys, reads));
    }

    private List<String> trace(Path system, String name) throws IOException {
        Path file = directory.resolve(name);
        CliRunner result = CliRunner.run("run", system.toString(), "--save-trace", file.toString());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return Files.readAllLines(file);
    }

    @Test
    void whatWasBegunIsBegunAgain() throws IOException {
        Path first = system(
                "first.json",
                "{ \"type\": \"poisson\", \"rate\": \"200/s\" }",
                "{ \"type\": \"zipf\", \"count\": 500, \"exponent\": 0.8 }",
                "0.7");
        List<String> begun = trace(first, "a.trace");
        assertThat(begun).hasSizeBetween(3_600, 4_400).allMatch(line -> line.matches("\\d+\\.\\d{6} \\d+ \\d+ [rw]"));
        long reads = begun.stream().filter(line -> line.endsWith(" r")).count();
        assertThat((double) reads / begun.size()).isBetween(0.66, 0.74);
        assertThat(begun.stream().map(line -> line.split(" ", -1)[2]).distinct())
                .hasSizeGreaterThan(100);

        Path again =
                system("again.json", "{ \"type\": \"file\" }", "{ \"type\": \"file\", \"file\": \"a.trace\" }", "1");
        assertThat(trace(again, "b.trace")).isEqualTo(begun);
    }

    @Test
    void theRunIsTheSameWithAndWithout() throws IOException {
        Path system = system(
                "a.json",
                "{ \"type\": \"poisson\", \"rate\": \"50/s\" }",
                "{ \"type\": \"uniform\", \"count\": 9 }",
                "1");
        assertThat(CliRunner.run(
                                "run",
                                system.toString(),
                                "--save-trace",
                                directory.resolve("t").toString())
                        .out())
                .isEqualTo(CliRunner.run("run", system.toString()).out());
    }
}
