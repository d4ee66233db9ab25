package roundhouse.caching.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Every recorded interleaving of readers and writers on a cache and a store, and how many of them leave what is old behind. */
final class CacheAsideTest {
    private static final long KEY = 7;

    static Stream<Arguments> cases() {
        return Golden.cases("caching/cache_aside.json").stream().map(recorded -> {
            List<String> steps = new ArrayList<>();
            recorded.get("steps").forEach(step -> steps.add(step.get(0).asString()));
            return Arguments.of(steps, recorded);
        });
    }

    private static Procedure writer(JsonNode recorded) {
        List<String> order = new ArrayList<>();
        if (recorded.has("writer")) {
            recorded.get("writer").forEach(step -> order.add(step.asString()));
        } else {
            order.add("update");
            order.add(recorded.get("writers").asString().contains("set") ? "set" : "delete");
        }
        return Procedure.valueOf(String.join("_THEN_", order).toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachStepIsAsRecorded(List<String> steps, JsonNode recorded) {
        Map<Long, Long> cache = new TreeMap<>();
        RecordingStore store = new RecordingStore(RecordingStore.Words.EHCACHE);
        store.content.put(KEY, 1L);
        if (recorded.get("cached_before").asBoolean()) {
            cache.put(KEY, 1L);
        }
        Procedure writer = writer(recorded);
        Map<String, ProcedureRun> runs = new LinkedHashMap<>();
        runs.put("r", new ProcedureRun(Procedure.ASIDE_READ, KEY, 0, cache, store));
        runs.put("w", new ProcedureRun(writer, KEY, 2, cache, store));
        runs.put("a", new ProcedureRun(writer, KEY, 2, cache, store));
        runs.put("b", new ProcedureRun(writer, KEY, 3, cache, store));
        for (JsonNode step : recorded.get("steps")) {
            String name = step.get(0).asString();
            ProcedureRun run = runs.get(name.substring(0, 1));
            if (name.endsWith("(skipped)")) {
                assertThat(run.isOver()).as(name).isTrue();
            } else {
                assertThat(run.step()).isEqualTo(word(name.substring(2)));
                run.next();
            }
            assertThat(cache.get(KEY))
                    .as(step.toString())
                    .isEqualTo(step.get(1).isNull() ? null : step.get(1).asLong());
            assertThat(store.content.get(KEY))
                    .as(step.toString())
                    .isEqualTo(step.get(2).asLong());
        }
        if (recorded.has("reader_returned")) {
            assertThat(runs.get("r").found)
                    .isEqualTo(recorded.get("reader_returned").asLong());
        }
        boolean stale = cache.containsKey(KEY) && !cache.get(KEY).equals(store.content.get(KEY));
        assertThat(stale).isEqualTo(recorded.get("stale_left").asBoolean());
        Golden.equalCase(recorded, "steps");
    }

    private static DataStep word(String recorded) {
        return switch (recorded) {
            case "get" -> DataStep.CACHE_GET;
            case "read" -> DataStep.STORE_READ;
            case "set" -> DataStep.CACHE_SET;
            case "update" -> DataStep.STORE_WRITE;
            case "delete" -> DataStep.CACHE_DELETE;
            default -> throw new IllegalArgumentException(recorded);
        };
    }

    @Test
    void soManyInterleavingsLeaveWhatIsOld() {
        assertThat(stale(Procedure.UPDATE_THEN_DELETE, false)).isEqualTo("1 of 10");
        assertThat(stale(Procedure.UPDATE_THEN_DELETE, true)).isEqualTo("0 of 10");
        assertThat(stale(Procedure.DELETE_THEN_UPDATE, false)).isEqualTo("6 of 10");
        assertThat(stale(Procedure.DELETE_THEN_UPDATE, true)).isEqualTo("2 of 10");
        assertThat(stale(Procedure.UPDATE_THEN_SET, false)).isEqualTo("1 of 10");
    }

    /** All orders of the three steps of a reader, those that it skips too, and the two of a writer. */
    private static String stale(Procedure writer, boolean cached) {
        int orders = 0;
        int stale = 0;
        for (int order = 0; order < 1 << 5; order++) {
            if (Integer.bitCount(order) != 2) {
                continue;
            }
            Map<Long, Long> cache = new TreeMap<>();
            RecordingStore store = new RecordingStore(RecordingStore.Words.EHCACHE);
            store.content.put(KEY, 1L);
            if (cached) {
                cache.put(KEY, 1L);
            }
            ProcedureRun reads = new ProcedureRun(Procedure.ASIDE_READ, KEY, 0, cache, store);
            ProcedureRun writes = new ProcedureRun(writer, KEY, 2, cache, store);
            for (int step = 0; step < 5; step++) {
                ProcedureRun run = (order >> step & 1) == 1 ? writes : reads;
                if (!run.isOver()) {
                    run.next();
                }
            }
            orders++;
            stale += cache.getOrDefault(KEY, 2L) == 2 ? 0 : 1;
        }
        return stale + " of " + orders;
    }

    @Test
    void aCacheThatIsDownIsNoReasonToFail() {
        assertThat(Procedure.ASIDE_READ.after(DataStep.CACHE_GET, StepEnd.FAILED))
                .isEqualTo(DataStep.STORE_READ);
        assertThat(Procedure.ASIDE_READ.after(DataStep.CACHE_SET, StepEnd.FAILED))
                .isEqualTo(DataStep.DONE);
        assertThat(Procedure.UPDATE_THEN_DELETE.after(DataStep.CACHE_DELETE, StepEnd.FAILED))
                .isEqualTo(DataStep.DONE);
        assertThat(Procedure.DELETE_THEN_UPDATE.after(DataStep.CACHE_DELETE, StepEnd.FAILED))
                .isEqualTo(DataStep.STORE_WRITE);
        assertThat(Procedure.WRITE_BACK.after(DataStep.CACHE_SET, StepEnd.FAILED))
                .isEqualTo(DataStep.FAILED);
        assertThat(Procedure.ASIDE_READ.after(DataStep.STORE_READ, StepEnd.FAILED))
                .isEqualTo(DataStep.FAILED);
        assertThat(Procedure.ASIDE_READ.after(DataStep.STORE_READ, StepEnd.NOTHING))
                .isEqualTo(DataStep.DONE);
    }

    @Test
    void writeBackQueuesWhatTheCacheHasAndWriteAroundKnowsNoCache() {
        assertThat(Procedure.WRITE_BACK.first()).isEqualTo(DataStep.CACHE_SET);
        assertThat(Procedure.WRITE_BACK.after(DataStep.CACHE_SET, StepEnd.OK)).isEqualTo(DataStep.QUEUE);
        assertThat(Procedure.WRITE_BACK.after(DataStep.QUEUE, StepEnd.OK)).isEqualTo(DataStep.DONE);
        assertThat(Procedure.WRITE_BACK.after(DataStep.QUEUE, StepEnd.FAILED)).isEqualTo(DataStep.FAILED);
        assertThat(Procedure.REMOVE_BACK.first()).isEqualTo(DataStep.CACHE_DELETE);
        assertThat(Procedure.REMOVE_BACK.after(DataStep.CACHE_DELETE, StepEnd.NOTHING))
                .isEqualTo(DataStep.QUEUE);
        assertThat(Procedure.REMOVE_BACK.after(DataStep.QUEUE, StepEnd.OK)).isEqualTo(DataStep.DONE);
        assertThat(Procedure.WRITE_AROUND.first()).isEqualTo(DataStep.STORE_WRITE);
        assertThat(Procedure.WRITE_AROUND.after(DataStep.STORE_WRITE, StepEnd.OK))
                .isEqualTo(DataStep.DONE);
    }

    @Test
    void whatTheStoreRefusesFailsBeforeTheCacheIsTouched() {
        for (Procedure procedure : Procedure.values()) {
            for (DataStep step : List.of(DataStep.STORE_WRITE, DataStep.STORE_DELETE)) {
                if (procedure.first() == step) {
                    assertThat(procedure.after(step, StepEnd.FAILED))
                            .as(procedure.name())
                            .isEqualTo(DataStep.FAILED);
                }
            }
        }
    }
}
