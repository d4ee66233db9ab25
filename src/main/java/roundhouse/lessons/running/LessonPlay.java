package roundhouse.lessons.running;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.Question;

/**
 * Somebody going through a lesson: where they are, what they predicted and did, what came of it. Nobody goes past a task that is not
 * judged, and what was predicted stays so once the run has shown it. Knows no screen and no thread.
 */
public final class LessonPlay {
    private final Lesson lesson;
    private final Figures figures;
    private final StepJudge judge;
    private final Map<String, Prediction> answers = new LinkedHashMap<>();
    private final Map<String, LessonRun> runs = new LinkedHashMap<>();
    private final Map<String, Judged> judged = new LinkedHashMap<>();
    private int index;
    private int furthest;

    public LessonPlay(Lesson lesson) {
        this.lesson = lesson;
        figures = new Figures(lesson);
        judge = new StepJudge(lesson, figures);
    }

    public Lesson lesson() {
        return lesson;
    }

    public int index() {
        return index;
    }

    /** The furthest step there was. */
    public int furthest() {
        return furthest;
    }

    public LessonStep step() {
        return lesson.steps().get(index);
    }

    /** What is said at this step, with the figures of its run. */
    public String text() {
        return figures.told(step().frame().text(), index);
    }

    /** What was predicted at this step. */
    public Optional<Prediction> answer() {
        return Optional.ofNullable(answers.get(step().id()));
    }

    /** What came of this step, if that is known. */
    public Optional<Judged> judged() {
        return Optional.ofNullable(judged.get(step().id()));
    }

    /** Predicts. Once the run has shown what is right it changes nothing. */
    public void predict(Prediction answer) {
        if (step() instanceof LessonStep.Predict && judged().isEmpty()) {
            answers.put(step().id(), answer);
        }
    }

    /** The run has shown it: compares it with what was predicted. Without a prediction nothing happens. */
    public void reveal() {
        if (step() instanceof LessonStep.Predict && answer().isPresent()) {
            judged.putIfAbsent(step().id(), judge.predicted(index, answers.get(step().id())));
        }
    }

    /** What is said of the choice that was made, when it is known whether it is right; may be empty. */
    public String feedback() {
        if (judged().isEmpty() || !(step() instanceof LessonStep.Predict predict)) {
            return "";
        }
        return predict.answer() instanceof Question.Choice choice
                        && answers.get(step().id()) instanceof Prediction.Chosen(String text)
                ? choice.choices().stream()
                        .filter(option -> option.text().equals(text))
                        .map(option -> figures.told(option.says(), index))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Looks at what was done for a task. A task that is done stays done. */
    public Judged did(LessonRun run) {
        if (judged().filter(Judged::met).isPresent()) {
            return judged().orElseThrow();
        }
        figures.did(step().id(), run);
        runs.put(step().id(), run);
        Judged now = judge.did(index);
        if (now.met()) {
            judged.put(step().id(), now);
        }
        return now;
    }

    /** Leaves a task as it is, to go on without all of its points. */
    public void giveUp() {
        if (step() instanceof LessonStep.Do && judged().isEmpty()) {
            judged.put(step().id(), judge.did(index));
        }
    }

    /** Judges the run there is. */
    public void check() {
        if (step() instanceof LessonStep.Check) {
            judged.put(step().id(), judge.checked(index));
        }
    }

    /** Whether there is a next step and this one wants nothing any more. */
    public boolean mayGoOn() {
        return index < lesson.steps().size() - 1 && (!step().isTask() || judged().isPresent());
    }

    public void next() {
        if (mayGoOn()) {
            goTo(index + 1);
        }
    }

    public void back() {
        goTo(Math.max(0, index - 1));
    }

    /** Goes to a step that was reached already, or the next one. */
    public void goTo(int step) {
        if (step <= furthest || step == index + 1) {
            index = step;
            furthest = Math.max(furthest, step);
        }
    }

    /** Whether all steps were seen and every task is judged. */
    public boolean isDone() {
        return furthest == lesson.steps().size() - 1
                && lesson.steps().stream().allMatch(step -> !step.isTask() || judged.containsKey(step.id()));
    }

    public int points() {
        return judged.values().stream().mapToInt(Judged::points).sum();
    }

    /** What was predicted, by step. */
    public Map<String, Prediction> answers() {
        return Map.copyOf(answers);
    }

    /** The runs of the tasks, by step. */
    public Map<String, LessonRun> runs() {
        return Map.copyOf(runs);
    }

    /** The run that this step is about; null where its task was not done yet. */
    public @Nullable LessonRun run() {
        return figures.run(index);
    }
}
