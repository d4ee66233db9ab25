package roundhouse.workbench.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.SmallLesson;
import roundhouse.lessons.goals.Change;
import roundhouse.lessons.grading.Grader;
import roundhouse.lessons.grading.SubmissionFile;
import roundhouse.lessons.running.Judged;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.running.Prediction;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.LookAt;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;

/** The Learn view without a window. */
final class LearnModelTest {
    private static final long END = 20_000_000_000L;

    @TempDir
    private Path folder;

    private final Lesson lesson = SmallLesson.read();

    private LearnModel model(FakeStage stage) {
        return new LearnModel(stage, stage, Preferences.in(folder.resolve("settings")), new Notices());
    }

    @Test
    void aLessonIsGoneThroughAndHandedIn() {
        FakeStage stage = new FakeStage(folder);
        LearnModel model = model(stage);
        model.open(lesson);
        assertThat(stage.circled).extracting(LookAt::text).containsExactly("s2", "lb → s2", "the charts");
        assertThat(stage.controls).containsExactly(LessonControl.CHARTS);
        model.next();
        assertThat(stage.happened).containsExactly("open", "set up", "set up");
        assertThat(stage.circled).isEmpty();
        model.predict(new Prediction.Chosen("s1"));
        assertThat(stage.happened).endsWith("play");
        model.tick(END - 1);
        assertThat(model.judged()).as("told when the run has shown it").isEmpty();
        model.tick(END);
        assertThat(model.judged())
                .hasValueSatisfying(judged -> assertThat(judged.met()).isFalse());
        assertThat(model.feedback()).isEqualTo("No: 1,000 and 999.");
        for (List<Double> values : List.of(List.of(19e6), List.of(25.0, 75.0), List.of(50.0, 100.0, 100.0))) {
            model.next();
            model.predict(new Prediction.Drawn(values));
            model.reveal();
            assertThat(model.judged())
                    .hasValueSatisfying(judged -> assertThat(judged.met()).isTrue());
        }
        model.next();
        assertThat(stage.controls).contains(LessonControl.SIDE);
        stage.run = new LessonRun(lesson.topology(), List.of(), 1);
        model.tick(1);
        assertThat(model.judged().map(Judged::met)).contains(false);
        model.next();
        assertThat(model.play().orElseThrow().index())
                .as("the task is not done")
                .isEqualTo(5);
        Topology better =
                ((Parsed.Value<Topology>) new Change("lb.algorithm=least-connections").in(lesson.topology())).value();
        stage.run = new LessonRun(better, List.of(new Run.Entry(1, Replay.AFTER_ALL, new Command.Crash("s2"))), 1);
        model.tick(1);
        assertThat(model.judged().orElseThrow().parts())
                .as("an edit while time stands still")
                .extracting(Judged.Part::met)
                .contains(true);
        stage.run = new LessonRun(better, List.of(new Run.Entry(1, Replay.AFTER_ALL, new Command.Crash("s2"))), END);
        model.tick(END);
        assertThat(model.judged().map(Judged::met)).contains(true);
        model.next();
        assertThat(stage.happened).endsWith("go to 5");
        model.next();
        model.check();
        assertThat(model.judged().map(Judged::met)).contains(true);
        assertThat(model.progress(lesson)).isEqualTo("done, 6 of 8 points");
        model.save();
        assertThat(SubmissionFile.read(folder.resolve("two-servers.submission.json")))
                .isInstanceOfSatisfying(
                        SubmissionFile.Result.Read.class,
                        read -> assertThat(
                                        Grader.grade(lesson, read.submission()).points())
                                .isEqualTo(6));
        model.close();
        assertThat(stage.controls).hasSize(LessonControl.values().length);
        assertThat(model(new FakeStage(folder)).progress(lesson)).as("kept").isEqualTo("done, 6 of 8 points");
    }

    @Test
    void aLessonIsWrittenStepByStep() {
        EditorModel editor = new EditorModel(lesson.topology());
        assertThat(editor.problem()).isEmpty();
        int second = editor.add(0);
        var field = EditorModel.stepFields(editor.lesson().steps().get(second)).getFirst();
        assertThat(field.key()).isEqualTo("kind");
        var see = ((Parsed.Value<LessonStep>)
                        field.write().apply(editor.lesson().steps().get(second), "see"))
                .value();
        editor.replace(second, see);
        assertThat(editor.problem()).contains("nothing is circled");
        assertThat(editor.checked()).isEmpty();
        var look = EditorModel.stepFields(see).stream()
                .filter(its -> its.key().equals("kind.look"))
                .findFirst()
                .orElseThrow();
        editor.replace(second, ((Parsed.Value<LessonStep>) look.write().apply(see, "s1\nlb → s2")).value());
        assertThat(editor.problem()).isEmpty();
        assertThat(editor.move(second, -1)).isZero();
        assertThat(editor.lesson().steps().getFirst().frame().look()).hasSize(2);
        editor.remove(1);
        assertThat(editor.checked().orElseThrow().steps()).hasSize(1);
        assertThat(editor.remove(0)).isZero();
        assertThat(editor.lesson().steps()).hasSize(1);
    }
}
