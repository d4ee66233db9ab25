package roundhouse.topology.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TimedCommandItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Fields;

/** Makes a saved run of JSON values. */
public final class RunReader {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");

    private final Problems problems = new Problems();

    private final @Nullable Path directory;

    private RunReader(@Nullable Path directory) {
        this.directory = directory;
    }

    /** @param directory where the files are that it names; null for nowhere */
    public static RunFile.Result read(Json root, @Nullable Path directory) {
        RunReader reader = new RunReader(directory);
        SavedRun run = reader.run(root);
        return run == null || !reader.problems.isEmpty()
                ? new RunFile.Result.Refused(reader.problems.inOrder())
                : new RunFile.Result.Read(run);
    }

    private @Nullable SavedRun run(Json root) {
        Fields fields = Fields.of(root, "", problems, "a run");
        if (fields == null || !formatIsRight(fields)) {
            return null;
        }
        fields.knowing(
                "a run",
                "$schema",
                "format",
                "program",
                "until",
                "events",
                "digest",
                "report",
                "topology",
                "log",
                "trail");
        fields.text("$schema");
        Topology start = topology(fields.required("topology", "a run", "{ … }"), "/topology");
        List<SavedRun.Given> log = new ArrayList<>();
        List<Json> items = fields.list("log");
        for (int i = 0; i < items.size() && !problems.full(); i++) {
            SavedRun.Given given = given(items.get(i), Json.step("/log", i));
            if (given != null) {
                log.add(given);
            }
        }
        return new SavedRun(
                fields.name("program", "a run", "\"roundhouse 1.0\""),
                start,
                log,
                fields.requiredDuration("until", "a run", "\"60s\"").toNanos(),
                count(fields, "a run", "events"),
                hex(fields.required("digest", "a run", "\"0123456789abcdef\""), "/digest"),
                fields.has("report") ? hex(fields.get("report"), "/report") : null,
                trail(fields));
    }

    private boolean formatIsRight(Fields fields) {
        Json format = fields.required("format", "a run", "\"format\": " + SavedRun.FORMAT);
        boolean right =
                format instanceof Json.Num(int _, String literal) && literal.equals(String.valueOf(SavedRun.FORMAT));
        if (format != null && !right) {
            fields.wrong(
                    "format",
                    "format is " + Json.shown(format) + "; this program reads runs of format " + SavedRun.FORMAT);
        }
        if (right && !fields.has("trail") && fields.has("nodes")) {
            problems.add("", fields.line(), "this is a topology; a run is what saving a run wrote");
            return false;
        }
        return right;
    }

    private Topology topology(@Nullable Json json, String pointer) {
        if (json == null) {
            return Topology.EMPTY;
        }
        return switch (TopologyReader.read(json, directory)) {
            case ReadResult.Read(Topology topology) -> topology;
            case ReadResult.Refused(List<Problem> found) -> {
                found.forEach(problem -> problems.add(pointer + problem.pointer(), problem.line(), problem.message()));
                yield Topology.EMPTY;
            }
        };
    }

    private SavedRun.@Nullable Given given(Json json, String pointer) {
        Fields fields = Fields.of(json, pointer, problems, "an entry of the log");
        Json command = fields == null
                ? null
                : fields.knowing("an entry of the log", "after-events", "command")
                        .required("command", "an entry of the log", "{ \"at\": \"10s\", \"crash\": \"s1\" }");
        if (fields == null || command == null) {
            return null;
        }
        long afterEvents = fields.has("after-events") ? count(fields, "an entry of the log", "after-events") : -1;
        String at = Json.step(pointer, "command");
        if (command instanceof Json.Obj object && object.fields().containsKey("revise")) {
            Fields revision = Fields.of(command, at, problems, "a revision");
            if (revision == null) {
                return null;
            }
            revision.knowing("a revision", "at", "revise");
            Duration time = revision.requiredDuration("at", "a revision", "\"10s\"");
            Topology topology = topology(revision.get("revise"), Json.step(at, "revise"));
            return new SavedRun.Given(time.toNanos(), afterEvents, new Command.Revise(topology));
        }
        TimedCommand timed = new TimedCommandItem().read(command, at, problems);
        return timed == null ? null : new SavedRun.Given(timed.at().toNanos(), afterEvents, timed.command());
    }

    private SavedRun.Trail trail(Fields run) {
        Json json = run.required("trail", "a run", "{ … }");
        Fields fields = json == null ? null : Fields.of(json, "/trail", problems, "a trail");
        if (fields == null) {
            return new SavedRun.Trail(1, new long[0], new short[0]);
        }
        fields.knowing("a trail", "every", "digests", "fingerprints");
        long every = count(fields, "a trail", "every");
        if (every == 0) {
            fields.wrong("every", "\"every\" is 0; a whole number above 0 is allowed");
        }
        List<Json> items = fields.list("digests");
        if (items.size() > SavedRun.Trail.MOST_DIGESTS) {
            fields.wrong("digests", "more than 4,096 digests; a trail has no more");
        }
        long[] digests = new long[items.size()];
        for (int i = 0; i < digests.length && !problems.full(); i++) {
            digests[i] = hex(items.get(i), Json.step("/trail/digests", i));
        }
        return new SavedRun.Trail(every, digests, fingerprints(fields));
    }

    private short[] fingerprints(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Json line : fields.list("fingerprints")) {
            try {
                bytes.writeBytes(Base64.getDecoder().decode(line instanceof Json.Text text ? text.value() : "-"));
            } catch (IllegalArgumentException _) {
                problems.add(
                        "/trail/fingerprints", line.line(), "found " + Json.shown(line) + "; base64 text is allowed");
                return new short[0];
            }
        }
        short[] fingerprints = new short[Math.min(bytes.size() / 2, SavedRun.Trail.MOST_FINGERPRINTS)];
        ByteBuffer.wrap(bytes.toByteArray()).asShortBuffer().get(fingerprints);
        return fingerprints;
    }

    private long count(Fields fields, String what, String key) {
        Json value = fields.required(key, what, Json.quoted(key) + ": 1234");
        if (value instanceof Json.Num(int _, String literal) && literal.matches("\\d{1,18}")) {
            return Long.parseLong(literal);
        }
        if (value != null) {
            fields.wrong(
                    key, Json.quoted(key) + " is " + Json.shown(value) + "; a whole number of 0 or more is allowed");
        }
        return 0;
    }

    /** A digest; 0 for null, which is a problem already. */
    private long hex(@Nullable Json value, String pointer) {
        if (value instanceof Json.Text(int _, String text)
                && DIGEST.matcher(text).matches()) {
            return Long.parseUnsignedLong(text, 16);
        }
        if (value != null) {
            problems.add(pointer, value.line(), "found " + Json.shown(value) + "; a digest is 16 hex digits");
        }
        return 0;
    }
}
