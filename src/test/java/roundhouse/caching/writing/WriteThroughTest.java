package roundhouse.caching.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Each step of the recorded write-through caches: result, calls to the store, what cache and store hold then. */
final class WriteThroughTest {
    static Stream<Arguments> cases() {
        return Stream.concat(
                Golden.cases("caching/ehcache.json").stream()
                        .map(recorded -> Arguments.of("ehcache", RecordingStore.Words.EHCACHE, recorded)),
                Golden.cases("caching/hazelcast.json").stream()
                        .filter(recorded -> recorded.get("write_delay_s").asInt() == 0)
                        .map(recorded -> Arguments.of("hazelcast", RecordingStore.Words.HAZELCAST, recorded)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachStepIsAsRecorded(String system, RecordingStore.Words words, JsonNode recorded) {
        RecordingStore store = new RecordingStore(words);
        store.fill(recorded.get("store_at_start"));
        Map<Long, Long> cache = new TreeMap<>();
        int steps = 0;
        for (JsonNode step : recorded.get("steps")) {
            String where = "step " + steps++ + " " + step;
            store.calls.clear();
            store.refuses = step.get(1).asInt() == 1;
            JsonNode operation = step.get(0);
            String result = operation.get(0).asString().equals("putAll")
                    ? putAll(operation, cache, store)
                    : one(system, operation, cache, store);
            assertThat(result).as(where).isEqualTo(step.get(2).asString());
            assertThat(store.calls.toString().replace(" ", ""))
                    .as(where)
                    .isEqualTo(step.get(3).toString());
            assertThat(RecordingStore.pairs(cache))
                    .as(where)
                    .isEqualTo(step.get(4).toString());
            assertThat(RecordingStore.pairs(store.content))
                    .as(where)
                    .isEqualTo(step.get(5).toString());
        }
        assertThat(steps).isPositive();
        Golden.equal(steps);
    }

    private static String one(String system, JsonNode operation, Map<Long, Long> cache, RecordingStore store) {
        String name = operation.get(0).asString();
        ProcedureRun run = new ProcedureRun(
                        procedure(system, name),
                        operation.get(1).asLong(),
                        operation.path(2).asLong(0),
                        cache,
                        store)
                .all();
        if (run.failed != null) {
            boolean reading = run.failed == DataStep.STORE_READ;
            return system.equals("hazelcast")
                    ? "IllegalStateException"
                    : reading ? "CacheLoadingException" : "CacheWritingException";
        }
        boolean tellsNothing =
                name.equals("set") || (system.equals("ehcache") && (name.equals("put") || name.equals("remove")));
        return tellsNothing ? "ok" : String.valueOf(run.found);
    }

    private static Procedure procedure(String system, String name) {
        boolean ehcache = system.equals("ehcache");
        return switch (name) {
            case "get" -> Procedure.READ_THROUGH;
            case "put" -> ehcache ? Procedure.WRITE_THROUGH : Procedure.GET_AND_PUT_THROUGH;
            case "remove" -> ehcache ? Procedure.REMOVE_THROUGH : Procedure.GET_AND_REMOVE_THROUGH;
            case "set" -> Procedure.WRITE_THROUGH;
            case "putIfAbsent" -> Procedure.PUT_IF_ABSENT_THROUGH;
            case "replace" -> Procedure.REPLACE_THROUGH;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A write-through of each, in the order of a small hash table; all are tried. */
    private static String putAll(JsonNode operation, Map<Long, Long> cache, RecordingStore store) {
        Map<Long, Long> ordered = new TreeMap<>();
        for (int i = 1; i < operation.size(); i += 2) {
            long key = operation.get(i).asLong();
            ordered.put((key % 4) * 100 + key, operation.get(i + 1).asLong());
        }
        boolean failed = false;
        for (Map.Entry<Long, Long> each : ordered.entrySet()) {
            int before = store.calls.size();
            ProcedureRun run =
                    new ProcedureRun(Procedure.WRITE_THROUGH, each.getKey() % 100, each.getValue(), cache, store).all();
            failed |= run.failed != null;
            // One of a bulk is a bulk of one.
            store.calls.set(
                    before, store.calls.get(before).replaceFirst("\\[\"write\",(\\d+,\\d+)", "[\"writeAll\",[[$1]]"));
        }
        return failed ? "BulkCacheWritingException" : "ok";
    }
}
