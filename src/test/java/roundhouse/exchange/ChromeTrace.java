package roundhouse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A trace in Chrome's Trace Event Format, read as its viewers do: events in their order, a stack of slices for each thread. */
record ChromeTrace(List<JsonNode> events, List<Slice> slices) {
    /** @param track its process and its thread */
    record Slice(JsonNode begin, String track, long startNanos, long endNanos) {
        String name() {
            return begin.get("name").stringValue();
        }

        JsonNode args() {
            return begin.get("args");
        }
    }

    static ChromeTrace of(TracedRun run) {
        List<JsonNode> events = JsonMapper.builder()
                .build()
                .readTree(Recorded.text(TraceFormat.CHROME, run))
                .get("traceEvents")
                .valueStream()
                .toList();
        return new ChromeTrace(events, paired(events));
    }

    /** Each end is that of the last begin on its thread that has none, times of a thread never go back, and all that begins ends. */
    private static List<Slice> paired(List<JsonNode> events) {
        List<Slice> slices = new ArrayList<>();
        Map<String, Deque<JsonNode>> open = new HashMap<>();
        Map<String, Long> latest = new HashMap<>();
        for (JsonNode event : events) {
            if (!event.has("ts")) {
                continue;
            }
            String track = track(event);
            long nanos = nanos(event);
            Long before = latest.put(track, nanos);
            if (before != null && before > nanos) {
                throw new AssertionError("back from " + before + " ns on " + track + ": " + event);
            }
            Deque<JsonNode> stack = open.computeIfAbsent(track, _ -> new ArrayDeque<>());
            switch (event.get("ph").stringValue()) {
                case "B" -> stack.push(event);
                case "E" -> {
                    JsonNode begin = stack.pop();
                    assertThat(event.get("name")).isEqualTo(begin.get("name"));
                    slices.add(new Slice(begin, track, nanos(begin), nanos));
                }
                default -> {}
            }
        }
        assertThat(open.values()).allMatch(Deque::isEmpty);
        return slices;
    }

    List<JsonNode> events(String phase) {
        return events.stream()
                .filter(event -> event.get("ph").stringValue().equals(phase))
                .toList();
    }

    static String track(JsonNode event) {
        return event.get("pid").intValue() + "/" + event.get("tid").intValue();
    }

    static long nanos(JsonNode event) {
        return event.get("ts").decimalValue().movePointRight(3).longValueExact();
    }
}
