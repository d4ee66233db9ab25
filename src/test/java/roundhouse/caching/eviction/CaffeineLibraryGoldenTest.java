package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/**
 * Where the library's chance (one in 128 who lost although they are warm is let in) made no difference to its own repeats, its hits are
 * among ours to the last one.
 */
final class CaffeineLibraryGoldenTest {
    private static final int RUNS = 6;
    private static final long NANOS_PER_ACCESS = 1_000_000;

    private final Map<String, long[]> traces = new HashMap<>(SmallTracesGoldenTest.traces());

    CaffeineLibraryGoldenTest() {
        for (JsonNode each : Golden.cases("caching/eviction_large.json")) {
            traces.put(each.get("id").asString(), TraceRecipe.trace(each.get("recipe")));
        }
    }

    private static int hits(long capacity, long[] trace, int seed) {
        return TracePlay.of(EvictionPolicies.named("w-tinylfu").orElseThrow(), capacity, trace, NANOS_PER_ACCESS, seed)
                .hits();
    }

    @Test
    void recordingsWithoutChanceComeOutHitForHit() {
        SoftAssertions all = new SoftAssertions();
        int exact = 0;
        for (JsonNode each : Golden.cases("caching/caffeine_library.json")) {
            int[] recorded = Golden.ints(each.get("hits"));
            boolean drains = each.get("cleanUp").asString().equals("after every access");
            if (drains && Arrays.stream(recorded).distinct().count() == 1) {
                long capacity = each.get("capacity").asLong();
                long[] trace = traces.get(each.get("trace").asString());
                all.assertThat(IntStream.rangeClosed(1, RUNS)
                                .map(seed -> hits(capacity, trace, seed))
                                .anyMatch(ours -> ours == recorded[0]))
                        .as("%s hits of %s at %s", recorded[0], each.get("trace"), capacity)
                        .isTrue();
                exact++;
            }
        }
        all.assertAll();
        assertThat(exact).as("recordings without chance").isPositive();
    }
}
