package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code roundhouse run} says of the theory of caches. */
class TheoryReportTest {
    private static final String WITHOUT = "samples/three-servers.json";
    private static final String WHY = "the cache of web has taken the repetitions out before";

    @TempDir
    private Path directory;

    private String system() throws IOException {
        return Files.writeString(directory.resolve("a.json"), """
                {
                  "format": 1, "name": "t", "duration": "20s",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1000/s" },
                      "keys": { "type": "zipf", "count": 1000, "exponent": 0.8 } },
                    { "id": "web", "kind": "server", "cores": 8, "service": "100us",
                      "cache": { "capacity": 200 }, "data": { "store": "db" } },
                    { "id": "db", "kind": "database", "cores": 8, "read": "1ms", "cache": { "capacity": 50 } }
                  ],
                  "links": [
                    { "from": "users", "to": "web", "latency": "1ms" },
                    { "from": "web", "to": "db", "latency": "100us" }
                  ]
                }
                """).toString();
    }

    @Test
    void theTextHasASectionWhereThereAreCaches() throws IOException {
        assertThat(CliRunner.run("run", system()).out())
                .containsPattern("web +Hit ratio +52\\.24 % +5\\d\\.\\d\\d % +Che's approximation: .*of 200 entries")
                .containsPattern("db +Hit ratio +– .*no theory, because " + WHY)
                .containsPattern("All reads +Read latency +– +0\\.00\\d+ s  no theory, because reads of db take less");
        assertThat(CliRunner.run("run", WITHOUT, "--for", "1s").out()).doesNotContain("Theory");
    }

    @Test
    void theJsonHasBothFiguresAndTheFormulaOrTheReason() throws IOException {
        JsonNode report = JsonMapper.shared()
                .readTree(CliRunner.run("run", system(), "--format", "json").out());
        JsonNode hits = report.at("/theory/web/hit-ratio");
        assertThat(hits.get("expected").asDouble()).isCloseTo(0.522371, within(1e-5));
        assertThat(hits.get("measured")).isEqualTo(report.at("/caches/web/hit-ratio"));
        assertThat(hits.get("formula").asString()).startsWith("Che's approximation");
        assertThat(hits.get("why-not").isNull()).isTrue();
        JsonNode none = report.at("/theory/db/hit-ratio");
        assertThat(none.get("expected").isNull()).isTrue();
        assertThat(none.get("formula").isNull()).isTrue();
        assertThat(none.get("why-not").asString()).isEqualTo(WHY);
        JsonNode reads = report.at("/theory-of-reads/read-latency");
        assertThat(reads.get("measured")).isEqualTo(report.at("/data/read-latency/mean"));
        assertThat(reads.get("why-not").asString()).isEqualTo("reads of db take less where its own cache has them");
        assertThat(CliRunner.run("run", WITHOUT, "--for", "1s", "--format", "json")
                        .out())
                .doesNotContain("\"theory\"");
    }
}
