package roundhouse.lessons.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.running.Prediction;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.RunReader;
import roundhouse.topology.files.RunWriter;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Fields;

/** Reads and writes submissions: JSON in UTF-8, at most 20 MB. By custom their names end in {@value #EXTENSION}. */
public final class SubmissionFile {
    public static final String EXTENSION = ".submission.json";

    private static final int FORMAT = 1;
    private static final String WHAT = "a submission";

    private final Problems problems = new Problems();

    private SubmissionFile() {}

    /** What came of reading one. */
    public sealed interface Result {
        record Read(Submission submission) implements Result {}

        /** At least one problem, the first found first. */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** Reads a submission, or a saved run as one. */
    public static Result read(Path file) {
        return switch (FileText.read(file, WHAT)) {
            case FileText.Result.Text(String text) -> parse(text);
            case FileText.Result.Wrong(Problem problem) -> new Result.Refused(List.of(problem));
        };
    }

    static Result parse(String text) {
        return switch (JsonText.parse(text)) {
            case JsonText.Result.Value(Json.Obj root) when root.fields().containsKey("trail") -> ofRun(root);
            case JsonText.Result.Value(Json root) -> new SubmissionFile().of(root);
            case JsonText.Result.Wrong(Problem problem) -> new Result.Refused(List.of(problem));
        };
    }

    private static Result ofRun(Json root) {
        return switch (RunReader.read(root, null)) {
            case RunFile.Result.Read(SavedRun run) -> new Result.Read(Submission.of(run));
            case RunFile.Result.Refused(List<Problem> found) -> new Result.Refused(found);
        };
    }

    private Result of(Json root) {
        Fields fields = Fields.of(root, "", problems, WHAT);
        if (fields == null) {
            return new Result.Refused(problems.inOrder());
        }
        Json format = fields.required("format", WHAT, "\"format\": " + FORMAT);
        if (format != null && !(format instanceof Json.Num(int _, String literal) && literal.equals("1"))) {
            fields.wrong("format", "format is " + Json.shown(format) + "; this program reads submissions of format 1");
        }
        fields.knowing(WHAT, "$schema", "format", "lesson", "answers", "runs");
        String lesson = fields.name("lesson", WHAT, "\"Up and out\"");
        Map<String, Prediction> answers = new LinkedHashMap<>();
        fields.entries("answers").forEach((step, value) -> {
            Prediction answer = answer(value, Json.step("/answers", step));
            if (answer != null) {
                answers.put(step, answer);
            }
        });
        Map<String, SavedRun> runs = new LinkedHashMap<>();
        fields.entries("runs").forEach((step, value) -> {
            switch (RunReader.read(value, null)) {
                case RunFile.Result.Read(SavedRun run) -> runs.put(step, run);
                case RunFile.Result.Refused(List<Problem> found) ->
                    found.forEach(problem -> problems.add(
                            Json.step("/runs", step) + problem.pointer(), problem.line(), problem.message()));
            }
        });
        return problems.isEmpty()
                ? new Result.Read(new Submission(lesson, answers, runs, null))
                : new Result.Refused(problems.inOrder());
    }

    private @Nullable Prediction answer(Json value, String pointer) {
        if (value instanceof Json.Text(int _, String text)) {
            return new Prediction.Chosen(text);
        }
        List<Double> values = new ArrayList<>();
        for (Json item : value instanceof Json.Arr(int _, List<Json> items) ? items : List.of(value)) {
            if (!(item instanceof Json.Num(int line, String literal))) {
                problems.add(
                        pointer,
                        item.line(),
                        "found " + Json.shown(item)
                                + "; an answer is the text of a choice, or a list of numbers in the figure's unit");
                return null;
            }
            values.add(Double.parseDouble(literal));
        }
        return new Prediction.Drawn(values);
    }

    /** The text of one; reading it gives the same. */
    public static String format(Submission submission) {
        JsonBuilder answers = new JsonBuilder();
        submission
                .answers()
                .forEach((step, answer) -> answers.put(
                        step,
                        switch (answer) {
                            case Prediction.Chosen(String text) -> JsonBuilder.text(text);
                            case Prediction.Drawn(List<Double> values) ->
                                JsonBuilder.array(
                                        values.stream().map(JsonBuilder::number).toList());
                        }));
        JsonBuilder runs = new JsonBuilder();
        submission.runs().forEach((step, run) -> runs.put(step, RunWriter.json(run)));
        return JsonPrinter.print(new JsonBuilder()
                .put("format", FORMAT)
                .put("lesson", submission.lesson() == null ? "" : submission.lesson())
                .put("answers", answers.build())
                .put("runs", runs.build())
                .build());
    }

    /** Writes to a temporary file beside it and renames that, so a crash leaves the old file or the new one. */
    public static void write(Submission submission, Path file) throws IOException {
        FileText.write(() -> format(submission), file, file, WHAT);
    }
}
