package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CacheCommandTest {
    @TempDir
    private Path folder;

    private CliRunner cache(List<String> lines, String... options) throws IOException {
        Path file = Files.write(folder.resolve("trace.txt"), lines);
        List<String> arguments = new ArrayList<>(List.of("cache", "--trace", file.toString()));
        arguments.addAll(Arrays.asList(options));
        return CliRunner.run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(CliRunner result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return JsonMapper.shared().readTree(result.out());
    }

    @Test
    void tellsEveryAccess() throws IOException {
        JsonNode told = json(
                cache(List.of("1", "2", "1", "3", "2", "1"), "--policy", "lru", "--capacity", "2", "--format", "json"));
        assertThat(told.get("policy").asString()).isEqualTo("lru");
        assertThat(told.get("capacity").asInt()).isEqualTo(2);
        assertThat(told.get("accesses").asInt()).isEqualTo(6);
        assertThat(told.get("hits").asInt()).isEqualTo(1);
        assertThat(told.get("misses").asInt()).isEqualTo(5);
        assertThat(told.get("hit-ratio").asDouble()).isEqualTo(1.0 / 6);
        assertThat(told.get("bits").asString()).isEqualTo("001000");
        assertThat(Golden.ints(told.get("resident"))).containsExactly(1, 2);
    }

    /** The more entries are drawn, the nearer to LRU: recorded 0.625, 0.679 and 0.685 of the real server. */
    @Test
    void redisDrawsSoManySamples() throws IOException {
        JsonNode trace = Golden.cases("caching/traces_small.json").getFirst();
        List<String> lines = Arrays.stream(Golden.ints(trace.get("keys")))
                .mapToObj(Integer::toString)
                .toList();
        List<Integer> hits = new ArrayList<>();
        for (String samples : List.of("1", "5", "10")) {
            hits.add(json(cache(
                            lines,
                            "--policy",
                            "redis-lru",
                            "--capacity",
                            "200",
                            "--samples",
                            samples,
                            "--format",
                            "json"))
                    .get("hits")
                    .asInt());
        }
        assertThat(hits).isSorted().doesNotHaveDuplicates();
        assertThat(cache(lines, "--policy", "redis-lru", "--capacity", "200", "--samples", "0")
                        .err())
                .contains("--samples: found 0; 1 to 64 is allowed");
    }

    @Test
    void aRecordedTraceIsHitAsRecorded() throws IOException {
        JsonNode trace = Golden.cases("caching/traces_small.json").getFirst();
        JsonNode recorded = Golden.cases("caching/eviction_small.json").getFirst();
        assertThat(recorded.get("trace")).isEqualTo(trace.get("id"));
        List<String> lines = Arrays.stream(Golden.ints(trace.get("keys")))
                .mapToObj(Integer::toString)
                .toList();
        JsonNode told = json(cache(
                lines,
                "--policy",
                recorded.get("policy").asString(),
                "--capacity",
                recorded.get("capacity").asString(),
                "--format",
                "json"));
        assertThat(told.get("hits").asInt()).isEqualTo(recorded.get("hits").asInt());
        assertThat(told.get("resident")).isEqualTo(recorded.get("resident"));
    }

    @Test
    void keysOfTextStandAsTheyAre() throws IOException {
        JsonNode told = json(
                cache(List.of("/z", "/a", "/m n", "/z"), "--policy", "fifo", "--capacity", "5", "--format", "json"));
        assertThat(told.get("bits").asString()).isEqualTo("0001");
        assertThat(told.get("resident").valueStream().map(JsonNode::asString)).containsExactly("/a", "/m n", "/z");
    }

    @Test
    void oneIsAListAndSeveralAreATableWithTheOptimum() throws IOException {
        List<String> loop = List.of("1", "2", "3", "1", "2", "3", "1", "2", "3");
        CliRunner one = cache(loop, "--policy", "tiny-lfu", "--capacity", "2");
        assertThat(one.lines().getFirst()).isEqualTo("policy     w-tinylfu");
        assertThat(one.lines().get(1)).isEqualTo("capacity   2 entries");
        CliRunner several = cache(loop, "--policy", "lru,mru", "--capacity", "2");
        assertThat(several.lines())
                .containsExactly(
                        "9 accesses, a cache of 2 entries",
                        "",
                        "policy  hits  misses  hit ratio",
                        "lru        0       9     0.0000",
                        "mru        3       6     0.3333",
                        "opt        4       5     0.4444");
        JsonNode all = json(cache(loop, "--policy", "all", "--capacity", "2", "--format", "json"));
        assertThat(all.valueStream().map(each -> each.get("policy").asString()))
                .containsExactlyElementsOf(new CacheCommand.Policies());
    }

    @Test
    void bytesBoundWhereTheTraceHasSizes() throws IOException {
        List<String> trace = List.of("0 a 600", "1 b 300", "2 a 600", "3 c 1024", "4 d 1025", "5 c 1024");
        JsonNode told = json(cache(trace, "--policy", "lru", "--capacity", "1KiB", "--format", "json"));
        assertThat(told.get("capacity").asInt()).isEqualTo(1024);
        assertThat(told.get("capacity-unit").asString()).isEqualTo("bytes");
        assertThat(told.get("bits").asString()).isEqualTo("001001");
        assertThat(told.get("resident").get(0).asString()).isEqualTo("c");
    }

    @Test
    void theSeedDecidesWhatIsDrawn() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add(Integer.toString(i * i % 37));
        }
        String[] options = {"--policy", "random", "--capacity", "5", "--format", "json", "--seed", "1"};
        String first = cache(lines, options).out();
        assertThat(cache(lines, options).out()).isEqualTo(first);
        options[7] = "2";
        assertThat(cache(lines, options).out()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    --policy lur --capacity 2             ~ 'lur' is not an eviction policy; did you mean 'lru'?
                    --policy lru --capacity two           ~ --capacity: found two; entries as a whole number, or bytes with B, KiB, MiB or GiB, are allowed
                    --policy lru --capacity 2KiB          ~ --capacity: bytes need a trace with sizes, and FILE has none
                    --policy lru --capacity 2 --format x  ~ --format: found x; text or json is allowed
                    --policy lru --capacity 2 --rate 0/s  ~ --rate: 0/s is not above 0
                    --policy lru --capacity 2 --trace-format timed ~ FILE, line 1: found "1"; a line of the format timed is ms key [size] [r|w]
                    """)
    void whatIsWrongIsOneLine(String options, String message) throws IOException {
        CliRunner result = cache(List.of("1", "2"), options.split(" ", -1));
        String file = folder.resolve("trace.txt").toString();
        assertThat(result.err()).isEqualTo("roundhouse: " + message.replace("FILE", file) + "\n");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }
}
