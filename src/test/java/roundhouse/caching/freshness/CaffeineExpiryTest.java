package roundhouse.caching.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Every result, load and reload of recorded sequences of operations on Caffeine. */
final class CaffeineExpiryTest {
    private static final class Entry {
        long value;
        long writtenNanos;
        long accessedNanos;
        long deadlineNanos = Freshness.NEVER;
    }

    static Stream<Arguments> cases() {
        return Golden.cases("caching/caffeine_expiry.json").stream()
                .map(recorded ->
                        Arguments.of(recorded.get("kind").asString() + " " + recorded.get("duration_ns"), recorded));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void expiresAndRefreshesAsRecorded(String name, JsonNode recorded) {
        Replay replay = new Replay(recorded);
        int at = 0;
        for (JsonNode operation : recorded.get("ops")) {
            String where = "operation " + at++ + ": " + operation;
            List<String> events = new ArrayList<>();
            Long result = replay.apply(operation, events);
            assertThat(result).as(where).isEqualTo(valueOrNull(operation.get(3)));
            assertThat(events).as(where).isEqualTo(loads(operation));
        }
        assertThat(at).isPositive();
        Golden.equal(at);
    }

    private static @Nullable Long valueOrNull(JsonNode node) {
        return node.isNull() ? null : node.asLong();
    }

    private static List<String> loads(JsonNode operation) {
        List<String> loads = new ArrayList<>();
        for (int i = 5; i < operation.size(); i++) {
            if (!operation.get(i).get(0).asString().equals("removed")) {
                loads.add(operation.get(i).toString());
            }
        }
        return loads;
    }

    private static final class Replay {
        private final CaffeineTimes times;
        private final long createNanos;
        private final long updateNanos;
        private final Map<Long, Entry> entries = new TreeMap<>();
        private long values;

        Replay(JsonNode recorded) {
            String kind = recorded.get("kind").asString();
            long duration = recorded.get("duration_ns").asLong();
            times = new CaffeineTimes(
                    kind.contains("write") ? recorded.path("write_ns").asLong(duration) : Freshness.NEVER,
                    kind.contains("access") ? recorded.path("access_ns").asLong(duration) : Freshness.NEVER,
                    kind.contains("refresh") ? recorded.get("refresh_ns").asLong() : Freshness.NEVER);
            createNanos = recorded.path("create_ns").asLong(Freshness.NEVER);
            updateNanos = recorded.path("update_ns").asLong(Freshness.NEVER);
        }

        @Nullable
        Long apply(JsonNode operation, List<String> events) {
            long now = operation.get(0).asLong();
            long key = operation.get(2).asLong();
            switch (operation.get(1).asString()) {
                case "put" -> {
                    put(key, now);
                    return values;
                }
                case "invalidate" -> entries.remove(key);
                case "getIfPresent" -> {
                    return read(key, now);
                }
                case "get" -> {
                    return get(key, now, events);
                }
                default -> {}
            }
            return null;
        }

        private boolean gone(@Nullable Entry entry, long now) {
            return entry == null
                    || now >= entry.deadlineNanos
                    || times.expired(entry.writtenNanos, entry.accessedNanos, now);
        }

        private void put(long key, long now) {
            Entry entry = entries.computeIfAbsent(key, _ -> new Entry());
            boolean fresh = entry.value == 0;
            boolean gone = fresh || gone(entry, now);
            entry.writtenNanos = gone ? CaffeineTimes.stored(now) : times.rewritten(entry.writtenNanos, now);
            entry.accessedNanos = fresh ? now : times.accessed(entry.accessedNanos, now);
            long lives = gone ? createNanos : updateNanos;
            entry.deadlineNanos = lives == Freshness.NEVER ? lives : now + lives;
            entry.value = ++values;
        }

        private @Nullable Long read(long key, long now) {
            Entry entry = entries.get(key);
            if (entry == null || gone(entry, now)) {
                return null;
            }
            entry.accessedNanos = times.accessed(entry.accessedNanos, now);
            return entry.value;
        }

        private long get(long key, long now, List<String> events) {
            Entry entry = entries.get(key);
            if (entry == null || gone(entry, now)) {
                put(key, now);
                events.add("[\"load\"," + key + "," + values + "]");
                return values;
            }
            read(key, now);
            if (times.refreshDue(entry.writtenNanos, now)) {
                long old = entry.value;
                put(key, now);
                events.add("[\"reload\"," + key + "," + old + "," + values + "]");
            }
            return entry.value;
        }
    }
}
