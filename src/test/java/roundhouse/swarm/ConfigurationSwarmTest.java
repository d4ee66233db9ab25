package roundhouse.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.SampleFiles;
import roundhouse.cli.Cli;
import roundhouse.cli.ExitCode;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Names;

/** Configurations of other programs by chance: whatever system there is comes back from them, and no hostile one breaks an import. */
class ConfigurationSwarmTest {
    private static final Path FOLDER = Path.of("target", "swarm");
    private static final int FEW = 60;
    private static final int FEW_FILES = 250;

    static Stream<String> formats() {
        return ConfigurationFormats.exporterKeys().stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void systemsComeBack(String format) {
        ConfigurationExporter exporter = ConfigurationFormats.exporter(format).orElseThrow();
        SwarmTime.spend("systems as configurations of " + format, FEW, 0.05, seed -> {
            Topology topology = RandomSystem.of(seed).start();
            if (exporter.refusal(topology).isEmpty()) {
                try {
                    ComesBack.check(format, topology);
                } catch (AssertionError e) {
                    throw new AssertionError("-Dswarm.seed=" + seed + ": " + e.getMessage(), e);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("formats")
    void hostileOnesAreRefusedInALineOrRead(String format) throws IOException {
        ConfigurationExporter exporter = ConfigurationFormats.exporter(format).orElseThrow();
        List<byte[]> texts = new ArrayList<>();
        for (Path file : SampleFiles.all()) {
            if (TopologyFile.read(file) instanceof ReadResult.Read(Topology topology)) {
                Optional.of(topology)
                        .filter(system -> exporter.refusal(system).isEmpty())
                        .map(system -> exporter.export(system).text().getBytes(StandardCharsets.UTF_8))
                        .ifPresent(texts::add);
            }
        }
        Mutations mutations = new Mutations(texts);
        Files.createDirectories(FOLDER);
        SwarmTime.spend("configurations of " + format, FEW_FILES, 0.05, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Path file = FOLDER.resolve("hostile-" + format + "-" + seed + ".conf");
            try {
                Files.write(file, mutations.mutated(texts.get(random.nextInt(texts.size())), random));
                check(format, file);
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void check(String format, Path file) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] line = {"import", file.toString(), "--from", format};
        int code = Cli.run(line, new PrintWriter(out), new PrintWriter(err), (_, _) -> {});
        assertThat(code).as(file + "\n" + err).isIn(ExitCode.WELL, ExitCode.BAD_INPUT);
        assertThat(err.toString().chars().allMatch(c -> c == '\n' || Names.printable((char) c)))
                .as("only what can be read, of %s: %s", file, err)
                .isTrue();
        if (code == ExitCode.BAD_INPUT) {
            assertThat(err.toString().lines())
                    .as(file.toString())
                    .singleElement()
                    .asString()
                    .startsWith("roundhouse: " + file);
        } else {
            assertThat(TopologyFile.parse(out.toString())).isInstanceOf(ReadResult.Read.class);
        }
    }
}
