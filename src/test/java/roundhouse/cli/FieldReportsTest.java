package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.cli.options.Inputs;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small systems from public reports of people who run such software, with what really happens there. */
class FieldReportsTest {
    private static final String FIELD = "src/test/resources/field/";

    @TempDir
    private Path folder;

    @Test
    void toNginxAnAnswerOf500IsAnAnswer() {
        JsonNode outcomes = json("02-5xx-always-unsuccessful").get("outcomes");
        // Of 55 s with 20 requests a second every other one goes to the server that answers 500.
        assertThat(outcomes.get("failed").asLong()).isBetween(548L, 552L);
    }

    @Test
    void oneOfTwoIsMoreThanTenPercent() {
        assertThat(text("03-envoy-ejects-one-of-two-at-10-percent")).doesNotContain("ejected");
    }

    @Test
    void aServerThatIsAddedGetsItsShareStepByStep() {
        Topology topology = Inputs.topology(Path.of(FIELD + "06-slow-start-not-for-added-server.json"));
        long[] picked = new long[3];
        Run run = Run.of(topology);
        for (int i = 0; i < picked.length; i++) {
            run.runUntil((11 + i * 5L) * 1_000_000_000L);
            picked[i] = run.report().nodes().get("s3").picked();
        }
        // Without a ramp the server, being idle, gets all 100 requests of its first second.
        assertThat(picked[0]).as("of the first second, at a sixteenth").isBetween(1L, 15L);
        assertThat(picked[2] - picked[1]).as("of the last 5 s, a third or more").isGreaterThan(150);
    }

    @Test
    void theTargetsABalancerBeginsWithDoNotStartSlowly() {
        Topology topology = Inputs.topology(Path.of(FIELD + "06-slow-start-not-for-added-server.json"));
        Frame frame = new Frame();
        Run run = Run.of(topology);
        run.runUntil(500_000_000);
        run.observe(frame);
        assertThat(Arrays.copyOf(frame.target, topology.links().size())).containsOnly(TargetState.IN_USE);
        run.runUntil(12_000_000_000L);
        run.observe(frame);
        assertThat(Arrays.copyOf(frame.target, frame.topology.links().size())).contains(TargetState.WARMING);
    }

    @Test
    void weightsThatARingCannotHoldAreRefusedWhereTheyAreRead() {
        String points =
                "lb cannot place keys on its targets: weights come to 67107840 points, and 16777216 is the most;"
                        + " use smaller weights";
        for (String file : List.of("09-weights-stack-trace-check-says-nothing", "23-weights-of-a-ring")) {
            for (String command : List.of("run", "check")) {
                CliRunner refused = CliRunner.run(command, FIELD + file + ".json");
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err().lines()).hasSize(1);
                assertThat(refused.err()).contains("/links/1/weight").contains(points);
            }
        }
    }

    @Test
    void soAreWeightsThatACommandWouldMake() {
        String file = "samples/consistent-hashing.json";
        CliRunner heavy = CliRunner.run(
                "run", file, "--do", "1s weight 65535 from=lb-1 to=s1", "--do", "2s weight 65535 from=lb-1 to=s2");
        assertThat(heavy.code()).as(heavy.err()).isEqualTo(2);
        assertThat(heavy.err())
                .contains("lb-1 cannot place keys on its targets")
                .contains("use smaller weights");
        Run run = Run.of(Inputs.topology(Path.of(file)));
        run.runUntil(1_000_000_000);
        long before = run.report().nodes().get("s1").picked();
        run.apply(new Command.SetAlgorithm("lb-1", Balancing.of(Algorithm.ROUND_ROBIN)));
        run.apply(new Command.SetWeight("lb-1", "s1", 65_535));
        run.apply(new Command.SetAlgorithm(
                "lb-1", Balancing.of(Algorithm.HASH).placed(PlacementSettings.DEFAULT.withVirtualNodes(1_024))));
        run.runUntil(2_000_000_000);
        assertThat(run.notices().getLast().text())
                .startsWith("nothing was changed, for lb-1 cannot place keys on its targets");
        assertThat(run.report().nodes().get("s1").picked()).isGreaterThan(before);
    }

    @Test
    void whatAPlacementHasNoUseForIsRefused() throws IOException {
        String text = Files.readString(Path.of(FIELD + "07-balance-factor-silently-ignored-envoy-ring.json"));
        String[][] wrong = {
            {
                "\"maglev\"",
                "\"balance-factor\": 120",
                "/nodes/1/algorithm/balance-factor",
                "maglev knows no bound on load"
            },
            {
                "\"nginx-hash\"",
                "\"virtual-nodes\": 7",
                "/nodes/1/algorithm/virtual-nodes",
                "only a ring has virtual nodes"
            },
        };
        for (String[] each : wrong) {
            Path file = folder.resolve("placement.json");
            Files.writeString(
                    file, text.replace("\"envoy-ring\"", each[0]).replace("\"balance-factor\": 120", each[1]));
            for (String command : List.of("run", "check")) {
                CliRunner refused = CliRunner.run(command, file.toString());
                assertThat(refused.code()).as(each[0]).isEqualTo(2);
                assertThat(refused.err()).contains(each[2]).contains(each[3]);
            }
        }
        String keys = Files.writeString(folder.resolve("keys.txt"), "a\n").toString();
        for (String[] each : new String[][] {{"--balance-factor", "120"}, {"--virtual-nodes", "7"}}) {
            CliRunner place =
                    CliRunner.run("place", "--placement", "jump", "--targets", "a,b", "--keys", keys, each[0], each[1]);
            assertThat(place.code()).isEqualTo(2);
            assertThat(place.err()).contains(each[0] + ": ").contains("jump");
        }
    }

    @Test
    void envoysRingIsBoundedByItsBalanceFactor() {
        Topology bounded = Inputs.topology(Path.of(FIELD + "07-balance-factor-silently-ignored-envoy-ring.json"));
        LoadBalancer balancer = (LoadBalancer) bounded.node("lb").orElseThrow();
        Topology free = bounded.with(balancer.balancing(balancer.balancing()
                .placed(balancer.balancing().placement().withBalanceFactor(PlacementOptions.UNBOUNDED))));
        assertThat(greatestShare(bounded)).isLessThan(0.95 * greatestShare(free));
    }

    private static double greatestShare(Topology topology) {
        Run run = Run.of(topology);
        run.runUntil(10_000_000_000L);
        Report report = run.report();
        return report.nodes().values().stream()
                        .filter(node -> node.kind().equals("server"))
                        .mapToLong(Report.NodeReport::picked)
                        .max()
                        .orElseThrow()
                / (double) report.requests();
    }

    @Test
    void littlesLawIsNotMeasuredWhereHardlyAnythingLeft() {
        assertThat(text("11-little-holds-within-100-percent"))
                .contains("\nLittle      not measured: ")
                .doesNotContain("L = λ W");
        assertThat(CliRunner.run("run", FIELD + "11-little-holds-within-100-percent.json", "--for", "100s")
                        .out())
                .as("thousands were turned away, and those in the queue stay")
                .contains("\nLittle      not measured: ")
                .doesNotContain("L = λ W");
        // s1 is so slow that nothing leaves it, and s2 answers at once.
        assertThat(CliRunner.run("run", "samples/three-servers.json", "--for", "20s", "--do", "0s slow s1 factor=1000")
                        .out())
                .contains(" at every node but lb-1, s1, where it was not measured (widest at ");
        assertThat(CliRunner.run("run", "samples/three-servers.json", "--for", "20s")
                        .out())
                .contains("at every node (widest");
    }

    static String text(String name) {
        return CliRunner.run("run", FIELD + name + ".json").out();
    }

    private static JsonNode json(String name) {
        return JsonMapper.builder()
                .build()
                .readTree(CliRunner.run("run", FIELD + name + ".json", "--format", "json")
                        .out());
    }
}
