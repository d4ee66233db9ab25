package roundhouse.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.exchange.ChromeTrace.nanos;
import static roundhouse.exchange.ChromeTrace.track;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.tracing.Trace;
import tools.jackson.databind.JsonNode;

/** The rules of Chrome's Trace Event Format as Perfetto's importer applies them. */
class ChromeWriterTest {
    private static final ChromeTrace TRACE = ChromeTrace.of(Recorded.RUN);

    @Test
    void everyEventHasWhatItsPhaseAsksFor() {
        assertThat(TRACE.events()).allSatisfy(event -> {
            assertThat(event.get("name").isString()).isTrue();
            assertThat(event.get("pid").isInt()).isTrue();
            assertThat(event.get("tid").isInt()).isTrue();
            assertThat(event.get("ph").stringValue()).isIn("B", "E", "M", "s", "f");
        });
        assertThat(TRACE.events("B")).isNotEmpty().allSatisfy(event -> {
            assertThat(event.get("ts").isNumber()).isTrue();
            assertThat(event.get("cat").isString()).isTrue();
            assertThat(event.get("args").isObject()).isTrue();
        });
        assertThat(TRACE.events("E"))
                .hasSameSizeAs(TRACE.events("B"))
                .allMatch(event -> event.get("ts").isNumber());
        assertThat(TRACE.events("M")).allSatisfy(event -> {
            assertThat(event.get("name").stringValue()).isIn("process_name", "thread_name");
            assertThat(event.get("args").get("name").isString()).isTrue();
        });
    }

    @Test
    void noNumberHasAnExponent() {
        assertThat(Recorded.text(TraceFormat.CHROME, Recorded.RUN)).doesNotContainPattern("\"ts\":[0-9.]+[eE]");
    }

    @Test
    void everyProcessAndThreadHasItsName() {
        Set<String> named = new HashSet<>();
        Set<Integer> processes = new HashSet<>();
        for (JsonNode event : TRACE.events("M")) {
            if (event.get("name").stringValue().equals("thread_name")) {
                named.add(track(event));
            } else {
                processes.add(event.get("pid").intValue());
            }
        }
        assertThat(TRACE.slices()).allSatisfy(slice -> {
            assertThat(named).contains(slice.track());
            assertThat(processes).contains(slice.begin().get("pid").intValue());
        });
    }

    @Test
    void targetsThatWereGivenUpAreSlicesToo() {
        assertThat(ChromeTrace.of(Recorded.PASSED_ON).slices())
                .extracting(ChromeTrace.Slice::name)
                .contains("target s1", "target s2", "target s3");
    }

    private static List<ChromeTrace.Slice> with(String argument, TracedRun run) {
        return ChromeTrace.of(run).slices().stream()
                .filter(slice -> slice.args().has(argument))
                .toList();
    }

    @Test
    void limitsAndOpenBreakersAreToldWhereTheyHeldARequestUp() {
        assertThat(with("turned-away-by", Recorded.LIMITED)).isNotEmpty().allSatisfy(slice -> {
            assertThat(slice.name()).isEqualTo("lb-b");
            assertThat(slice.args().get("turned-away-by").stringValue()).isEqualTo("20 searches a minute");
            assertThat(slice.args().get("status").intValue()).isEqualTo(429);
            assertThat(slice.args().get("limit").stringValue())
                    .startsWith(
                            "Limits turned it away with status 429. Limit 20 searches a minute, which counts it as of address ");
        });
        assertThat(with("breaker-open", Recorded.BROKEN)).isNotEmpty().allSatisfy(slice -> {
            assertThat(slice.name()).isEqualTo("shop-b");
            assertThat(slice.args().get("breaker-open").stringValue()).isEqualTo("Database B");
            assertThat(slice.args().get("limit").stringValue())
                    .isEqualTo(
                            "Breaker did not ask Database B for it. The breaker before that lets no more calls out now.");
        });
    }

    @Test
    void callsThatGoOnSideBySideAreSlicesToo() {
        long calls = ChromeTrace.of(Recorded.FANNED_OUT).slices().stream()
                .filter(slice -> slice.name().equals("call leaves"))
                .count();
        assertThat(calls)
                .isGreaterThanOrEqualTo(40L * Recorded.FANNED_OUT.traces().size());
    }

    @Test
    void whatACacheAnsweredIsSaidWithTheStayThere() {
        assertThat(with("cache", Recorded.CACHED))
                .hasSameSizeAs(Recorded.reasons())
                .extracting(
                        slice -> slice.name() + " " + slice.args().get("cache").stringValue())
                .allMatch(text -> text.matches("cache-[ab] Cache [AB]: .*"));
    }

    /**
     * Readers take an arrow to be between the innermost slices that are open where its ends stand. It leads from a link to the node at
     * its end, for one request.
     */
    @Test
    void everyArrowLeadsFromALinkToWhereItEnds() {
        Map<String, Deque<JsonNode>> open = new HashMap<>();
        Map<Long, JsonNode> fromSlices = new HashMap<>();
        Map<Long, Long> begun = new HashMap<>();
        Map<Long, JsonNode> toSlices = new HashMap<>();
        for (JsonNode event : TRACE.events()) {
            Deque<JsonNode> stack = open.computeIfAbsent(track(event), _ -> new ArrayDeque<>());
            switch (event.get("ph").stringValue()) {
                case "B" -> stack.push(event);
                case "E" -> stack.pop();
                case "s" -> {
                    fromSlices.put(event.get("id").longValue(), stack.element());
                    begun.put(event.get("id").longValue(), nanos(event));
                }
                case "f" -> {
                    assertThat(event.get("bp").stringValue()).isEqualTo("e");
                    toSlices.put(event.get("id").longValue(), stack.element());
                }
                default -> {}
            }
        }
        assertThat(toSlices).isNotEmpty();
        toSlices.forEach((id, to) -> {
            JsonNode from = Objects.requireNonNull(fromSlices.get(id));
            assertThat(from.get("name").stringValue())
                    .endsWith(" → " + to.get("name").stringValue());
            assertThat(from.at("/args/request")).isEqualTo(to.at("/args/request"));
            assertThat(nanos(to)).isGreaterThanOrEqualTo(begun.get(id));
        });
    }

    @Test
    void aRequestsSliceIsAsLongAsItsLatency() {
        Map<Long, Long> longest = new HashMap<>();
        for (ChromeTrace.Slice slice : TRACE.slices()) {
            if (slice.name().startsWith("read ") || slice.name().startsWith("write ")) {
                longest.put(slice.args().get("request").longValue(), slice.endNanos() - slice.startNanos());
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
