package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.routing.RequestRules;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.naming.Resolvers;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;
import roundhouse.topology.types.Types;

public final class TopologyFileTest {
    /** As the design shows it. */
    private static final String EXAMPLE = """
            {
              "format": 1,
              "name": "Three equal servers",
              "description": "What to look for, in a sentence or two.",
              "seed": 42,
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1000/s" }, "keys": { "type": "zipf", "count": 10000, "exponent": 0.9 }, "reads": 0.9, "timeout": "1s" },
                { "id": "lb", "kind": "load-balancer", "layer": 7, "algorithm": { "type": "least-connections" } },
                { "id": "s1", "kind": "server", "cores": 4, "service": { "type": "exponential", "mean": "3ms" }, "queue": 100, "region": "eu", "zone": "eu-1" }
              ],
              "links": [
                { "from": "users", "to": "lb", "latency": "1ms" },
                { "from": "lb", "to": "s1", "latency": { "type": "normal", "mean": "500us", "stddev": "50us" }, "weight": 1 }
              ],
              "scenario": [ { "at": "10s", "crash": "s1" }, { "at": "20s", "recover": "s1" } ],
              "layout": { "users": [80, 200], "lb": [320, 200], "s1": [560, 200] }
            }
            """;

    private static final String CANONICAL = """
            {
              "$schema": "urn:roundhouse:topology:1",
              "format": 1,
              "name": "Three equal servers",
              "description": "What to look for, in a sentence or two.",
              "seed": 42,
              "nodes": [
                {
                  "id": "users",
                  "kind": "clients",
                  "arrivals": { "type": "poisson", "rate": "1000/s" },
                  "keys": { "type": "zipf", "count": 10000, "exponent": 0.9 },
                  "reads": 0.9,
                  "timeout": "1s"
                },
                { "id": "lb", "kind": "load-balancer", "layer": 7, "algorithm": "least-connections" },
                { "id": "s1", "kind": "server", "cores": 4, "service": { "type": "exponential", "mean": "3ms" }, "region": "eu", "zone": "eu-1" }
              ],
              "links": [
                { "from": "users", "to": "lb", "latency": "1ms" },
                { "from": "lb", "to": "s1", "latency": { "type": "normal", "mean": "500us", "stddev": "50us" } }
              ],
              "scenario": [
                { "at": "10s", "crash": "s1" },
                { "at": "20s", "recover": "s1" }
              ],
              "layout": {
                "users": [80, 200],
                "lb": [320, 200],
                "s1": [560, 200]
              }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void readsTheDesignsExampleAndWritesItCanonically() {
        Topology topology = read(EXAMPLE);
        assertThat(topology.seed()).isEqualTo(42);
        assertThat(topology.node("lb")).get().isInstanceOfSatisfying(LoadBalancer.class, lb -> {
            assertThat(lb.layer()).isEqualTo(7);
            assertThat(lb.balancing()).isEqualTo(Balancing.of(Algorithm.LEAST_CONNECTIONS));
            assertThat(lb.cost()).isEqualTo(Duration.ofNanos(20_000));
        });
        assertThat(topology.scenario())
                .containsExactly(
                        new TimedCommand(Duration.ofSeconds(10), new Command.Crash("s1")),
                        new TimedCommand(Duration.ofSeconds(20), new Command.Recover("s1")));
        assertThat(TopologyFile.format(topology)).isEqualTo(CANONICAL);
        assertThat(read(CANONICAL)).isEqualTo(topology);
    }

    @Test
    void nodesNeedOnlyWhatNobodyCanGuess() {
        Topology topology = read("""
                { "format": 1,
                  "nodes": [
                    { "id": "c", "kind": "clients", "arrivals": { "type": "closed", "think": "2s" } },
                    { "id": "b", "kind": "load-balancer" },
                    { "id": "s", "kind": "server", "service": "3ms" } ],
                  "links": [ { "from": "c", "to": "b" }, { "from": "b", "to": "s" } ] }""");
        assertThat(topology.nodes())
                .containsExactly(
                        new Clients(
                                "c",
                                null,
                                new Arrivals.Closed(new Distribution.Fixed(Duration.ofSeconds(2))),
                                1_000,
                                "10.0.0.0/8",
                                java.util.Map.of(),
                                new KeyDistribution.Uniform(1_000),
                                1,
                                List.of(),
                                new Connection.PerRequest(),
                                false,
                                0,
                                false,
                                Duration.ZERO,
                                null,
                                Retries.NONE,
                                null,
                                null,
                                ValueSizes.USUAL,
                                Resolvers.USUAL),
                        new LoadBalancer(
                                "b",
                                null,
                                null,
                                7,
                                Balancing.of(Algorithm.ROUND_ROBIN),
                                4,
                                Duration.ofNanos(20_000),
                                Duration.ZERO,
                                Types.UNLIMITED,
                                Sticky.OFF,
                                List.of(),
                                RequestRules.Order.FIRST,
                                Tls.PASS_THROUGH,
                                null,
                                null,
                                ZonePreference.OFF,
                                Health.NONE,
                                BackupUse.ALL,
                                FailoverPolicy.NEVER,
                                VrrpSettings.DEFAULT,
                                null,
                                TimeLimits.NONE,
                                ConnectionLimits.NONE,
                                List.of(),
                                null,
                                null),
                        new Server(
                                "s",
                                null,
                                1,
                                1,
                                1,
                                null,
                                new Distribution.Fixed(Duration.ofMillis(3)),
                                Discipline.FIRST_COME_FIRST_SERVED,
                                100,
                                Integer.MAX_VALUE,
                                Integer.MAX_VALUE,
                                List.of(),
                                Duration.ofMillis(1),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                null));
        assertThat(topology.links())
                .containsExactly(
                        Link.of("c", "b", new Distribution.Fixed(Duration.ofNanos(500_000))),
                        Link.of("b", "s", new Distribution.Fixed(Duration.ofNanos(500_000))));
        assertThat(topology.duration()).isEqualTo(Duration.ofSeconds(60));
        assertThat(topology.warmUp()).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatIsWrittenReadsAsTheSameTopology() {
        for (long seed = 0; seed < 2_000; seed++) {
            Topology topology = RandomTopologies.of(seed);
            assertThat(Validation.problems(topology)).as("seed %d", seed).isEmpty();
            String text = TopologyFile.format(topology);
            assertThat(TopologyFile.parse(text)).as("seed %d", seed).isEqualTo(new ReadResult.Read(topology));
            assertThat(TopologyFile.format(read(text))).as("seed %d", seed).isEqualTo(text);
            assertThat(text).as("seed %d", seed).endsWith("}\n").doesNotContain("\r");
        }
    }

    @Test
    void membersOfRandomShardedStoresJoinAndLeave() {
        assertThat(LongStream.range(0, 200)
                        .mapToObj(RandomTopologies::of)
                        .flatMap(topology -> topology.scenario().stream().map(TimedCommand::command)))
                .hasAtLeastOneElementOfType(Command.Join.class)
                .hasAtLeastOneElementOfType(Command.Leave.class);
    }

    @Test
    void aByteOrderMarkIsIgnored() {
        assertThat(TopologyFile.parse("\uFEFF" + EXAMPLE)).isEqualTo(TopologyFile.parse(EXAMPLE));
    }

    @Test
    void writesTheCanonicalTextAndNothingElse() throws IOException {
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old");
        TopologyFile.write(read(EXAMPLE), file);
        assertThat(file).hasContent(CANONICAL);
        assertThat(TopologyFile.read(file)).isEqualTo(TopologyFile.parse(EXAMPLE));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesThroughASymbolicLink() throws IOException {
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);
        TopologyFile.write(read(EXAMPLE), link);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(CANONICAL);
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old");
        Topology bad = read(EXAMPLE)
                .withScenario(List.of(new TimedCommand(Duration.ZERO, new Command.Revise(Topology.EMPTY))));
        assertThatThrownBy(() -> TopologyFile.write(bad, file)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TopologyFile.write(bad, directory)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsWhoMayReadAFile() throws IOException {
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        TopologyFile.write(read(EXAMPLE), file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        assertThat(problem(directory)).isEqualTo(directory + " is a directory; a topology is a file");
        Path missing = directory.resolve("missing.json");
        assertThat(problem(missing)).isEqualTo(missing + " does not exist");
        assertThat(problem(file("empty", ""))).isEqualTo("the file is empty; a topology is a JSON object");
        Path latin = directory.resolve("latin.json");
        Files.write(latin, "{\n\"name\": \"caf\u00e9\" }".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problem(latin)).isEqualTo("line 2: the file is not UTF-8 text; save it as UTF-8");
        Path wide = directory.resolve("wide.json");
        Files.write(wide, EXAMPLE.getBytes(StandardCharsets.UTF_16));
        assertThat(problem(wide)).isEqualTo("the file is UTF-16 text; save it as UTF-8");
        Path huge = directory.resolve("huge.json");
        Files.write(huge, new byte[50_000_000]);
        assertThat(problem(huge)).isEqualTo("the file has 50.0 MB; a topology has at most 20 MB");
    }

    /** Without line ends and indents a file is smaller than what saving makes of it. */
    @Test
    void whatCouldNotBeSavedAndOpenedAgainIsNotOpened() throws IOException {
        for (int times : new int[] {100_000, 640_000}) {
            Topology large = crashing(times);
            String written = TopologyFile.format(large);
            Path file = file("dense.json", written.replaceAll("\\n *| (?=[\\[{}\\]])|(?<=[\\[{,:]) ", ""));
            assertThat(Files.size(file)).isLessThan(20_000_000);
            if (written.length() < 20_000_000) {
                Topology read = ((ReadResult.Read) TopologyFile.read(file)).topology();
                TopologyFile.write(read, file);
                assertThat(TopologyFile.read(file)).isEqualTo(new ReadResult.Read(large));
            } else {
                assertThat(problem(file))
                        .matches(
                                "saved again it would have \\d\\d\\.\\d MB with its line ends; a topology has at most 20 MB");
            }
        }
    }

    private static Topology crashing(int times) {
        return Topology.EMPTY
                .with(Server.of("s", new Distribution.Fixed(Duration.ofMillis(1))))
                .withScenario(
                        Collections.nCopies(times, new TimedCommand(Duration.ofSeconds(1), new Command.Crash("s"))));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String problem(Path file) {
        return ((ReadResult.Refused) TopologyFile.read(file))
                .problems()
                .getFirst()
                .toString();
    }

    public static Topology read(String text) {
        ReadResult result = TopologyFile.parse(text);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }
}
