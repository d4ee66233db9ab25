package roundhouse.exchange.configuration.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.Exported;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Export, import and export give the same, and HAProxy takes it, for every sample with a load balancer. */
final class HaproxyRoundTripTest {
    private static final HaproxyExporter EXPORTER = new HaproxyExporter();
    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .filter(file -> EXPORTER.refusal(topology(file)).isEmpty())
                    .toList()
                    .stream();
        }
    }

    private static Topology topology(Path file) {
        try {
            return topology(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Topology topology(String json) {
        return switch (TopologyFile.parse(json)) {
            case ReadResult.Read(Topology topology) -> topology;
            case ReadResult.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    static Topology imported(String text) {
        Imported imported =
                ConfigurationFile.read(new HaproxyImporter(), new ConfigurationText(text, null), "haproxy.cfg");
        assertThat(imported).isInstanceOf(Imported.Read.class);
        return ((Imported.Read) imported).topology();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTheSame(Path sample) {
        Topology topology = topology(sample);
        Exported exported = EXPORTER.export(topology);
        Topology back = imported(exported.text());
        assertThat(TopologyFile.format(back.withLayout(topology.layout()))).isEqualTo(TopologyFile.format(topology));
        assertThat(EXPORTER.export(back).text()).isEqualTo(exported.text());
    }

    @Test
    void haproxyAcceptsEverySample(@TempDir Path directory) throws IOException, InterruptedException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "HAProxy is not installed");
        for (Path sample : samples().toList()) {
            Path file = Files.writeString(
                    directory.resolve("haproxy.cfg"), EXPORTER.export(topology(sample)).text());
            Process process = new ProcessBuilder(List.of(PROGRAM.toString(), "-c", "-f", file.toString()))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(sample + ": " + said).isZero();
            assertThat(said).as(sample.toString()).doesNotContain("WARNING");
        }
    }
}
