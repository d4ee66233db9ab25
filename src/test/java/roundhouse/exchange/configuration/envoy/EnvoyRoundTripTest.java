package roundhouse.exchange.configuration.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.Exported;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Export, import and export give the same for every sample with a load balancer. */
final class EnvoyRoundTripTest {
    private static final EnvoyExporter EXPORTER = new EnvoyExporter();

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
                ConfigurationFile.read(new EnvoyImporter(), new ConfigurationText(text, null), "envoy.yaml");
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
}
