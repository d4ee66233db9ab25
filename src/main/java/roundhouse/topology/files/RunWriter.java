package roundhouse.topology.files;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TimedCommandItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** Makes the JSON values of a saved run; the mirror of {@link RunReader}. */
public final class RunWriter {
    /** Bytes of fingerprints a line. */
    static final int LINE = 96;

    private RunWriter() {}

    public static Json.Obj json(SavedRun run) {
        JsonBuilder json = new JsonBuilder()
                .put("$schema", RunFile.SCHEMA)
                .put("format", SavedRun.FORMAT)
                .put("program", run.program())
                .put("until", Duration.ofNanos(run.untilNanos()))
                .put("events", whole(run.events()))
                .put("digest", hex(run.digest()));
        if (run.report() != null) {
            json.put("report", hex(run.report()));
        }
        return json.put("topology", TopologyWriter.json(run.start()))
                .put(
                        "log",
                        JsonBuilder.array(
                                run.log().stream().map(RunWriter::given).toList()))
                .put("trail", trail(run.trail()))
                .build();
    }

    private static Json given(SavedRun.Given given) {
        Duration at = Duration.ofNanos(given.timeNanos());
        JsonBuilder json = new JsonBuilder();
        if (given.afterEvents() >= 0) {
            json.put("after-events", whole(given.afterEvents()));
        }
        Json command = given.command() instanceof Command.Revise(Topology topology)
                ? new JsonBuilder()
                        .put("at", at)
                        .put("revise", TopologyWriter.json(topology))
                        .build()
                : new TimedCommandItem().json(new TimedCommand(at, given.command()));
        return json.put("command", command).build();
    }

    private static Json trail(SavedRun.Trail trail) {
        List<Json> digests = new ArrayList<>();
        for (long digest : trail.digests()) {
            digests.add(JsonBuilder.text(hex(digest)));
        }
        return new JsonBuilder()
                .put("every", whole(trail.every()))
                .put("digests", JsonBuilder.array(digests))
                .put("fingerprints", JsonBuilder.array(lines(trail.fingerprints())))
                .build();
    }

    private static List<Json> lines(short[] fingerprints) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * fingerprints.length);
        bytes.asShortBuffer().put(fingerprints);
        List<Json> lines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] line = new byte[Math.min(LINE, bytes.remaining())];
            bytes.get(line);
            lines.add(JsonBuilder.text(Base64.getEncoder().encodeToString(line)));
        }
        return lines;
    }

    private static Json whole(long value) {
        return new Json.Num(0, Long.toString(value));
    }

    private static String hex(long value) {
        return String.format("%016x", value);
    }
}
