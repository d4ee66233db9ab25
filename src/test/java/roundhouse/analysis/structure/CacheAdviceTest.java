package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** What the structure check says of caches. */
class CacheAdviceTest {
    private static final String OLD = " so what is old there stays until it has to go for others";

    @TempDir
    private Path folder;

    private static String text(String users, String cdn, String web, String data, String cache) {
        return """
            { "format": 1,
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "10/s" }%s },
                         { "id": "cdn", "kind": "cdn", "capacity": 10, "ttl": "10s"%s },
                         { "id": "lb", "kind": "load-balancer" },
                         { "id": "web", "kind": "server", "service": "3ms"%s, "data": { "cache": "cache"%s } },
                         { "id": "cache", "kind": "cache", "capacity": 50%s },
                         { "id": "db", "kind": "database", "read": "4ms" } ],
              "links": [ { "from": "users", "to": "cdn" }, { "from": "cdn", "to": "lb" }, { "from": "lb", "to": "web" },
                         { "from": "web", "to": "cache" },
                         { "from": "web", "to": "db" }, { "from": "cache", "to": "db" } ] }
            """.formatted(users, cdn, web, data, cache);
    }

    private static List<String> findings(String text) {
        return CheckedSystems.findings(CheckedSystems.read(text));
    }

    private static final String WRITES = ", \"reads\": 0.9";
    private static final String AROUND = ", \"strategy\": \"write-around\", \"store\": \"db\"";
    private static final String ASIDE = ", \"strategy\": \"cache-aside\", \"store\": \"db\"";

    @Test
    void whatNobodyTellsACacheIsOldThereForEver() {
        assertThat(findings(text(WRITES, "", "", AROUND, "")))
                .containsExactly(
                        "warning: cache: keeps values without a time to live, and nobody tells it what servers write around it,"
                                + OLD);
        assertThat(findings(text("", "", "", AROUND, "")))
                .as("nothing is written")
                .isEmpty();
        assertThat(findings(text(WRITES, "", "", AROUND, ", \"ttl\": \"5s\""))).isEmpty();
        assertThat(findings(text(WRITES, "", "", ASIDE, "")))
                .as("who writes takes it out")
                .isEmpty();
        assertThat(findings(text(WRITES, "", "", AROUND + ", \"events\": true", "")))
                .isEmpty();
    }

    @Test
    void soItIsWithCachesOfWhichThereAreSeveral() {
        String browsers = WRITES + ", \"users\": 20, \"cache\": { \"capacity\": 5 }";
        assertThat(findings(text(browsers, "", "", ASIDE, "")))
                .containsExactly(
                        "warning: users: keeps values without a time to live, and nobody tells it what other users write,"
                                + OLD);
        assertThat(findings(text(browsers.replace("20", "1"), "", "", ASIDE, "")))
                .isEmpty();
        String own = ", \"cache\": { \"capacity\": 5 }, \"count\": ";
        assertThat(findings(text(WRITES, "", own + 1, ASIDE, ""))).isEmpty();
        assertThat(findings(text(WRITES, "", own + 3, ASIDE, "")))
                .anyMatch(line -> line.contains("nobody tells it what other servers write"));
        String edges =
                text(WRITES, ", \"regions\": [ \"eu\", \"us\" ]", "", ASIDE, "").replace(", \"ttl\": \"10s\"", "");
        assertThat(findings(edges)).anyMatch(line -> line.contains("what is written through its other edges"));
        assertThat(findings(edges.replace("[ \"eu\", \"us\" ]", "[ \"eu\" ]")))
                .noneMatch(line -> line.contains("edges"));
    }

    @Test
    void valuesGivenForLongerAfterTheirTimeThanDuringIt() {
        assertThat(findings(text("", ", \"stale-while-revalidate\": \"20s\"", "", ASIDE, "")))
                .containsExactly(
                        "note: cdn: gives values for up to 20s after their time to live of 10s is over, while they are fetched anew");
        assertThat(findings(text("", ", \"stale-if-error\": \"20s\"", "", ASIDE, "")))
                .singleElement()
                .asString()
                .endsWith(" is over, where fetching them fails");
        assertThat(findings(text("", ", \"stale-while-revalidate\": \"10s\"", "", ASIDE, "")))
                .isEmpty();
    }

    @Test
    void writesThatWaitForOthersWithoutEnd() {
        String back = ", \"strategy\": \"write-back\"";
        String cache = ", \"store\": \"db\", \"flush\": { \"batch\": 20%s }";
        String direct = text(WRITES, "", "", back, cache).replace("{ \"from\": \"web\", \"to\": \"db\" },", "");
        assertThat(findings(direct.formatted("")))
                .containsExactly("warning: cache: hands on what is written back only when there are 20 writes,"
                        + " so the last ones wait without end, and a crash takes them");
        assertThat(findings(direct.formatted(", \"delay\": \"1s\""))).isEmpty();
        assertThat(findings(direct.formatted(", \"every\": \"1s\""))).isEmpty();
    }

    private List<String> looped(String policy, int keys, int rounds, String end) throws IOException {
        Files.writeString(
                folder.resolve("loop.txt"),
                IntStream.range(0, keys * rounds)
                        .mapToObj(i -> i % keys + "\n")
                        .collect(Collectors.joining("", "", end)));
        String text = text(
                        ", \"keys\": { \"type\": \"file\", \"file\": \"loop.txt\" }",
                        "",
                        "",
                        ASIDE,
                        ", \"policy\": \"" + policy + "\"")
                .replaceAll("\\{ \"id\": \"cdn\"[^}]*},", "")
                .replace("\"to\": \"cdn\" }, { \"from\": \"cdn\",", "");
        Path file = Files.writeString(
                folder.resolve("a.json"),
                text.replace("{ \"from\": \"users\",  \"to\"", "{ \"from\": \"users\", \"to\""));
        Topology topology = ((ReadResult.Read) TopologyFile.read(file)).topology();
        return CheckedSystems.findings(topology);
    }

    @ParameterizedTest
    @CsvSource({"lru, 51, 2, true", "fifo, 80, 3, true", "lru, 50, 2, false", "lru, 51, 1, false", "lirs, 51, 2, false"
    })
    void aLoopThatIsLongerThanTheCache(String policy, int keys, int rounds, boolean told) throws IOException {
        List<String> found = looped(policy, keys, rounds, "");
        if (told) {
            assertThat(found)
                    .containsExactly("warning: cache: loop.txt goes round " + keys
                            + " keys, and it has room for 50: under " + policy
                            + " each has gone when it comes again, so it answers next to nothing");
        } else {
            assertThat(found).isEmpty();
        }
        assertThat(looped(policy, keys, rounds, "3\n3\n")).as("no loop").isEmpty();
    }
}
