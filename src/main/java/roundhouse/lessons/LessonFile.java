package roundhouse.lessons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Fields;

/** Reads and writes lesson files: JSON in UTF-8, at most 20 MB. */
public final class LessonFile {
    /** What a canonical text names as its {@code $schema}: the {@code $id} of the shipped schema. */
    public static final String SCHEMA = "urn:roundhouse:lesson:1";

    static final String SCHEMA_KEY = "$schema";
    static final String FORMAT_KEY = "format";
    private static final String STEPS_KEY = "steps";
    private static final String TOPOLOGY_KEY = "topology";
    private static final String WHAT = "a lesson";

    private LessonFile() {}

    /** What came of reading one. */
    public sealed interface Result {
        record Read(Lesson lesson) implements Result {}

        /** At least one problem, the first found first. */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** Whether a file is meant to be a lesson, whatever may be wrong with it: it has steps and a topology, as no topology has. */
    public static boolean isOne(Path file) {
        return FileText.read(file, WHAT) instanceof FileText.Result.Text(String text)
                && JsonText.parse(text) instanceof JsonText.Result.Value(Json json)
                && json instanceof Json.Obj lesson
                && lesson.fields().containsKey(STEPS_KEY)
                && lesson.fields().containsKey(TOPOLOGY_KEY);
    }

    /** Reads a file; whatever is wrong with it, or with getting at it, is in the result. */
    public static Result read(Path file) {
        return switch (FileText.read(file, WHAT)) {
            case FileText.Result.Text(String text) -> parse(text);
            case FileText.Result.Wrong(Problem problem) -> new Result.Refused(List.of(problem));
        };
    }

    public static Result parse(String text) {
        return switch (JsonText.parse(text)) {
            case JsonText.Result.Value(Json json) -> of(json);
            case JsonText.Result.Wrong(Problem problem) -> new Result.Refused(List.of(problem));
        };
    }

    private static Result of(Json root) {
        Problems problems = new Problems();
        Fields fields = Fields.of(root, "", problems, WHAT);
        if (fields == null || !formatIsRight(fields)) {
            return new Result.Refused(problems.inOrder());
        }
        fields.text(SCHEMA_KEY);
        Lesson lesson = LessonSettings.SETTINGS.read(fields, List.of(SCHEMA_KEY, FORMAT_KEY));
        if (problems.isEmpty()) {
            for (Problem problem : LessonChecks.problems(lesson)) {
                problems.add(problem.pointer(), Json.lineOf(root, problem.pointer()), problem.message());
            }
        }
        return problems.isEmpty() ? new Result.Read(lesson) : new Result.Refused(problems.inOrder());
    }

    /** Said alone, because with another format nothing else can be trusted to be a mistake. */
    private static boolean formatIsRight(Fields fields) {
        Json format = fields.required(FORMAT_KEY, WHAT, "\"format\": " + Lesson.FORMAT);
        boolean right =
                format instanceof Json.Num(int _, String literal) && literal.equals(String.valueOf(Lesson.FORMAT));
        if (format != null && !right) {
            fields.wrong(
                    FORMAT_KEY,
                    "format is " + Json.shown(format) + "; this program reads lessons of format " + Lesson.FORMAT);
        }
        if (right && fields.has("nodes") && !fields.has(STEPS_KEY)) {
            fields.wrong("nodes", "this is a topology; a lesson has it under \"topology\", and \"steps\"");
            return false;
        }
        return right;
    }

    /** The canonical text: the same lesson always gives the same bytes, and reading them gives the same lesson. */
    public static String format(Lesson lesson) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(SCHEMA_KEY, JsonBuilder.text(SCHEMA));
        fields.put(FORMAT_KEY, JsonBuilder.number(Lesson.FORMAT));
        fields.putAll(LessonSettings.SETTINGS.json(lesson).fields());
        return JsonPrinter.print(new Json.Obj(0, fields));
    }

    /** Writes to a temporary file beside it and renames that, so a crash leaves the old file or the new one. */
    public static void write(Lesson lesson, Path file) throws IOException {
        FileText.write(() -> format(lesson), file, file, WHAT);
    }
}
