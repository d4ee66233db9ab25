package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;

/** Export, import and export give the same text, and the import the same system, in every language that goes both ways. */
class RoundTripTest {
    static Stream<Arguments> samples() throws IOException {
        List<Arguments> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (TopologyFile.read(file) instanceof ReadResult.Read(Topology topology)
                        && topology.nodes().stream().anyMatch(LoadBalancer.class::isInstance)) {
                    ConfigurationFormats.exporters()
                            .forEach(exporter -> all.add(Arguments.of(exporter.key(), topology)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesComeBack(String format, Topology topology) {
        comesBack(format, topology);
    }

    static void comesBack(String format, Topology topology) {
        ConfigurationExporter exporter = ConfigurationFormats.exporter(format).orElseThrow();
        ConfigurationImporter importer = ConfigurationFormats.importer(format).orElseThrow();
        Exported first = exporter.export(topology);
        Imported back = ConfigurationFile.read(importer, new ConfigurationText(first.text(), null), "x");
        assertThat(back).as(first.text()).isInstanceOf(Imported.Read.class);
        Topology again = ((Imported.Read) back).topology();
        List<String> then = exporter.export(again).text().lines().toList();
        List<String> was = first.text().lines().toList();
        for (int i = 0; i < was.size(); i++) {
            assertThat(i < then.size() ? then.get(i) : "").as("line %d", i + 1).isEqualTo(was.get(i));
        }
        assertThat(then).hasSameSizeAs(was);
    }
}
