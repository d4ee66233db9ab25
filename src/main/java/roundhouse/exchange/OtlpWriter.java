package roundhouse.exchange;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.LimitAnswer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes traces in OpenTelemetry's OTLP/JSON: a TracesData message of opentelemetry/proto/trace/v1/trace.proto in the protobuf JSON
 * mapping, with the deviations of the OTLP specification ("JSON Protobuf Encoding"): ids are hex rather than base64, enums are
 * numbers, 64-bit integers are decimal strings. Every node is a resource of its own, so that viewers show it as a service.
 *
 * <p>Simulated time 0 is 2000-01-01T00:00:00Z: OTLP has no other clock than the calendar's, and readers
 * take its zero for a missing time.
 */
final class OtlpWriter {
    private static final long EPOCH_NANOS = 946_684_800_000_000_000L;
    private static final int STATUS_OK = 1;
    private static final int STATUS_ERROR = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TracedRun run;
    private final JsonGenerator json;

    private OtlpWriter(TracedRun run, JsonGenerator json) {
        this.run = run;
        this.json = json;
    }

    static void write(TracedRun run, Writer out) {
        try (JsonGenerator json =
                MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            new OtlpWriter(run, json).write();
        }
    }

    private void write() {
        Map<String, List<OtlpSpan>> services = new LinkedHashMap<>();
        for (Trace trace : run.traces()) {
            for (OtlpSpan span : OtlpSpan.of(run.seed(), trace)) {
                services.computeIfAbsent(span.service(), _ -> new ArrayList<>()).add(span);
            }
        }
        json.writeStartObject();
        json.writeArrayPropertyStart("resourceSpans");
        services.forEach(this::resource);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void resource(String service, List<OtlpSpan> spans) {
        json.writeStartObject();
        json.writeObjectPropertyStart("resource");
        json.writeArrayPropertyStart("attributes");
        text("service.name", service);
        text("service.namespace", run.name());
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayPropertyStart("scopeSpans");
        json.writeStartObject();
        json.writeObjectPropertyStart("scope");
        json.writeStringProperty("name", "roundhouse");
        json.writeEndObject();
        json.writeArrayPropertyStart("spans");
        spans.forEach(this::span);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void span(OtlpSpan span) {
        json.writeStartObject();
        json.writeStringProperty("traceId", span.trace());
        json.writeStringProperty("spanId", span.id());
        if (!span.parent().isEmpty()) {
            json.writeStringProperty("parentSpanId", span.parent());
        }
        json.writeStringProperty("name", span.name());
        json.writeNumberProperty("kind", span.kind());
        json.writeStringProperty("startTimeUnixNano", Long.toString(EPOCH_NANOS + span.startNanos()));
        json.writeStringProperty(
                "endTimeUnixNano", Long.toString(EPOCH_NANOS + (span.hasEnded() ? span.endNanos() : run.untilNanos())));
        json.writeArrayPropertyStart("attributes");
        attributes(span);
        json.writeEndArray();
        status(span.outcome());
        json.writeEndObject();
    }

    private void attributes(OtlpSpan span) {
        Trace request = span.request();
        number("roundhouse.request", request.number());
        if (span.parent().isEmpty()) {
            text("client.address", request.address());
            number("roundhouse.session", request.session());
            number("roundhouse.key", request.key());
            text("url.path", request.path());
            flag("roundhouse.read", request.read());
        }
        if (span.outcome() != null) {
            text("roundhouse.outcome", span.outcome().key());
        }
        if (!span.caches().isEmpty()) {
            text("roundhouse.cache", span.caches());
        }
        limits(span.limits());
        if (!span.hasEnded()) {
            flag("roundhouse.unfinished", true);
        }
    }

    private void limits(List<LimitAnswer> limits) {
        if (limits.isEmpty()) {
            return;
        }
        text("roundhouse.limit", LimitWords.of(limits));
        LimitAnswer turnedAway = LimitWords.turnedAway(limits);
        if (turnedAway != null) {
            text("roundhouse.turned-away-by", turnedAway.limit());
            number("http.response.status_code", turnedAway.status());
        }
        if (!LimitWords.open(limits).isEmpty()) {
            text("roundhouse.breaker-open", LimitWords.open(limits));
        }
    }

    /** What has no outcome has the default status, "unset". A timeout is an error to whoever waited. */
    private void status(@Nullable Outcome outcome) {
        if (outcome != null) {
            json.writeObjectPropertyStart("status");
            json.writeNumberProperty("code", outcome == Outcome.OK ? STATUS_OK : STATUS_ERROR);
            if (outcome != Outcome.OK) {
                json.writeStringProperty("message", outcome.key());
            }
            json.writeEndObject();
        }
    }

    private void text(String key, String value) {
        attribute(key, () -> json.writeStringProperty("stringValue", value));
    }

    private void number(String key, long value) {
        attribute(key, () -> json.writeStringProperty("intValue", Long.toString(value)));
    }

    private void flag(String key, boolean value) {
        attribute(key, () -> json.writeBooleanProperty("boolValue", value));
    }

    private void attribute(String key, Runnable value) {
        json.writeStartObject();
        json.writeStringProperty("key", key);
        json.writeObjectPropertyStart("value");
        value.run();
        json.writeEndObject();
        json.writeEndObject();
    }
}
