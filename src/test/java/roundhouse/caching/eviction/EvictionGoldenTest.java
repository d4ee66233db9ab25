package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Hit for hit and key for key what Caffeine's simulator and libCacheSim did on the same large traces. */
final class EvictionGoldenTest {
    @Test
    void theLargeTracesHaveTheRecordedChecksums() {
        SoftAssertions all = new SoftAssertions();
        int compared = 0;
        for (JsonNode each : Golden.cases("caching/eviction_large.json")) {
            long[] trace = TraceRecipe.trace(each.get("recipe"));
            String id = each.get("id").asString();
            assertThat(TraceRecipe.crc32(trace))
                    .as(id)
                    .isEqualTo(each.get("crc32").asString());
            for (Map.Entry<String, JsonNode> capacity : each.get("results").properties()) {
                for (Map.Entry<String, JsonNode> result : capacity.getValue().properties()) {
                    check(all, id, Long.parseLong(capacity.getKey()), result.getKey(), result.getValue(), trace);
                    compared++;
                }
            }
        }
        all.assertAll();
        Golden.equal(compared);
    }

    private static void check(
            SoftAssertions all, String id, long capacity, String name, JsonNode expected, long[] trace) {
        String what = name + " of " + capacity + " on " + id;
        if (name.equals("random_mean_sd_of_5")) {
            double mean = List.of(1, 2, 3, 4, 5).stream()
                    .mapToInt(seed -> TracePlay.of(TracePlay.recorded("random", trace), capacity, trace, 1, seed)
                            .hits())
                    .average()
                    .orElseThrow();
            // Two means of five each, whose spread is known from five runs only: four of its deviations, or 0.3 % of
            // the accesses.
            double spread = 2.6 * expected.get(1).asDouble() + trace.length * 0.003;
            all.assertThat(mean).as(what).isCloseTo(expected.get(0).asDouble(), within(spread));
            return;
        }
        TracePlay play = TracePlay.of(TracePlay.recorded(name, trace), capacity, trace);
        all.assertThat(play.hits())
                .as(what + ": hits")
                .isEqualTo(expected.get(0).asInt());
        all.assertThat(TraceRecipe.crc32(play.bits()))
                .as(what + ": bits")
                .isEqualTo(expected.get(1).asString());
        if (!expected.get(2).isNull()) {
            all.assertThat(TraceRecipe.crc32(play.resident()))
                    .as(what + ": resident")
                    .isEqualTo(expected.get(2).asString());
        }
    }
}
