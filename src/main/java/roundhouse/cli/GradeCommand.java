package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.files.PlainText;
import roundhouse.files.WholeFile;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonFile;
import roundhouse.lessons.grading.Grade;
import roundhouse.lessons.grading.GradeJunit;
import roundhouse.lessons.grading.Grader;
import roundhouse.lessons.grading.Submission;
import roundhouse.lessons.grading.SubmissionFile;

/** {@code roundhouse grade}: what a submission of a lesson is worth. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Grades what somebody hands in for a lesson: each run in it is run again and must come out the same.",
            "Says a sentence for each task. Ends with 1 when points are missing (see --pass)."
        })
final class GradeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LESSON", description = "the lesson")
    private Path lessonFile = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "SUBMISSION",
            description = "what the window saved of the lesson, or a saved run, *.run.json")
    private Path submissionFile = Path.of("");

    @Option(
            names = "--pass",
            paramLabel = "PERCENT",
            description = "how much of the points is enough to end with 0; default: ${DEFAULT-VALUE}")
    private double pass = 100;

    @Option(names = "--junit", paramLabel = "FILE", description = "writes there, as JUnit XML, what came of each task")
    private @Nullable Path junit;

    @Override
    public Integer call() throws IOException {
        if (!(pass >= 0 && pass <= 100)) {
            throw new InputException("--pass: found " + pass + "; a share from 0 to 100 is allowed");
        }
        if (junit != null) {
            new Outputs(lessonFile).add("--junit", junit);
            new Outputs(submissionFile).add("--junit", junit);
        }
        Lesson lesson = switch (LessonFile.read(lessonFile)) {
            case LessonFile.Result.Read(Lesson read) -> read;
            case LessonFile.Result.Refused refused -> throw Inputs.refusal(lessonFile, refused.problems());
        };
        Submission submission = switch (SubmissionFile.read(submissionFile)) {
            case SubmissionFile.Result.Read(Submission read) -> read;
            case SubmissionFile.Result.Refused refused -> throw Inputs.refusal(submissionFile, refused.problems());
        };
        String title = submission.lesson();
        if (title != null && !title.equals(lesson.title())) {
            throw new InputException(submissionFile + ": this was handed in for the lesson \"" + title
                    + "\", not for \"" + lesson.title() + "\"");
        }
        Grade grade = Grader.grade(lesson, submission);
        if (junit != null) {
            WholeFile.text(junit, GradeJunit.of(grade));
        }
        print(grade, Objects.requireNonNull(spec).commandLine().getOut());
        return grade.passes(pass) ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
    }

    private static void print(Grade grade, PrintWriter out) {
        out.println(PlainText.of(grade.lesson()));
        for (Grade.Task task : grade.tasks()) {
            out.println(
                    PlainText.of(task.judged().points() + "/" + task.judged().worth() + "  " + task.id() + ": "
                            + task.judged().sentence()));
        }
        out.println(grade.points() + " of " + grade.worth() + " points");
    }
}
