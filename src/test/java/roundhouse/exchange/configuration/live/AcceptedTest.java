package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.SampleFiles;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.FieldConfigurationsTest;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/** What is exported of each sample with a balancer, the real program accepts. */
@Tag("live")
class AcceptedTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> samples() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (LiveProgram program : LiveProgram.ALL) {
            for (Path file : SampleFiles.all()) {
                if (TopologyFile.read(file) instanceof ReadResult.Read(Topology topology)
                        && topology.nodes().stream().anyMatch(LoadBalancer.class::isInstance)) {
                    all.add(Arguments.of(program, file.getFileName(), topology));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("samples")
    void isAccepted(LiveProgram program, Path name, Topology topology) throws IOException, InterruptedException {
        accepts(program, name, topology);
    }

    static Stream<Arguments> imported() {
        return LiveProgram.ALL.stream()
                .flatMap(program -> FieldConfigurationsTest.files().map(file -> Arguments.of(program, file)));
    }

    /** What was made of other programs' configurations too, with addresses that resolve here. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("imported")
    void importedIsAccepted(LiveProgram program, Path file) throws IOException, InterruptedException {
        Topology topology = FieldConfigurationsTest.topology(file);
        accepts(
                program,
                file,
                topology.withLinks(topology.links().stream()
                        .map(link -> link.with(Link.ADDRESS, null))
                        .toList()));
    }

    static Stream<Arguments> systems() {
        return LiveProgram.ALL.stream()
                .flatMap(program -> LongStream.range(0, Long.getLong("round.seeds", 10))
                        .mapToObj(seed -> Arguments.of(program, seed)));
    }

    /** What is exported of systems by chance too, with addresses that resolve here. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("systems")
    void systemByChanceIsAccepted(LiveProgram program, long seed) throws IOException, InterruptedException {
        Topology plain = RandomTopologies.of(seed);
        Topology topology = program.canLayer4()
                ? plain
                : plain.withNodes(plain.nodes().stream()
                        .map(node ->
                                node instanceof LoadBalancer balancer ? balancer.with(LoadBalancer.LAYER, 7) : node)
                        .toList());
        accepts(
                program,
                Path.of("seed-" + seed),
                topology.withLinks(topology.links().stream()
                        .map(link -> link.with(Link.ADDRESS, null))
                        .toList()));
    }

    private void accepts(LiveProgram program, Path name, Topology topology) throws IOException, InterruptedException {
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        boolean layer4 = topology.nodes().stream()
                .anyMatch(node -> node instanceof LoadBalancer balancer && balancer.layer() == 4);
        assumeTrue(!layer4 || program.canLayer4(), program.format() + " has no layer 4 here");
        ConfigurationExporter exporter =
                ConfigurationFormats.exporter(program.format()).orElseThrow();
        String text = program.prepared(exporter.export(topology).text(), folder)
                .replace("/var/tmp/roundhouse-", folder.resolve("c-").toString());
        Path configuration = Files.writeString(folder.resolve("checked.conf"), text);
        Process process = new ProcessBuilder(program.check(program.program().orElseThrow(), configuration, folder))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s of %s", said, name).isZero();
    }
}
