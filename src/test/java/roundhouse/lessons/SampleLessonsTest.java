package roundhouse.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.lessons.goals.Change;
import roundhouse.lessons.goals.TaskGoal;
import roundhouse.lessons.running.Figures;
import roundhouse.lessons.running.Judged;
import roundhouse.lessons.running.LessonPlay;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.running.Prediction;
import roundhouse.lessons.running.StepJudge;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.Option;
import roundhouse.lessons.steps.Question;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.CommandText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;

/** Each lesson that comes with the program is played to its end, by somebody who knows and by somebody who does not. */
final class SampleLessonsTest {
    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/lessons"))) {
            return files.sorted().toList().stream();
        }
    }

    private static Lesson read(Path file) {
        return switch (LessonFile.read(file)) {
            case LessonFile.Result.Read(Lesson lesson) -> lesson;
            case LessonFile.Result.Refused refused ->
                throw new AssertionError(file + "\n"
                        + String.join(
                                "\n",
                                refused.problems().stream()
                                        .map(Problem::toString)
                                        .toList()));
        };
    }

    @Test
    void thereAreSixteen() throws IOException {
        assertThat(lessons()).hasSize(16);
        assertThat(lessons().map(SampleLessonsTest::read))
                .allSatisfy(lesson -> assertThat(lesson.belief()).isNotEmpty());
    }

    /** {@code -Dgenerated.write=true} brings them into that form. */
    @ParameterizedTest
    @MethodSource("lessons")
    void isWrittenAsTheProgramWritesIt(Path file) throws IOException {
        Lesson lesson = read(file);
        if (Boolean.getBoolean("generated.write")) {
            LessonFile.write(lesson, file);
        }
        assertThat(file).hasContent(LessonFile.format(lesson));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whoeverKnowsGetsEveryPoint(Path file) {
        Lesson lesson = read(file);
        LessonPlay play = new LessonPlay(lesson);
        StepJudge judge = new StepJudge(lesson, new Figures(lesson));
        boolean first = true;
        while (true) {
            int step = play.index();
            assertThat(play.text()).as(play.step().id()).doesNotContain("(not known", "(not run", "(it did not");
            if (play.step() instanceof LessonStep.Predict predict) {
                if (predict.answer() instanceof Question.Choice choice) {
                    List<Option> right = judge.right(choice, step);
                    assertThat(right)
                            .as("%s has one right answer", predict.id())
                            .hasSize(1);
                    if (first) {
                        assertThat(right)
                                .as("the first answer is the wrong belief")
                                .doesNotContain(choice.choices().getFirst());
                    }
                    first = false;
                    play.predict(new Prediction.Chosen(right.getFirst().text()));
                } else {
                    play.predict(new Prediction.Drawn(measured(judge, predict, step)));
                }
                play.reveal();
                assertThat(play.feedback()).doesNotContain("(not known");
                assertOnScale(predict, play.judged().orElseThrow());
            } else if (play.step() instanceof LessonStep.Do task) {
                play.did(solution(task, lesson.system(step)));
            } else {
                play.check();
            }
            if (play.step().isTask()) {
                assertThat(play.judged())
                        .as(play.step().id())
                        .hasValueSatisfying(judged ->
                                assertThat(judged.met()).as(judged.sentence()).isTrue());
            }
            if (!play.mayGoOn()) {
                break;
            }
            play.next();
        }
        assertThat(play.isDone()).isTrue();
        assertThat(play.points()).isEqualTo(lesson.worth());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whoeverBelievesGetsNoPointForIt(Path file) {
        Lesson lesson = read(file);
        LessonPlay play = new LessonPlay(lesson);
        while (true) {
            if (play.step() instanceof LessonStep.Predict predict) {
                List<Double> all = Collections.nCopies(predict.answer().marks().size(), -1e15);
                play.predict(
                        predict.answer() instanceof Question.Choice choice
                                ? new Prediction.Chosen(
                                        choice.choices().getFirst().text())
                                : new Prediction.Drawn(all));
                play.reveal();
            } else if (play.step() instanceof LessonStep.Do) {
                LessonRun nothing = new LessonRun(lesson.system(play.index()), List.of(), 1);
                play.did(nothing);
                assertThat(play.mayGoOn()).isFalse();
                play.giveUp();
            }
            if (play.step() instanceof LessonStep.Check) {
                play.check();
            } else if (play.step().isTask()) {
                assertThat(play.judged())
                        .as(play.step().id())
                        .hasValueSatisfying(judged ->
                                assertThat(judged.met()).as(judged.sentence()).isFalse());
            }
            if (!play.mayGoOn()) {
                break;
            }
            play.next();
        }
        assertThat(play.isDone()).isTrue();
        assertThat(play.points()).isLessThan(lesson.worth() / 2);
    }

    /** What the run shows, as it is told to somebody who is far off. */
    private static List<Double> measured(StepJudge judge, LessonStep.Predict predict, int step) {
        List<Double> far = Collections.nCopies(predict.answer().marks().size(), -1e15);
        return judge.predicted(step, new Prediction.Drawn(far)).parts().stream()
                .map(Judged.Part::measured)
                .toList();
    }

    private static void assertOnScale(LessonStep.Predict predict, Judged judged) {
        Question.Scale scale = predict.answer().scaleOrNull();
        if (scale != null) {
            assertThat(judged.parts())
                    .allSatisfy(part -> assertThat(part.measured())
                            .as(predict.id() + " " + part.what())
                            .isBetween(scale.from().value(), scale.to().value()));
        }
    }

    /** The settings of the goals from the beginning, the commands at half of the time. */
    private static LessonRun solution(LessonStep.Do task, Topology system) {
        Topology start = system;
        List<Run.Entry> commands = new ArrayList<>();
        long half = system.duration().toNanos() / 2;
        for (TaskGoal goal : task.goals()) {
            if (goal instanceof TaskGoal.Settled settled) {
                start = ((Parsed.Value<Topology>) Change.all(List.of(settled.change()), start)).value();
            } else if (goal instanceof TaskGoal.Done done) {
                TimedCommand timed = ((Parsed.Value<TimedCommand>) CommandText.parse("0s " + done.text())).value();
                commands.add(new Run.Entry(half, Replay.AFTER_ALL, timed.command()));
            }
        }
        return new LessonRun(start, commands, system.duration().toNanos());
    }
}
