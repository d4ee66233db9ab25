package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.golden.Golden;
import roundhouse.hashing.registry.Placements;
import tools.jackson.databind.JsonNode;

class PlaceCommandTest {
    @TempDir
    private Path folder;

    /** What nginx chose, through the program's front door. */
    @TestFactory
    Stream<DynamicTest> printsWhatNginxChose() throws IOException {
        List<String> keys = new ArrayList<>();
        Golden.read("nginx/keys.json").forEach(key -> keys.add(key.asString()));
        Path file = Files.write(folder.resolve("nginx.txt"), keys);
        return Stream.of("nginx-consistent hash_consistent", "nginx-hash hash_modulo")
                .flatMap(pair -> Golden.cases("nginx/" + pair.split(" ")[1] + ".json").stream()
                        .map(each -> DynamicTest.dynamicTest(pair + " " + each.get("id"), () -> {
                            String placement = pair.split(" ")[0];
                            assertMapping(placement, each, keys, file, each.get("mapping"));
                            if (each.has("removed_index")) {
                                String name =
                                        name(each, each.get("removed_index").asInt());
                                JsonNode removed = each.get("mapping_removed");
                                JsonNode down = each.get("mapping_marked_down");
                                assertMapping(placement, each, keys, file, removed, "--without", name);
                                assertMapping(placement, each, keys, file, down, "--down", name);
                            }
                        })));
    }

    private static void assertMapping(
            String placement, JsonNode recorded, List<String> keys, Path file, JsonNode mapping, String... more) {
        List<String> targets = new ArrayList<>();
        for (JsonNode server : recorded.get("servers")) {
            targets.add(server.get("address").asString() + "="
                    + server.get("weight").asInt());
        }
        List<String> arguments = new ArrayList<>(List.of(
                "place", "--placement", placement, "--targets", String.join(",", targets), "--keys", file.toString()));
        arguments.addAll(List.of(more));
        CliRunner result = CliRunner.run(arguments.toArray(String[]::new));
        List<String> expected = IntStream.range(0, keys.size())
                .mapToObj(i ->
                        keys.get(i) + "\t" + name(recorded, mapping.asString().charAt(i) - '0'))
                .toList();
        assertThat(result.lines()).isEqualTo(expected);
        assertThat(result.code()).isZero();
    }

    private static String name(JsonNode recorded, int server) {
        return recorded.get("servers").get(server).get("address").asString();
    }

    @Test
    void printsReplicasInDistinctZonesFirst() throws IOException {
        CliRunner result = place("ring", "a@x,b@x,c@y", "--replicas", "3");
        assertThat(result.lines()).hasSize(3).allSatisfy(line -> {
            List<String> fields = List.of(line.split("\t"));
            assertThat(fields).hasSize(4).doesNotHaveDuplicates();
            assertThat(fields.subList(1, 3)).contains("c");
        });
    }

    @Test
    void aBoundOnLoadHoldsWhileKeysArePlaced() throws IOException {
        Path same = Files.write(folder.resolve("same.txt"), java.util.Collections.nCopies(300, "hot"));
        for (String placement : List.of("bounded-load", "ring", "haproxy-consistent")) {
            CliRunner result = CliRunner.run(
                    "place",
                    "--placement",
                    placement,
                    "--targets",
                    "a,b,c",
                    "--keys",
                    same.toString(),
                    "--balance-factor",
                    "110");
            for (String target : List.of("a", "b", "c")) {
                assertThat(result.lines().stream().filter(("hot\t" + target)::equals))
                        .hasSizeBetween(80, 111);
            }
        }
    }

    @Test
    void nobodyOwnsAKeyWhenAllAreDown() throws IOException {
        assertThat(place("ring", "a,b", "--down", "a,b").lines())
                .containsExactly("user-1\tnone", "user-2\tnone", "\tnone");
    }

    @Test
    void comparesAllPlacements() throws IOException {
        CliRunner result = CliRunner.run(
                "place", "--compare", "--targets", "a,b=2,c", "--keys", keys().toString(), "--without", "b");
        assertThat(result.code()).isZero();
        assertThat(result.lines().getFirst()).startsWith("3 keys on 3 targets, without b");
        assertThat(result.lines().stream().filter(line -> line.startsWith("| ")))
                .hasSize(1 + Placements.all().size());
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        assertRefused(place("rign", "a,b"), "'rign' is not a placement; did you mean 'ring'?");
        assertRefused(place("ring", "a,b", "--hash", "xxh4"), "'xxh4' is not a hash function; did you mean 'xxh3'?");
        assertRefused(place("caddy", "a,b", "--hash", "md5"), "caddy always hashes keys with fnv1a-32, not md5");
        assertRefused(place("ring", "a,b", "--without", "c"), "--without: there is no target 'c'");
        assertRefused(place("ring", "a,a"), "--targets: 'a' is there twice");
        assertRefused(place("ring", "a=x"), "the weight of 'a' is 'x'");
        assertRefused(place("ring", "a=1000000"), "use smaller weights");
        assertRefused(place("ring", "a", "--replicas", "0"), "--replicas: 0 is not 1 or more");
        assertRefused(place("ring", "a", "--virtual-nodes", "0"), "--virtual-nodes: 0 is not 1 or more");
        assertRefused(place("ring", "a", "--balance-factor", "99"), "--balance-factor: 99 is not 100 or more");
        assertRefused(
                place("haproxy-map", "a,b", "--hash", "address"), "keys.txt, line 1: 'user-1' is not an IP address");
        Path none = folder.resolve("none.txt");
        assertRefused(
                CliRunner.run("place", "--placement", "ring", "--targets", "a", "--keys", none.toString()),
                "none.txt does not exist");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
        assertRefused(
                CliRunner.run("place", "--placement", "ring", "--targets", "a", "--keys", binary.toString()),
                "not UTF-8 text");
        assertRefused(CliRunner.run("place", "--targets", "a", "--keys", keys().toString()), "--placement is missing");
    }

    private static void assertRefused(CliRunner result, String message) {
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err()).contains(message).hasLineCount(1);
    }

    private CliRunner place(String placement, String targets, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("place", "--placement", placement, "--targets", targets, "--keys", keys().toString()));
        arguments.addAll(List.of(more));
        return CliRunner.run(arguments.toArray(String[]::new));
    }

    private Path keys() throws IOException {
        return Files.writeString(folder.resolve("keys.txt"), "user-1\nuser-2\n\n");
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "alpha\nbeta\n");
        Path marked = Files.writeString(folder.resolve("marked.txt"), "\uFEFFalpha\nbeta\n");
        String[] words = {"place", "--placement", "ring", "--targets", "a,b,c", "--keys", ""};
        words[6] = plain.toString();
        String expected = CliRunner.run(words).out();
        words[6] = marked.toString();
        assertThat(CliRunner.run(words).out()).isEqualTo(expected).startsWith("alpha\t");
    }
}
