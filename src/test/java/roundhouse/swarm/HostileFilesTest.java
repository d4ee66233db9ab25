package roundhouse.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.SampleFiles;
import roundhouse.cli.Cli;
import roundhouse.cli.ExitCode;
import roundhouse.topology.json.Names;

/** Whatever a file holds, the command line refuses it in one line or checks and runs it; it never breaks. */
class HostileFilesTest {
    private static final Path FOLDER = Path.of("target", "swarm");
    private static final int FEW = 300;

    @Test
    void areRefusedInALineOrRun() throws IOException {
        Mutations mutations = Mutations.ofSamples();
        List<Path> samples = SampleFiles.all();
        Files.createDirectories(FOLDER);
        SwarmTime.spend("files", FEW, 0.3, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Path file = FOLDER.resolve("hostile-" + seed + ".json");
            try {
                byte[] good = Files.readAllBytes(samples.get(random.nextInt(samples.size())));
                Files.write(file, mutations.mutated(good, random));
                check("check", file);
                check("run", file, "--for", "20ms");
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void check(String command, Path file, String... options) {
        List<String> words = Stream.concat(Stream.of(command, file.toString()), Stream.of(options))
                .toList();
        String line = "roundhouse " + String.join(" ", words);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err), (_, _) -> {});
        assertThat(code).as(line + "\n" + err).isIn(ExitCode.WELL, ExitCode.EXPECTATION_FAILED, ExitCode.BAD_INPUT);
        assertThat(err.toString().chars().allMatch(c -> c == '\n' || Names.printable((char) c)))
                .as("only what can be read, of %s: %s", line, err)
                .isTrue();
        if (code == ExitCode.BAD_INPUT) {
            assertThat(out.toString()).as(line).isEmpty();
            assertThat(err.toString().lines())
                    .as(line)
                    .singleElement()
                    .asString()
                    .startsWith("roundhouse: " + file);
        } else {
            assertThat(out.toString()).as(line).isNotEmpty();
        }
    }
}
