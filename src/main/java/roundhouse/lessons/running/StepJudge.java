package roundhouse.lessons.running;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.figures.Claim;
import roundhouse.lessons.goals.TaskGoal;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.Mark;
import roundhouse.lessons.steps.Option;
import roundhouse.lessons.steps.Question;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.Topology;

/** Judges the steps of a lesson by the runs there are: the same in the window, in a test and when it is graded. */
public final class StepJudge {
    private final Lesson lesson;
    private final Figures figures;

    public StepJudge(Lesson lesson, Figures figures) {
        this.lesson = lesson;
        this.figures = figures;
    }

    /**
     * What a prediction is worth, against the lesson's own run.
     *
     * @param answer null where nothing was predicted
     */
    public Judged predicted(int step, @Nullable Prediction answer) {
        LessonStep.Predict predict = (LessonStep.Predict) lesson.steps().get(step);
        return switch (predict.answer()) {
            case Question.Choice choice -> chosen(predict, choice, step, answer);
            case Question.OneFigure number -> drawn(predict, number.marks(), number.scale(), step, answer);
            case Question.Bars bars -> drawn(predict, bars.bars(), bars.scale(), step, answer);
            case Question.Curve curve -> drawn(predict, curve.points(), curve.scale(), step, answer);
        };
    }

    /** Which choices the run makes right. */
    public List<Option> right(Question.Choice choice, int step) {
        LessonRun run = LessonRun.of(lesson.system(step));
        return choice.choices().stream()
                .filter(option -> !option.when().isEmpty()
                        && option.when().stream()
                                .allMatch(claim -> figures.judge(claim, run).met()))
                .toList();
    }

    private Judged chosen(LessonStep.Predict predict, Question.Choice choice, int step, @Nullable Prediction answer) {
        List<Option> right = right(choice, step);
        String shown = right.isEmpty()
                ? "the run shows none of the answers"
                : "the run shows: "
                        + String.join("; ", right.stream().map(Option::text).toList());
        if (!(answer instanceof Prediction.Chosen(String text))) {
            return Judged.missed(predict.points(), "No prediction; " + shown + ".");
        }
        boolean met = right.stream().anyMatch(option -> option.text().equals(text));
        return Judged.of(
                predict.points(),
                List.of(new Judged.Part(text, met, shown, Double.NaN)),
                met ? "Right: " + text : "Predicted “" + text + "”; " + shown);
    }

    private Judged drawn(
            LessonStep.Predict predict, List<Mark> marks, Question.Scale scale, int step, @Nullable Prediction answer) {
        List<Double> values = answer instanceof Prediction.Drawn(List<Double> given) && given.size() == marks.size()
                ? given
                : List.of();
        List<Judged.Part> parts = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Figures.Reading reading = figures.reading(mark, step);
            double measured = reading.value().orElse(Double.NaN);
            boolean met = !values.isEmpty()
                    && reading.value().isPresent()
                    && scale.within().covers(values.get(i), measured, mark.figure());
            parts.add(new Judged.Part(
                    mark.label(),
                    met,
                    (values.isEmpty()
                                    ? ""
                                    : "predicted " + Figures.shown(mark.figure().unit(), values.get(i)) + ", ")
                            + "measured " + reading.text(),
                    measured));
        }
        long right = parts.stream().filter(Judged.Part::met).count();
        String all = String.join(
                "; ",
                parts.stream()
                        .map(part -> (part.what().isEmpty() ? "" : part.what() + ": ") + part.finding())
                        .toList());
        String sentence = values.isEmpty()
                ? "No prediction; " + all
                : marks.size() == 1
                        ? (right == 1 ? "Near enough: " : "Off: ") + all
                        : right + " of " + marks.size() + " near enough: " + all;
        return Judged.of(predict.points(), parts, sentence);
    }

    /** What came of a task so far, or in the end. Needs the run of the task. */
    public Judged did(int step) {
        LessonStep.Do task = (LessonStep.Do) lesson.steps().get(step);
        LessonRun run = figures.run(step);
        if (run == null) {
            return Judged.missed(task.points(), "Not done.");
        }
        Topology system = lesson.system(step);
        String refused = Allowed.refusal(system, run, task.mayChange());
        if (!refused.isEmpty()) {
            return Judged.missed(task.points(), refused);
        }
        List<Judged.Part> parts =
                task.goals().stream().map(goal -> part(goal, run, system)).toList();
        return Judged.of(task.points(), parts, sentence(parts));
    }

    private static String sentence(List<Judged.Part> parts) {
        List<String> missing = parts.stream()
                .filter(part -> !part.met())
                .map(part -> part.what() + (part.finding().isEmpty() ? "" : " (" + part.finding() + ")"))
                .toList();
        return missing.isEmpty()
                ? "Done: "
                        + String.join(
                                "; ",
                                parts.stream()
                                        .map(part -> part.what()
                                                + (part.finding().isEmpty() ? "" : " (" + part.finding() + ")"))
                                        .toList())
                : "Missing: " + String.join("; ", missing);
    }

    private Judged.Part part(TaskGoal goal, LessonRun run, Topology system) {
        return switch (goal) {
            case TaskGoal.True(Claim claim) -> figures.judge(claim, run);
            case TaskGoal.Done done -> plain(goal, run.done(system).stream().anyMatch(done::isBy));
            case TaskGoal.Settled settled ->
                plain(goal, settled.change().isIn(figures.outcome(run).now()));
            case TaskGoal.Linked(String _, String from, String to) ->
                plain(goal, figures.outcome(run).now().link(from, to).isPresent());
            case TaskGoal.Counted counted -> {
                long there = figures.outcome(run).now().nodes().stream()
                        .filter(node -> node.kind().equals(counted.kind()))
                        .mapToLong(node -> Math.max(1, node.count()))
                        .sum();
                double number = there;
                yield new Judged.Part(
                        goal.text(), counted.comparison().holds(number, counted.number()), there + " there", number);
            }
            case TaskGoal.Reached(String text, var time) ->
                new Judged.Part(
                        text,
                        run.untilNanos() >= time.toNanos(),
                        "ran to " + MeasuredText.time((double) run.untilNanos()),
                        (double) run.untilNanos());
        };
    }

    private static Judged.Part plain(TaskGoal goal, boolean met) {
        return new Judged.Part(goal.text(), met, "", Double.NaN);
    }

    /** What a check finds in the run there is. */
    public Judged checked(int step) {
        LessonStep.Check check = (LessonStep.Check) lesson.steps().get(step);
        LessonRun run = figures.run(step);
        if (run == null) {
            return Judged.missed(check.points(), "There is no run to check.");
        }
        String refused = refusal(step);
        if (!refused.isEmpty()) {
            return Judged.missed(check.points(), refused);
        }
        List<Judged.Part> parts =
                check.expect().stream().map(claim -> figures.judge(claim, run)).toList();
        return Judged.of(check.points(), parts, sentence(parts));
    }

    /** What may not be so in the run that a check is about, where that is of a task. */
    private String refusal(int step) {
        int of = step;
        while (!(lesson.steps().get(of) instanceof LessonStep.Do) && !lesson.setsUp(of)) {
            of--;
        }
        LessonRun run = figures.run(of);
        return run != null && lesson.steps().get(of) instanceof LessonStep.Do task
                ? Allowed.refusal(lesson.system(of), run, task.mayChange())
                : "";
    }

    /** What came of any step that wants something. */
    public Judged judge(int step, @Nullable Prediction answer) {
        return switch (lesson.steps().get(step)) {
            case LessonStep.Predict _ -> predicted(step, answer);
            case LessonStep.Do _ -> did(step);
            case LessonStep.Check _ -> checked(step);
            case LessonStep.Text _, LessonStep.See _ -> new Judged(0, 0, true, "", List.of());
        };
    }
}
