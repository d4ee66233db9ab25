package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.analysis.RunRecorder;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.SmallLesson;
import roundhouse.lessons.goals.Change;
import roundhouse.lessons.grading.Submission;
import roundhouse.lessons.grading.SubmissionFile;
import roundhouse.lessons.running.Prediction;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.json.Units.Parsed;

final class GradeCommandTest {
    @TempDir
    private Path folder;

    private Path lesson = Path.of("");
    private SavedRun run = new RunRecorder(Topology.EMPTY, List.of(), 0).finish();

    @BeforeEach
    void write() throws IOException {
        lesson = Files.writeString(folder.resolve("lesson.json"), SmallLesson.TEXT);
        Lesson read = SmallLesson.read();
        Topology better =
                ((Parsed.Value<Topology>) new Change("lb.algorithm=least-connections").in(read.topology())).value();
        run = new RunRecorder(
                        better,
                        List.of(new Run.Entry(5_000_000_000L, Replay.AFTER_ALL, new Command.Crash("s2"))),
                        20_000_000_000L)
                .finish();
    }

    private Path submission(Map<String, Prediction> answers, Map<String, SavedRun> runs) throws IOException {
        Path file = folder.resolve("a.submission.json");
        SubmissionFile.write(new Submission("Two servers", answers, runs, null), file);
        return file;
    }

    private static Map<String, Prediction> right() {
        Map<String, Prediction> answers = new LinkedHashMap<>();
        answers.put("share", new Prediction.Chosen("Both the same"));
        answers.put("longest", new Prediction.Drawn(List.of(19e6)));
        answers.put("busy", new Prediction.Drawn(List.of(25.0, 75.0)));
        answers.put("load", new Prediction.Drawn(List.of(50.0, 100.0, 100.0)));
        return answers;
    }

    private String[] grade(Path submission, String... options) {
        String[] all = new String[3 + options.length];
        all[0] = "grade";
        all[1] = lesson.toString();
        all[2] = submission.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return all;
    }

    @Test
    void everythingRightEndsWell() throws IOException {
        Path junit = folder.resolve("junit.xml");
        CliRunner result =
                CliRunner.run(grade(submission(right(), Map.of("better", run)), "--junit", junit.toString()));
        assertThat(result.out()).contains("8 of 8 points").contains("2/2  share: Right: Both the same");
        assertThat(result.code()).isZero();
        assertThat(junit).content().contains("tests=\"6\"", "failures=\"0\"", "name=\"points\" value=\"8\"");
    }

    @Test
    void whatIsMissingIsSaidTaskByTask() throws IOException {
        Map<String, Prediction> answers = right();
        answers.put("share", new Prediction.Chosen("s1"));
        answers.remove("longest");
        Path junit = folder.resolve("junit.xml");
        Path submission = submission(answers, Map.of());
        CliRunner result = CliRunner.run(grade(submission, "--junit", junit.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(result.out())
                .contains("0/2  share: Predicted “s1”; the run shows: Both the same")
                .contains("0/1  longest: No prediction; measured 19 ms")
                .contains("0/1  better: Not done.")
                .contains("4 of 8 points");
        assertThat(junit).content().contains("failures=\"3\"").contains("0 of 1 points: Not done.");
        assertThat(CliRunner.run(grade(submission, "--pass", "50")).code()).isZero();
        assertThat(CliRunner.run(grade(submission, "--pass", "51")).code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    }

    @Test
    void aRunThatWasNotSoDoesNotCount() throws IOException {
        Path file = submission(right(), Map.of("better", run));
        String text = Files.readString(file);
        String digest = String.format("%016x", run.digest());
        assertThat(text).contains(digest);
        Files.writeString(file, text.replace(digest, "0123456789abcdef"));
        CliRunner result = CliRunner.run(grade(file));
        assertThat(result.out()).contains("0/1  better: The run does not come out the same again");
        assertThat(result.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    }

    @Test
    void aSavedRunIsASubmission() throws IOException {
        Path file = folder.resolve("a.run.json");
        RunFile.write(run, file);
        CliRunner result = CliRunner.run(grade(file));
        assertThat(result.out())
                .contains("1/1  better: Done: set lb.algorithm=least-connections; crash s2; run to 20s");
        assertThat(result.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    }

    @Test
    void whatCannotBeReadIsOneLine() throws IOException {
        Path file = submission(right(), Map.of());
        Files.writeString(file, Files.readString(file).replace("Two servers", "Three servers"));
        CliRunner other = CliRunner.run(grade(file));
        assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(other.err())
                .contains("this was handed in for the lesson \"Three servers\", not for \"Two servers\"");
        Files.writeString(lesson, SmallLesson.TEXT.replace("\"see\"", "\"sea\""));
        CliRunner bad = CliRunner.run(grade(file));
        assertThat(bad.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(bad.err()).contains("lesson.json: line 90, /steps/6/kind: unknown kind of step \"sea\"");
    }
}
