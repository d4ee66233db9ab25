package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Hit for hit and key for key what Caffeine's simulator and libCacheSim did on the same small traces. */
final class SmallTracesGoldenTest {
    private static final Map<String, long[]> TRACES = traces();

    static Map<String, long[]> traces() {
        Map<String, long[]> traces = new TreeMap<>();
        for (JsonNode each : Golden.cases("caching/traces_small.json")) {
            long[] keys = longs(each.get("keys"));
            traces.put(each.get("id").asString(), keys);
            assertThat(TraceRecipe.trace(each.get("recipe"))).isEqualTo(keys);
            assertThat(TraceRecipe.crc32(keys)).isEqualTo(each.get("crc32").asString());
        }
        return traces;
    }

    private static long[] longs(JsonNode array) {
        return Arrays.stream(Golden.ints(array)).asLongStream().toArray();
    }

    static Stream<String> policies() {
        return Golden.cases("caching/eviction_small.json").stream()
                .map(each -> each.get("policy").asString())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyAccessOfTheSmallTracesIsAsRecorded(String name) {
        for (JsonNode each : Golden.cases("caching/eviction_small.json")) {
            long[] trace = TRACES.get(each.get("trace").asString());
            if (trace != null && each.get("policy").asString().equals(name)) {
                check(name, trace, each);
                Golden.equal(trace.length);
            }
        }
    }

    private static void check(String name, long[] trace, JsonNode each) {
        long capacity = each.get("capacity").asLong();
        TracePlay play = TracePlay.of(TracePlay.recorded(name, trace), capacity, trace);
        String what = name + " of " + capacity + " on " + each.get("trace").asString();
        assertThat(play.hits()).as(what + ": hits").isEqualTo(each.get("hits").asInt());
        assertThat(Base64.getEncoder().encodeToString(play.bits()))
                .as(what + ": bits")
                .isEqualTo(each.get("bits").asString());
        if (!each.get("resident").isNull()) {
            assertThat(play.resident()).as(what + ": resident").isEqualTo(longs(each.get("resident")));
        }
    }
}
