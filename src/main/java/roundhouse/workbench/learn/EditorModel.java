package roundhouse.workbench.learn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonChecks;
import roundhouse.lessons.LessonSettings;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.Passage;
import roundhouse.lessons.steps.StepFrame;
import roundhouse.lessons.steps.StepItem;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Problem;

/** A lesson that is being written. */
public final class EditorModel {
    private Lesson lesson;
    /** As it was last opened or saved. */
    private Lesson kept;

    public EditorModel(Topology system) {
        lesson = new Lesson(text("learn.new-lesson"), "", "", "", null, system, List.of());
        add(-1);
        kept = lesson;
    }

    public Lesson lesson() {
        return lesson;
    }

    public void open(Lesson other) {
        lesson = other;
        kept = other;
    }

    /** It stands in a file as it is. */
    public void saved() {
        kept = lesson;
    }

    /** Whether it is other than when it was last opened or saved. */
    public boolean isChanged() {
        return !lesson.equals(kept);
    }

    /** The lesson is about that system from now on. */
    public void system(Topology system) {
        lesson = lesson.with(system);
    }

    List<FormField<Lesson>> lessonFields() {
        return LessonSettings.SETTINGS.fields(lesson, "");
    }

    static List<FormField<LessonStep>> stepFields(LessonStep step) {
        return StepItem.form(step);
    }

    void set(Lesson next) {
        lesson = next;
    }

    /** A new text after that step; where it is. */
    public int add(int after) {
        List<LessonStep> steps = new ArrayList<>(lesson.steps());
        int at = Math.min(after + 1, steps.size());
        steps.add(
                at,
                new LessonStep.Text(new StepFrame(
                        lesson.freeId(),
                        text("learn.new-step"),
                        Passage.EMPTY,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of())));
        lesson = lesson.with(steps);
        return at;
    }

    /** Moves a step up or down; where it is then. */
    public int move(int index, int by) {
        int to = index + by;
        if (index < 0 || to < 0 || to >= lesson.steps().size()) {
            return index;
        }
        List<LessonStep> steps = new ArrayList<>(lesson.steps());
        Collections.swap(steps, index, to);
        lesson = lesson.with(steps);
        return to;
    }

    /** Takes a step out, unless it is the last there is; which one is shown then. */
    public int remove(int index) {
        if (index < 0 || lesson.steps().size() == 1) {
            return Math.max(0, index);
        }
        List<LessonStep> steps = new ArrayList<>(lesson.steps());
        steps.remove(index);
        lesson = lesson.with(steps);
        return Math.min(index, steps.size() - 1);
    }

    /** Puts a changed step in its place; whether it has other fields than before. */
    public boolean replace(int index, LessonStep step) {
        List<LessonStep> steps = new ArrayList<>(lesson.steps());
        LessonStep before = steps.set(index, step);
        lesson = lesson.with(steps);
        return !keys(before).equals(keys(step));
    }

    private static List<String> keys(LessonStep step) {
        return StepItem.form(step).stream().map(FormField::key).toList();
    }

    /** The first thing that is wrong with it; empty where nothing is. */
    public String problem() {
        List<Problem> problems = LessonChecks.problems(lesson);
        return problems.isEmpty() ? "" : LessonProblem.inWords(problems.getFirst(), lesson);
    }

    /** The lesson, if nothing is wrong with it. */
    public Optional<Lesson> checked() {
        return problem().isEmpty() ? Optional.of(lesson) : Optional.empty();
    }
}
