package roundhouse.simulation.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.golden.Golden;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import tools.jackson.databind.JsonNode;

/**
 * Recorded queries of resolvers as whole runs: a user who asks at the times of the recording goes where the recording has it: to the old
 * address as long as that was answered, then to the new one, and nowhere from the first failure on, when the authoritative server was
 * away. The phase of a resolver's clock is not recorded; one seed of many must explain all of it. What a resolver does that has failed
 * once depends on how often it tries, which is not modelled.
 */
class RecordedTimelinesTest {
    private static final int PHASES = 400;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> timelines() {
        JsonNode file = Golden.read("edge/dns_timeline.json");
        return file.get("cases")
                .valueStream()
                // A resolver that asks a resolver, and one that waits before it serves what is stale, are not modelled.
                .filter(recorded -> !recorded.get("options").asString().startsWith("asks")
                        && !recorded.get("options").asString().contains("client-timeout"))
                .map(recorded ->
                        DynamicTest.dynamicTest(recorded.get("id").asString(), () -> explained(file, recorded)));
    }

    private void explained(JsonNode file, JsonNode recorded) throws IOException {
        Map<Long, String> expected = new LinkedHashMap<>();
        StringBuilder times = new StringBuilder();
        boolean failed = false;
        for (JsonNode row : recorded.get("answers")) {
            String answer = row.get(1).asString();
            if (!failed) {
                failed = !answer.matches("\\d+");
                expected.put(row.get(0).asLong(), failed ? "nowhere" : answer.contains("0") ? "old" : "new");
                times.append(row.get(0).asLong()).append(" 1 100 r\n");
            }
        }
        Files.writeString(directory.resolve("queries.txt"), times);
        Topology topology = topology(file, recorded);
        boolean explained = false;
        for (int seed = 0; seed < PHASES && !explained; seed++) {
            explained = went(topology.withSeed(seed)).equals(expected);
        }
        assertThat(explained).as("%s: %s", recorded.get("id"), expected).isTrue();
        Golden.equal(expected.size());
    }

    /** At each millisecond of a request where it went. */
    private static Map<Long, String> went(Topology topology) {
        Map<Long, String> went = new LinkedHashMap<>();
        Run run = Run.of(topology, new RunObserver() {
            @Override
            public void began(Attempt attempt, Component clients) {
                went.put(attempt.startedAtNanos / 1_000_000, "nowhere");
            }

            @Override
            public void departed(Attempt attempt, Component from, Component to) {
                if (attempt.purpose == AttemptPurpose.REQUEST && !attempt.replying) {
                    went.put(attempt.startedAtNanos / 1_000_000, to.id);
                }
            }
        });
        run.runUntil(60_000_000_000L);
        return went;
    }

    private Topology topology(JsonNode file, JsonNode recorded) throws IOException {
        JsonNode events = file.get("events");
        String text = """
                {"format": 1, "name": "T", "nodes": [
                  {"id": "users", "kind": "clients", "arrivals": {"type": "file"}, "users": 1,
                   "keys": {"type": "file", "file": "queries.txt"}, "resolvers": {"count": 1, %s}},
                  {"id": "dns", "kind": "dns", "answers": "weighted", "ttl": "%ds"},
                  {"id": "old", "kind": "server", "service": "0s"},
                  {"id": "new", "kind": "server", "service": "0s"}],
                 "links": [
                  {"from": "users", "to": "dns", "latency": "0s"},
                  {"from": "dns", "to": "old", "latency": "0s"},
                  {"from": "dns", "to": "new", "latency": "0s", "weight": 0}],
                 "scenario": [
                  {"at": "%dms", "weight": 0, "from": "dns", "to": "old"},
                  {"at": "%dms", "weight": 1, "from": "dns", "to": "new"},
                  {"at": "%dms", "crash": "dns"},
                  {"at": "%dms", "recover": "dns"}]}
                """.formatted(
                        options(recorded),
                        file.get("record_ttl_s").asLong(),
                        events.get(0).get(0).asLong(),
                        events.get(0).get(0).asLong(),
                        events.get(1).get(0).asLong(),
                        events.get(2).get(0).asLong());
        Path path = directory.resolve("system.json");
        Files.writeString(path, text);
        ReadResult result = TopologyFile.read(path);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }

    private static String options(JsonNode recorded) {
        String options = recorded.get("options").asString();
        String like = "\"like\": \"" + recorded.get("resolver").asString() + "\"";
        if (options.startsWith("cache-min-ttl: ")) {
            return like + ", \"min-ttl\": \"" + options.substring(15) + "s\"";
        }
        if (options.startsWith("cache-max-ttl: ")) {
            return like + ", \"max-ttl\": \"" + options.substring(15) + "s\"";
        }
        return like
                + (options.startsWith("prefetch: yes") ? ", \"prefetch\": true" : "")
                + (options.startsWith("serve-expired: yes") ? ", \"serve-stale\": true" : "");
    }
}
