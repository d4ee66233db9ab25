package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.golden.Golden;
import roundhouse.routing.algorithms.Algorithm;
import tools.jackson.databind.JsonNode;

class RouteCommandTest {
    @TempDir
    private Path folder;

    /** What nginx picked, through the program's front door. */
    @TestFactory
    Stream<DynamicTest> printsWhatNginxPicked() {
        return Golden.cases("nginx/wrr.json").stream()
                .map(recorded -> DynamicTest.dynamicTest(name(recorded), () -> {
                    int[] picks = Golden.ints(recorded.get("picks"));
                    List<String> arguments = new ArrayList<>(List.of(
                            "route",
                            "--algorithm",
                            "weighted-round-robin",
                            "--targets",
                            targets(recorded),
                            "--requests",
                            "" + picks.length));
                    option(arguments, "--down", recorded.get("down"));
                    option(arguments, "--backup", recorded.get("backup"));
                    CliRunner result = CliRunner.run(arguments.toArray(String[]::new));
                    List<String> expected = new ArrayList<>();
                    for (int pick : picks) {
                        expected.add("s" + pick);
                    }
                    assertThat(result.lines()).isEqualTo(expected);
                    assertThat(result.code()).isZero();
                }));
    }

    /** What HAProxy picked for each path, the function being the default. */
    @Test
    void picksForEachPathOfAFile() throws IOException {
        JsonNode recorded = Golden.read("haproxy/hash_uri.json");
        List<String> paths = new ArrayList<>();
        recorded.get("uris").forEach(path -> paths.add(path.asString()));
        Path file = Files.write(folder.resolve("uris.txt"), paths);
        int compared = 0;
        for (JsonNode one : Golden.cases("haproxy/hash_uri.json")) {
            if (one.get("algorithm").asString().equals("uri")
                    && one.get("function").asString().equals("sdbm")
                    && one.get("hash_type").asString().equals("map-based")
                    && !one.get("avalanche").asBoolean()) {
                CliRunner result = CliRunner.run(
                        "route", "--algorithm", "haproxy-uri", "--targets", targets(one), "--uris", file.toString());
                assertThat(result.lines())
                        .isEqualTo(one.get("mapping")
                                .asString()
                                .chars()
                                .mapToObj(server -> "s" + Character.digit(server, 36))
                                .toList());
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    /** What HAProxy and Apache picked in turn. */
    @Test
    void printsWhatOthersPickedInTurn() {
        assertThat(inTurn("haproxy-roundrobin")).isEqualTo("0001002");
        assertThat(inTurn("haproxy-static-rr")).isEqualTo("0001002");
        assertThat(inTurn("haproxy-leastconn")).isEqualTo("0120120");
        assertThat(inTurn("apache-byrequests")).isEqualTo("0010200");
        assertThat(inTurn("apache-bybusyness")).isEqualTo("0010200");
        assertThat(inTurn("ipvs-wrr")).isEqualTo("0000012");
        assertThat(inTurn("ipvs-rr")).isEqualTo("0120120");
    }

    private static String inTurn(String algorithm) {
        CliRunner result =
                CliRunner.run("route", "--algorithm", algorithm, "--targets", "0=5,1=1,2=1", "--requests", "7");
        return String.join("", result.lines());
    }

    @Test
    void picksForEachClientOfAFile() throws IOException {
        JsonNode recorded = Golden.read("nginx/ip_hash.json");
        List<String> addresses = new ArrayList<>();
        recorded.get("ips").forEach(address -> addresses.add(address.asString()));
        Path file = Files.write(folder.resolve("clients.txt"), addresses);
        for (JsonNode one : Golden.cases("nginx/ip_hash.json")) {
            CliRunner result = CliRunner.run(
                    "route", "--algorithm", "ip-hash", "--targets", targets(one), "--clients", file.toString());
            List<String> expected = one.get("mapping")
                    .asString()
                    .chars()
                    .mapToObj(c -> "s" + (char) c)
                    .toList();
            assertThat(result.lines()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void routesByEveryAlgorithm(Algorithm algorithm) {
        CliRunner result =
                CliRunner.run("route", "--algorithm", algorithm.key(), "--targets", "a=3,b=1,c=1", "--requests", "50");
        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(50).isSubsetOf("a", "b", "c");
        assertThat(CliRunner.run(
                        "route", "--algorithm", algorithm.key(), "--targets", "a=3,b=1,c=1", "--requests", "50"))
                .isEqualTo(result);
    }

    @Test
    void saysNoneWhenNobodyCanTakeIt() {
        CliRunner result = CliRunner.run(
                "route", "--algorithm", "round-robin", "--targets", "a=1", "--down", "a", "--requests", "2");
        assertThat(result.lines()).containsExactly("none", "none");
    }

    @Test
    void goesToTheClientsRegion() {
        CliRunner result = CliRunner.run(
                "route", "--algorithm", "geographic", "--targets", "a=1@us,b=1@eu", "--from", "eu", "--requests", "3");
        assertThat(result.lines()).containsExactly("b", "b", "b");
    }

    @Test
    void refusesWhatItCannotUseInOneLine() {
        assertRefused(
                "'round-robbin' is not an algorithm; did you mean 'round-robin'?",
                "--algorithm",
                "round-robbin",
                "--targets",
                "a");
        assertRefused(
                "'wrr' is not an algorithm; one of " + String.join(", ", new RouteCommand.Algorithms()),
                "--algorithm",
                "wrr",
                "--targets",
                "a");
        assertRefused(
                "--targets: the weight of 'a' is '-1'; a weight is a whole number from 0",
                "--algorithm",
                "random",
                "--targets",
                "a=-1");
        assertRefused("--targets: 'a' is there twice", "--algorithm", "random", "--targets", "a,a");
        assertRefused(
                "--targets: '=3' has no name; write NAME=WEIGHT,NAME=WEIGHT",
                "--algorithm",
                "random",
                "--targets",
                "=3");
        assertRefused("--down: there is no target 'x'", "--algorithm", "random", "--targets", "a", "--down", "x");
        assertRefused("--requests: -1 is negative", "--algorithm", "random", "--targets", "a", "--requests", "-1");
        assertRefused(
                "no-such-file does not exist", "--algorithm", "ip-hash", "--targets", "a", "--clients", "no-such-file");
    }

    private static void assertRefused(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("route"));
        all.addAll(List.of(arguments));
        CliRunner result = CliRunner.run(all.toArray(String[]::new));
        assertThat(result.err()).isEqualToNormalizingNewlines("roundhouse: " + message + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    private static String name(JsonNode recorded) {
        return recorded.get("kind").asString() + " " + recorded.get("weights");
    }

    private static String targets(JsonNode recorded) {
        int[] weights = Golden.ints(recorded.get("weights"));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            text.append(i == 0 ? "" : ",").append("s").append(i).append("=").append(weights[i]);
        }
        return text.toString();
    }

    private static void option(List<String> arguments, String option, JsonNode indexes) {
        int[] values = Golden.ints(indexes);
        if (values.length > 0) {
            StringBuilder text = new StringBuilder();
            for (int value : values) {
                text.append(text.isEmpty() ? "" : ",").append("s").append(value);
            }
            arguments.add(option);
            arguments.add(text.toString());
        }
    }
}
