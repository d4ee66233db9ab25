package roundhouse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.tracing.Trace;
import tools.jackson.databind.JsonNode;

class OtlpWriterTest {
    /**
     * The fields that may occur, and what their values look like. Source: opentelemetry-proto, opentelemetry/proto/trace/v1/trace.proto,
     * common/v1/common.proto and resource/v1/resource.proto in the protobuf JSON mapping (lowerCamelCase names, 64-bit integers as
     * decimal strings), with what the OTLP specification's "JSON Protobuf Encoding" says otherwise: traceId, spanId and parentSpanId
     * are hex strings, enums are integers, no other names are known.
     */
    private static final Map<String, Map<String, Predicate<JsonNode>>> MESSAGES = Map.of(
            "TracesData", Map.of("resourceSpans", JsonNode::isArray),
            "ResourceSpans", Map.of("resource", JsonNode::isObject, "scopeSpans", JsonNode::isArray),
            "Resource", Map.of("attributes", JsonNode::isArray),
            "ScopeSpans", Map.of("scope", JsonNode::isObject, "spans", JsonNode::isArray),
            "InstrumentationScope", Map.of("name", JsonNode::isString),
            "Span",
                    Map.of(
                            "traceId", matching("[0-9a-f]{32}"),
                            "spanId", matching("[0-9a-f]{16}"),
                            "parentSpanId", matching("[0-9a-f]{16}"),
                            "name", JsonNode::isString,
                            "kind", JsonNode::isInt,
                            "startTimeUnixNano", matching("[0-9]{18}"),
                            "endTimeUnixNano", matching("[0-9]{18}"),
                            "attributes", JsonNode::isArray,
                            "status", JsonNode::isObject),
            "KeyValue", Map.of("key", JsonNode::isString, "value", JsonNode::isObject),
            "AnyValue",
                    Map.of(
                            "stringValue", JsonNode::isString,
                            "intValue", matching("-?[0-9]+"),
                            "boolValue", JsonNode::isBoolean),
            "Status", Map.of("code", JsonNode::isInt, "message", JsonNode::isString));

    private static final Map<String, String> MESSAGE_OF = Map.of(
            "resourceSpans", "ResourceSpans",
            "resource", "Resource",
            "scopeSpans", "ScopeSpans",
            "scope", "InstrumentationScope",
            "spans", "Span",
            "attributes", "KeyValue",
            "value", "AnyValue",
            "status", "Status");

    private static Predicate<JsonNode> matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return node -> node.isString() && pattern.matcher(node.stringValue()).matches();
    }

    @Test
    void everyFieldHasItsPublishedNameAndType() {
        Set<String> met = new HashSet<>();
        check("TracesData", Recorded.json(TraceFormat.OTLP), met);
        Set<String> all = new HashSet<>();
        MESSAGES.forEach((message, fields) -> fields.keySet().forEach(field -> all.add(message + "." + field)));
        assertThat(met).as("every field is met somewhere").isEqualTo(all);
    }

    private static void check(String message, JsonNode node, Set<String> met) {
        Map<String, Predicate<JsonNode>> fields = MESSAGES.get(message);
        node.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            assertThat(fields).as("fields of " + message).containsKey(name);
            assertThat(fields.get(name).test(value))
                    .as("%s.%s: %s", message, name, value)
                    .isTrue();
            met.add(message + "." + name);
            if (value.isArray()) {
                value.forEach(element -> check(MESSAGE_OF.get(name), element, met));
            } else if (value.isObject()) {
                check(MESSAGE_OF.get(name), value, met);
            }
        });
    }

    /**
     * OpenTelemetry's own messages, read by protobuf's own reader, which refuses names it does not know. That reader takes ids in
     * base64, as protobuf's mapping has them, where OTLP writes hex; so ids are rewritten first.
     */
    private static List<Span> readBack(TracedRun run) throws InvalidProtocolBufferException {
        String base64 = Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([0-9a-f]+)\"")
                .matcher(Recorded.text(TraceFormat.OTLP, run))
                .replaceAll(match -> "\"" + match.group(1) + "\":\""
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(match.group(2))) + "\"");
        TracesData.Builder data = TracesData.newBuilder();
        JsonFormat.parser().merge(base64, data);
        return data.getResourceSpansList().stream()
                .map(ResourceSpans::getScopeSpansList)
                .flatMap(List::stream)
                .map(ScopeSpans::getSpansList)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void whatACacheAnsweredIsAnAttributeOfTheStayThere() throws InvalidProtocolBufferException {
        List<String> told = readBack(Recorded.CACHED).stream()
                .filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
                .flatMap(span -> span.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().equals("roundhouse.cache"))
                .map(attribute -> attribute.getValue().getStringValue())
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Recorded.reasons())
                .anyMatch(text -> text.startsWith("Cache A: hit, fresh. Version "))
                .anyMatch(text -> text.startsWith("Cache B: miss, never here. It was never here."));
    }

    private static String text(Span span, String attribute) {
        return span.getAttributesList().stream()
                .filter(its -> its.getKey().equals(attribute))
                .map(its -> its.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    @Test
    void theLimitThatTurnedARequestAwayIsAnAttributeOfTheStayThere() throws InvalidProtocolBufferException {
        List<Span> told = readBack(Recorded.LIMITED).stream()
                .filter(span -> !text(span, "roundhouse.turned-away-by").isEmpty())
                .toList();
        long turnedAway = Recorded.LIMITED.traces().stream()
                .flatMap(trace -> trace.limits().stream())
                .filter(limit -> limit.turnedAway())
                .count();
        assertThat(told).isNotEmpty().hasSize((int) turnedAway).allSatisfy(span -> {
            assertThat(span.getName()).isEqualTo("lb-b");
            assertThat(text(span, "roundhouse.turned-away-by")).isEqualTo("20 searches a minute");
            assertThat(text(span, "roundhouse.limit"))
                    .startsWith(
                            "Limits turned it away with status 429. Limit 20 searches a minute, which counts it as of address ");
            assertThat(span.getAttributesList())
                    .anyMatch(its -> its.getKey().equals("http.response.status_code")
                            && its.getValue().getIntValue() == 429);
        });
        assertThat(told).anyMatch(span -> span.getStatus().getMessage().equals("rejected"));
    }

    @Test
    void anOpenBreakerIsAnAttributeOfWhoDidNotAsk() throws InvalidProtocolBufferException {
        List<Span> spans = readBack(Recorded.BROKEN);
        Map<Object, List<Span>> within = spans.stream().collect(Collectors.groupingBy(Span::getParentSpanId));
        assertThat(spans.stream()
                        .filter(span -> !text(span, "roundhouse.breaker-open").isEmpty()))
                .isNotEmpty()
                .allSatisfy(span -> {
                    assertThat(span.getName()).isEqualTo("shop-b");
                    assertThat(text(span, "roundhouse.breaker-open")).isEqualTo("Database B");
                    assertThat(within.get(span.getSpanId())).anySatisfy(call -> {
                        assertThat(call.getName()).isEqualTo("call db-b");
                        assertThat(call.getStatus().getMessage()).isEqualTo("rejected");
                    });
                });
    }

    @Test
    void thePublishedReaderReadsIt() throws InvalidProtocolBufferException {
        List<Span> spans = readBack(Recorded.RUN);
        Map<Object, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.getSpanId(), span));
        assertThat(byId).hasSameSizeAs(spans);
        List<Span> roots =
                spans.stream().filter(span -> span.getParentSpanId().isEmpty()).toList();
        assertThat(roots).hasSameSizeAs(Recorded.RUN.traces());
        assertThat(roots.stream().map(Span::getTraceId).distinct()).hasSameSizeAs(Recorded.RUN.traces());
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.getTraceId().size()).isEqualTo(16);
            assertThat(span.getSpanId().size()).isEqualTo(8);
            assertThat(span.getEndTimeUnixNano()).isGreaterThanOrEqualTo(span.getStartTimeUnixNano());
            if (!span.getParentSpanId().isEmpty()) {
                Span parent = byId.get(span.getParentSpanId());
                assertThat(parent).isNotNull();
                assertThat(parent.getTraceId()).isEqualTo(span.getTraceId());
            }
        });
        assertThat(spans)
                .extracting(Span::getKind)
                .contains(
                        Span.SpanKind.SPAN_KIND_CLIENT,
                        Span.SpanKind.SPAN_KIND_SERVER,
                        Span.SpanKind.SPAN_KIND_INTERNAL);
        assertThat(roots)
                .extracting(root -> root.getStatus().getCode())
                .contains(Status.StatusCode.STATUS_CODE_OK, Status.StatusCode.STATUS_CODE_ERROR);
    }

    @Test
    void callsAreClientSpansUnderTheServerThatMakesThem() throws InvalidProtocolBufferException {
        List<Span> spans = readBack(Recorded.FANNED_OUT);
        Map<Object, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.getSpanId(), span));
        List<Span> calls = spans.stream()
                .filter(span -> span.getName().equals("call leaves"))
                .toList();
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            assertThat(call.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            Span caller = byId.get(call.getParentSpanId());
            assertThat(caller).isNotNull();
            assertThat(caller.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(caller.getName()).isIn("plain", "hedged");
        });
        assertThat(spans.stream()
                        .filter(span ->
                                span.getName().startsWith("leaf-") && span.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
                        .count())
                .as("stays at leaves, of calls that have come there")
                .isBetween((long) calls.size() * 9 / 10, (long) calls.size());
    }

    @Test
    void triesOfTargetsAreClientSpansUnderTheirBalancer() throws InvalidProtocolBufferException {
        List<Span> spans = readBack(Recorded.PASSED_ON);
        Map<Object, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.getSpanId(), span));
        List<Span> tries = spans.stream()
                .filter(span -> span.getName().startsWith("target "))
                .toList();
        assertThat(tries)
                .allSatisfy(span -> {
                    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
                    assertThat(byId.get(span.getParentSpanId()).getName()).isEqualTo("lb-1");
                })
                .extracting(Span::getName)
                .contains("target s1", "target s2", "target s3");
        List<Span> givenUp = tries.stream()
                .filter(span -> span.getStatus().getMessage().equals("timed-out"))
                .filter(span -> span.getName().equals("target s3"))
                .toList();
        assertThat(givenUp).isNotEmpty().allSatisfy(span -> {
            assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano()).isEqualTo(50_000_000);
            assertThat(tries).anySatisfy(next -> {
                assertThat(next.getParentSpanId()).isEqualTo(span.getParentSpanId());
                assertThat(next.getStartTimeUnixNano()).isEqualTo(span.getEndTimeUnixNano());
            });
        });
    }

    @Test
    void aRequestsSpanIsAsLongAsItsLatency() throws InvalidProtocolBufferException {
        Map<Long, Long> lengths = new HashMap<>();
        for (Span span : readBack(Recorded.RUN)) {
            if (span.getParentSpanId().isEmpty()) {
                lengths.put(
                        span.getAttributes(0).getValue().getIntValue(),
                        span.getEndTimeUnixNano() - span.getStartTimeUnixNano());
            }
        }
        for (Trace trace : Recorded.RUN.traces()) {
            if (trace.outcome() != null) {
                assertThat(lengths).containsEntry(trace.number(), trace.endedNanos() - trace.beganNanos());
            }
        }
    }

    @Test
    void theSameRunWritesTheSameFileAndAnotherSeedOtherIds() {
        TracedRun run = Recorded.RUN;
        String first = Recorded.text(TraceFormat.OTLP, run);
        TracedRun again = Recorded.run("samples/retry-storm.json", 14_950_000_000L, 16_500_000_000L, 200);
        assertThat(Recorded.text(TraceFormat.OTLP, again)).isEqualTo(first);
        TracedRun other = new TracedRun(run.name(), run.seed() + 1, run.untilNanos(), run.traces());
        assertThat(Recorded.text(TraceFormat.OTLP, other)).isNotEqualTo(first);
    }
}
