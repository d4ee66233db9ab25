package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.routing.RequestRules;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Rule;

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
        ComesBack.check(format, topology);
    }

    /**
     * How long servers need stands in the remarks of what was exported, so nothing is assumed of it; not even where they say what would
     * have been assumed.
     */
    @Test
    void whatRemarksSayIsNotAssumed() throws IOException {
        Topology sample = ((ReadResult.Read) TopologyFile.read(Path.of("samples/three-servers.json"))).topology();
        assertNothingAssumed(sample);
        Topology slower = sample;
        for (Node node : sample.nodes()) {
            if (node instanceof Server server) {
                slower = slower.with(server.with(Server.SERVICE, new Distribution.Exponential(Duration.ofMillis(10))));
            }
        }
        assertNothingAssumed(slower);
    }

    private static void assertNothingAssumed(Topology topology) {
        for (ConfigurationExporter exporter : ConfigurationFormats.exporters()) {
            assertThat(new ImportOf(exporter.key())
                            .well(exporter.export(topology).text())
                            .assumed())
                    .as(exporter.key())
                    .isEmpty();
        }
    }

    /** nginx takes no comment of more than 4,096 bytes. */
    @Test
    void aLongRemarkIsBrokenIntoLinesAndComesBack() {
        Topology topology = Topology.EMPTY.with(LoadBalancer.of("lb")).named("long", "é → so long  ".repeat(400));
        for (ConfigurationExporter exporter : ConfigurationFormats.exporters()) {
            ComesBack.check(exporter.key(), topology);
            assertThat(exporter.export(topology).text().lines())
                    .as(exporter.key())
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 4_096);
        }
    }

    /** YAML is read by the buffer: letters of two UTF-16 units stand at each place of one that a remark is long enough for. */
    @Test
    void lettersOfTwoUnitsComeBackWhereverTheyStand() {
        for (int before = 0; before < 2; before++) {
            Topology topology =
                    Topology.EMPTY.with(LoadBalancer.of("lb")).named("long", "x".repeat(before) + "😀".repeat(1_500));
            for (ConfigurationExporter exporter : ConfigurationFormats.exporters()) {
                ComesBack.check(exporter.key(), topology);
            }
        }
    }

    /** A rule may have a host that no other program takes as the name of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/8", "2001:db8::/32", "n1#0", "_", "*", "*.example.org", "example.*", "example.org"})
    void aRuleComesBackWhateverItsHost(String host) {
        LoadBalancer balancer = LoadBalancer.of("lb")
                .with(LoadBalancer.RULE_ORDER, RequestRules.Order.LONGEST_PREFIX)
                .with(
                        LoadBalancer.RULES,
                        List.of(Rule.to("api").with(Rule.HOST, host), Rule.path("/static/*", "static")));
        Topology topology = Topology.EMPTY
                .with(balancer)
                .with(server("a"))
                .with(server("b"))
                .linked(link("a").with(Link.POOL, "api"))
                .linked(link("b").with(Link.POOL, "static"));
        for (ConfigurationExporter exporter : ConfigurationFormats.exporters()) {
            ComesBack.check(exporter.key(), topology);
        }
    }

    private static Link link(String to) {
        return Link.of("lb", to, new Distribution.Exponential(Duration.ofMillis(1)));
    }

    private static Server server(String id) {
        return Server.of(id, new Distribution.Exponential(Duration.ofMillis(1)));
    }
}
