package roundhouse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.tracing.Trace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of Chrome's Trace Event Format as Perfetto's importer applies them. */
class ChromeWriterTest {
    private static final List<JsonNode> EVENTS =
            Recorded.json(TraceFormat.CHROME).get("traceEvents").valueStream().toList();

    private static List<JsonNode> events(String phase) {
        return EVENTS.stream()
                .filter(event -> event.get("ph").stringValue().equals(phase))
                .toList();
    }

    private static String track(JsonNode event) {
        return event.get("pid").intValue() + "/" + event.get("tid").intValue();
    }

    private static long nanos(JsonNode micros) {
        return micros.decimalValue().movePointRight(3).longValueExact();
    }

    @Test
    void everyEventHasWhatItsPhaseAsksFor() {
        assertThat(EVENTS).allSatisfy(event -> {
            assertThat(event.get("name").isString()).isTrue();
            assertThat(event.get("pid").isInt()).isTrue();
            assertThat(event.get("tid").isInt()).isTrue();
            assertThat(event.get("ph").stringValue()).isIn("X", "M", "s", "f");
        });
        assertThat(events("X")).allSatisfy(event -> {
            assertThat(event.get("ts").isNumber()).isTrue();
            assertThat(event.get("dur").isNumber()).isTrue();
            assertThat(nanos(event.get("dur"))).isNotNegative();
            assertThat(event.get("cat").isString()).isTrue();
            assertThat(event.get("args").isObject()).isTrue();
        });
        assertThat(events("M")).allSatisfy(event -> {
            assertThat(event.get("name").stringValue()).isIn("process_name", "thread_name");
            assertThat(event.get("args").get("name").isString()).isTrue();
        });
    }

    @Test
    void noNumberHasAnExponent() {
        assertThat(Recorded.text(TraceFormat.CHROME, Recorded.RUN)).doesNotContainPattern("\"(ts|dur)\":[0-9.]+[eE]");
    }

    @Test
    void everyProcessAndThreadHasItsName() {
        Set<String> named = new HashSet<>();
        Set<Integer> processes = new HashSet<>();
        for (JsonNode event : events("M")) {
            if (event.get("name").stringValue().equals("thread_name")) {
                named.add(track(event));
            } else {
                processes.add(event.get("pid").intValue());
            }
        }
        assertThat(events("X")).allSatisfy(event -> {
            assertThat(named).contains(track(event));
            assertThat(processes).contains(event.get("pid").intValue());
        });
    }

    @Test
    void slicesOfAThreadLieOneWithinTheOther() {
        within(events("X"));
    }

    @Test
    void soDoThoseOfTargetsThatWereGivenUp() {
        List<JsonNode> slices = JsonMapper.builder()
                .build()
                .readTree(Recorded.text(TraceFormat.CHROME, Recorded.PASSED_ON))
                .get("traceEvents")
                .valueStream()
                .filter(event -> event.get("ph").stringValue().equals("X"))
                .toList();
        within(slices);
        assertThat(slices)
                .extracting(slice -> slice.get("name").stringValue())
                .contains("target s1", "target s2", "target s3");
    }

    private static List<JsonNode> args(TracedRun run, String name) {
        return JsonMapper.builder()
                .build()
                .readTree(Recorded.text(TraceFormat.CHROME, run))
                .get("traceEvents")
                .valueStream()
                .filter(event -> event.get("ph").stringValue().equals("X")
                        && event.get("args").has(name))
                .toList();
    }

    @Test
    void limitsAndOpenBreakersAreToldWhereTheyHeldARequestUp() {
        assertThat(args(Recorded.LIMITED, "turned-away-by")).isNotEmpty().allSatisfy(slice -> {
            assertThat(slice.get("name").stringValue()).isEqualTo("lb-b");
            assertThat(slice.at("/args/turned-away-by").stringValue()).isEqualTo("20 searches a minute");
            assertThat(slice.at("/args/status").intValue()).isEqualTo(429);
            assertThat(slice.at("/args/limit").stringValue())
                    .startsWith(
                            "Limits turned it away with status 429. Limit 20 searches a minute, which counts it as of address ");
        });
        assertThat(args(Recorded.BROKEN, "breaker-open")).isNotEmpty().allSatisfy(slice -> {
            assertThat(slice.get("name").stringValue()).isEqualTo("shop-b");
            assertThat(slice.at("/args/breaker-open").stringValue()).isEqualTo("Database B");
            assertThat(slice.at("/args/limit").stringValue())
                    .isEqualTo(
                            "Breaker did not ask Database B for it. The breaker before that lets no more calls out now.");
        });
    }

    @Test
    void soDoCallsThatGoOnSideBySide() {
        List<JsonNode> slices = JsonMapper.builder()
                .build()
                .readTree(Recorded.text(TraceFormat.CHROME, Recorded.FANNED_OUT))
                .get("traceEvents")
                .valueStream()
                .filter(event -> event.get("ph").stringValue().equals("X"))
                .toList();
        within(slices);
        long calls = slices.stream()
                .filter(slice -> slice.get("name").stringValue().equals("call leaves"))
                .count();
        assertThat(calls)
                .isGreaterThanOrEqualTo(40L * Recorded.FANNED_OUT.traces().size());
    }

    private static void within(List<JsonNode> all) {
        Map<String, List<JsonNode>> tracks = new LinkedHashMap<>();
        all.forEach(event ->
                tracks.computeIfAbsent(track(event), _ -> new ArrayList<>()).add(event));
        tracks.forEach((track, slices) -> {
            Deque<Long> ends = new ArrayDeque<>();
            long before = 0;
            for (JsonNode slice : slices) {
                long start = nanos(slice.get("ts"));
                long end = start + nanos(slice.get("dur"));
                assertThat(start).as("order on " + track).isGreaterThanOrEqualTo(before);
                before = start;
                while (!ends.isEmpty() && ends.element() <= start && !(end == start && ends.element() == start)) {
                    ends.pop();
                }
                if (!ends.isEmpty()) {
                    assertThat(end).as("on " + track + ": " + slice).isLessThanOrEqualTo(ends.element());
                }
                ends.push(end);
            }
        });
    }

    @Test
    void whatACacheAnsweredIsSaidWithTheStayThere() {
        List<String> told = JsonMapper.builder()
                .build()
                .readTree(Recorded.text(TraceFormat.CHROME, Recorded.CACHED))
                .get("traceEvents")
                .valueStream()
                .filter(event -> event.get("args") != null && event.get("args").has("cache"))
                .map(event -> event.get("name").stringValue() + " "
                        + event.get("args").get("cache").stringValue())
                .toList();
        assertThat(told).hasSameSizeAs(Recorded.reasons()).allMatch(text -> text.matches("cache-[ab] Cache [AB]: .*"));
    }

    @Test
    void everyArrowHasTwoEndsEachOnASlice() {
        Map<Long, JsonNode> begun = new HashMap<>();
        events("s").forEach(event -> begun.put(event.get("id").longValue(), event));
        List<JsonNode> ends = events("f");
        assertThat(ends).isNotEmpty().allSatisfy(end -> {
            JsonNode start = begun.get(end.get("id").longValue());
            assertThat(start).isNotNull();
            assertThat(end.get("bp").stringValue()).isEqualTo("e");
            assertThat(nanos(end.get("ts"))).isGreaterThanOrEqualTo(nanos(start.get("ts")));
        });
        Set<String> slices = new HashSet<>();
        events("X").forEach(slice -> slices.add(track(slice) + "@" + nanos(slice.get("ts"))));
        assertThat(ends).allSatisfy(end -> assertThat(slices).contains(track(end) + "@" + nanos(end.get("ts"))));
    }

    @Test
    void aRequestsSliceIsAsLongAsItsLatency() {
        Map<Long, Long> longest = new HashMap<>();
        for (JsonNode slice : events("X")) {
            String name = slice.get("name").stringValue();
            if (name.startsWith("read ") || name.startsWith("write ")) {
                longest.put(slice.get("args").get("request").longValue(), nanos(slice.get("dur")));
            }
        }
        assertThat(longest).hasSameSizeAs(Recorded.RUN.traces());
        for (Trace trace : Recorded.RUN.traces()) {
            if (trace.outcome() != null) {
                assertThat(longest).containsEntry(trace.number(), trace.endedNanos() - trace.beganNanos());
            }
        }
    }
}
