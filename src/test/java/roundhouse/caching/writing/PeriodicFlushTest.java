package roundhouse.caching.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Hazelcast's recorded write-behind: results, content of cache and store at each step, calls and when they came. */
final class PeriodicFlushTest {
    private static final long MILLI = 1_000_000;

    static Stream<JsonNode> timelines() {
        return Golden.cases("caching/hazelcast.json").stream()
                .filter(recorded -> recorded.get("write_delay_s").asInt() > 0);
    }

    @ParameterizedTest
    @MethodSource("timelines")
    void eachStepIsAsRecorded(JsonNode recorded) {
        Replay replay = new Replay(recorded);
        for (JsonNode step : recorded.get("steps")) {
            long now = step.get(0).asLong();
            replay.flushUntil(now);
            String result = replay.apply(step.get(1), now);
            assertThat(result).as(step.toString()).isEqualTo(step.get(2).asString());
            assertThat(RecordingStore.pairs(replay.cache))
                    .as(step.toString())
                    .isEqualTo(step.get(3).toString());
            assertThat(RecordingStore.pairs(replay.store.content))
                    .as(step.toString())
                    .isEqualTo(step.get(4).toString());
        }
        long flush = recorded.get("flush_called_ms").asLong();
        replay.flushUntil(flush);
        replay.queue.flush(flush * MILLI);
        replay.flushUntil(recorded.get("flush_done_ms").asLong() + Replay.DRIFT);
        assertThat(replay.store.calls).isEqualTo(replay.recordedCalls());
        assertThat(replay.queue.size()).isZero();
        assertThat(RecordingStore.pairs(replay.store.content))
                .isEqualTo(recorded.get("store_at_end").toString());
        Golden.equalCase(recorded, "steps");
    }

    private static final class Replay {
        /** Milliseconds by which a recorded look may be late after some seconds. */
        static final long DRIFT = 40;

        private final JsonNode recorded;
        final RecordingStore store = new RecordingStore(RecordingStore.Words.HAZELCAST);
        final Map<Long, Long> cache = new TreeMap<>();
        final PeriodicFlush queue;
        private final List<Long> flushes = new ArrayList<>();

        Replay(JsonNode recorded) {
            this.recorded = recorded;
            store.fill(recorded.get("store_at_start"));
            for (JsonNode call : recorded.get("store_calls")) {
                long at = call.get(0).asLong();
                boolean load = call.get(1).asString().equals("load");
                if (!load && (flushes.isEmpty() || at - flushes.getLast() > DRIFT)) {
                    flushes.add(at);
                }
            }
            // The worker began a whole number of looks before the first flush.
            long delay = recorded.get("write_delay_s").asLong() * 1_000;
            queue = new PeriodicFlush(
                    delay * MILLI,
                    recorded.get("batch").asInt(),
                    recorded.get("coalescing").asBoolean(),
                    (flushes.getFirst() - delay) * MILLI);
        }

        /** Flushes that are due, at the moments at which they were recorded. */
        void flushUntil(long millis) {
            while (queue.nextNanos() <= millis * MILLI) {
                long due = queue.nextNanos() / MILLI;
                assertThat(flushes).as("a flush is due at %s ms", due).isNotEmpty();
                assertThat(flushes.getFirst()).isBetween(due - 5, due + DRIFT);
                if (flushes.getFirst() > millis) {
                    return;
                }
                flushes.removeFirst();
                assertThat(queue.next(due * MILLI, store)).isTrue();
                queue.ended(true, due * MILLI);
            }
        }

        String apply(JsonNode operation, long millis) {
            long key = operation.get(1).asLong();
            long now = millis * MILLI;
            switch (operation.get(0).asString()) {
                case "get" -> {
                    return String.valueOf(read(key));
                }
                case "remove" -> {
                    Long old = read(key);
                    if (old != null) {
                        cache.remove(key);
                        queue.remove(key, now);
                    }
                    return String.valueOf(old);
                }
                case "put" -> {
                    Long old = read(key);
                    set(key, operation.get(2).asLong(), now);
                    return String.valueOf(old);
                }
                default -> {
                    set(key, operation.get(2).asLong(), now);
                    return "ok";
                }
            }
        }

        private void set(long key, long value, long now) {
            cache.put(key, value);
            queue.write(key, value, now);
        }

        /** The cache, what is pending, the store. */
        private @Nullable Long read(long key) {
            Long cached = cache.get(key);
            if (cached != null || queue.pending(key) == WriteBehind.Pending.REMOVAL) {
                return cached;
            }
            store.read(key);
            Long stored = store.content.get(key);
            if (stored != null) {
                cache.put(key, stored);
            }
            return stored;
        }

        List<String> recordedCalls() {
            List<String> calls = new ArrayList<>();
            recorded.get("store_calls")
                    .forEach(call -> calls.add(call.toString().replaceFirst("\\[\\d+,", "[")));
            return calls;
        }
    }

    @Test
    void whatTheStoreRefusesIsTriedAgainAtTheNextLook() {
        PeriodicFlush queue = new PeriodicFlush(2_000 * MILLI, 1, true, 0);
        RecordingStore store = new RecordingStore(RecordingStore.Words.HAZELCAST);
        queue.write(1, 10, 500 * MILLI);
        assertThat(queue.nextNanos()).isEqualTo(2_000 * MILLI);
        assertThat(queue.next(1_999 * MILLI, store)).isFalse();
        assertThat(queue.next(2_000 * MILLI, store)).isTrue();
        queue.write(1, 11, 2_100 * MILLI);
        queue.write(2, 20, 2_100 * MILLI);
        queue.ended(false, 2_200 * MILLI);
        assertThat(queue.size()).as("the one under way was not overwritten").isEqualTo(3);
        assertThat(queue.pending(1)).isEqualTo(WriteBehind.Pending.WRITE);
        assertThat(queue.pendingValue(1)).isEqualTo(11);
        assertThat(queue.nextNanos()).isEqualTo(3_000 * MILLI);
        assertThat(queue.next(3_000 * MILLI, store)).isTrue();
        queue.ended(true, 3_100 * MILLI);
        assertThat(queue.size()).isZero();
        assertThat(store.content).containsExactly(Map.entry(1L, 11L), Map.entry(2L, 20L));
    }

    @Test
    void aFlushWaitsForTheNextLookAndACrashForgets() {
        PeriodicFlush queue = new PeriodicFlush(5_000 * MILLI, 1, false, 300 * MILLI);
        RecordingStore store = new RecordingStore(RecordingStore.Words.HAZELCAST);
        queue.flush(350 * MILLI);
        assertThat(queue.nextNanos()).as("there is nothing to flush").isEqualTo(Long.MAX_VALUE);
        queue.write(1, 10, 400 * MILLI);
        queue.flush(500 * MILLI);
        assertThat(queue.nextNanos()).isEqualTo(1_300 * MILLI);
        assertThat(queue.oldestNanos(1_300 * MILLI)).isEqualTo(900 * MILLI);
        assertThat(queue.lose()).isEqualTo(1);
        assertThat(queue.next(1_300 * MILLI, store)).isFalse();
        queue.remove(3, 1_400 * MILLI);
        queue.drain(store);
        assertThat(store.calls).containsExactly("[\"delete\",3]");
    }
}
