package roundhouse.exchange;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.LimitAnswer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes traces in Chrome's Trace Event Format (JSON object form), as Perfetto reads it. Every node is a process. Slices of one
 * thread must lie one within the other, so requests that are at a node at the same time are on threads of their own, "lane 1" and on.
 * Flow events ("s", "f") lead from each link to the node it leads to. Times are microseconds of simulated time.
 *
 * <p>A slice has a begin ("B") and an end ("E"), rather than one event with a duration ("X"): readers keep times in binary floating
 * point or round them to nanoseconds, by which a start and a duration can add up to more than those of the slice around it. Perfetto
 * leaves out a slice that reaches beyond, speedscope loses the order of all that follow. What has one time here has one time there.
 */
final class ChromeWriter {
    private static final int MICROS_DECIMALS = 3;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TracedRun run;
    private final JsonGenerator json;

    private ChromeWriter(TracedRun run, JsonGenerator json) {
        this.run = run;
        this.json = json;
    }

    static void write(TracedRun run, Writer out) {
        try (JsonGenerator json =
                MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            new ChromeWriter(run, json).write();
        }
    }

    private void write() {
        Strip.Cutter cutter = new Strip.Cutter(run.untilNanos());
        run.traces().forEach(cutter::cut);
        Map<String, List<Strip>> processes = new LinkedHashMap<>();
        for (Strip strip : cutter.strips()) {
            processes.computeIfAbsent(strip.node(), _ -> new ArrayList<>()).add(strip);
        }
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ns");
        json.writeArrayPropertyStart("traceEvents");
        int pid = 0;
        for (Map.Entry<String, List<Strip>> process : processes.entrySet()) {
            process(++pid, process.getKey(), process.getValue());
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("otherData");
        json.writeStringProperty("topology", run.name());
        json.writeStringProperty("seed", Long.toString(run.seed()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private record Lane(long freeAtNanos, int number) {}

    private void process(int pid, String node, List<Strip> strips) {
        metadata("process_name", pid, 0, node);
        PriorityQueue<Lane> busy =
                new PriorityQueue<>(Comparator.comparingLong(Lane::freeAtNanos).thenComparingInt(Lane::number));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        int lanes = 0;
        strips.sort(Comparator.comparingLong(Strip::startNanos));
        for (Strip strip : strips) {
            while (!busy.isEmpty() && busy.element().freeAtNanos() <= strip.startNanos()) {
                free.add(busy.remove().number());
            }
            if (free.isEmpty()) {
                free.add(++lanes);
                metadata("thread_name", pid, lanes, "lane " + lanes);
            }
            int lane = free.remove();
            busy.add(new Lane(strip.endNanos(), lane));
            slices(pid, lane, strip.slices());
        }
    }

    private void slices(int pid, int tid, List<Strip.Slice> slices) {
        Deque<Strip.Slice> open = new ArrayDeque<>();
        for (Strip.Slice slice : slices) {
            while (open.size() > slice.depth()) {
                end(pid, tid, open.pop());
            }
            begin(pid, tid, slice);
            open.push(slice);
        }
        open.forEach(slice -> end(pid, tid, slice));
    }

    private void metadata(String what, int pid, int tid, String name) {
        json.writeStartObject();
        json.writeStringProperty("name", what);
        json.writeStringProperty("ph", "M");
        json.writeNumberProperty("pid", pid);
        json.writeNumberProperty("tid", tid);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void begin(int pid, int tid, Strip.Slice slice) {
        event("B", slice.name(), "request", pid, tid, slice.startNanos());
        arguments(slice);
        json.writeEndObject();
        if (slice.arrow() != 0) {
            event(slice.sends() ? "s" : "f", "hop", "hop", pid, tid, slice.startNanos());
            json.writeNumberProperty("id", slice.arrow());
            if (!slice.sends()) {
                json.writeStringProperty("bp", "e");
            }
            json.writeEndObject();
        }
    }

    private void arguments(Strip.Slice slice) {
        json.writeObjectPropertyStart("args");
        Trace request = slice.request();
        json.writeNumberProperty("request", request.number());
        json.writeNumberProperty("key", request.key());
        Outcome outcome = slice.outcome();
        if (outcome != null) {
            json.writeStringProperty("outcome", outcome.key());
        }
        if (!slice.caches().isEmpty()) {
            json.writeStringProperty("cache", slice.caches());
        }
        limits(slice.limits());
        json.writeEndObject();
    }

    /**
     * Its name is there for readers that look for its begin by it. speedscope takes an end before a begin of the same time unless both
     * have the same arguments.
     */
    private void end(int pid, int tid, Strip.Slice slice) {
        event("E", slice.name(), "request", pid, tid, slice.endNanos());
        if (slice.endNanos() == slice.startNanos()) {
            arguments(slice);
        }
        json.writeEndObject();
    }

    private void limits(List<LimitAnswer> limits) {
        if (limits.isEmpty()) {
            return;
        }
        json.writeStringProperty("limit", LimitWords.of(limits));
        LimitAnswer turnedAway = LimitWords.turnedAway(limits);
        if (turnedAway != null) {
            json.writeStringProperty("turned-away-by", turnedAway.limit());
            json.writeNumberProperty("status", turnedAway.status());
        }
        if (!LimitWords.open(limits).isEmpty()) {
            json.writeStringProperty("breaker-open", LimitWords.open(limits));
        }
    }

    private void event(String phase, String name, String category, int pid, int tid, long nanos) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("cat", category);
        json.writeStringProperty("ph", phase);
        json.writeNumberProperty("pid", pid);
        json.writeNumberProperty("tid", tid);
        // Never with an exponent, which not every reader knows.
        json.writeNumberProperty("ts", BigDecimal.valueOf(nanos, MICROS_DECIMALS));
    }
}
