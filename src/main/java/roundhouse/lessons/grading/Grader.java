package roundhouse.lessons.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ReplayCheck;
import roundhouse.analysis.ReplayVerdict;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.running.Figures;
import roundhouse.lessons.running.Judged;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.running.StepJudge;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.StepItem;
import roundhouse.topology.files.SavedRun;

/** Grades a submission: every run in it is run once more and must come out the same, before it counts. */
public final class Grader {
    /** A run longer than so many times the lesson's is not run again. */
    private static final int LONGEST = 20;

    private final Lesson lesson;
    private final Submission submission;
    private final Map<String, String> refusals = new TreeMap<>();

    private Grader(Lesson lesson, Submission submission) {
        this.lesson = lesson;
        this.submission = submission;
    }

    public static Grade grade(Lesson lesson, Submission submission) {
        return new Grader(lesson, submission).grade();
    }

    private Grade grade() {
        Figures figures = new Figures(lesson);
        String only = "";
        boolean seen = false;
        for (LessonStep step : lesson.steps()) {
            SavedRun run = step instanceof LessonStep.Do ? submission.run(step.id()) : null;
            if (run == null) {
                continue;
            }
            boolean shared = run.equals(submission.only());
            String refusal = shared && seen ? only : refusal(run);
            only = shared ? refusal : only;
            seen |= shared;
            if (refusal.isEmpty()) {
                figures.did(step.id(), LessonRun.of(run));
            } else {
                refusals.put(step.id(), refusal);
            }
        }
        StepJudge judge = new StepJudge(lesson, figures);
        List<Grade.Task> tasks = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            LessonStep step = lesson.steps().get(i);
            if (step.isTask()) {
                String refusal = refusals.get(step.id());
                Judged judged = refusal == null
                        ? judge.judge(i, submission.answers().get(step.id()))
                        : new Judged(0, step.worth(), false, refusal, List.of());
                tasks.add(new Grade.Task(
                        step.id(), StepItem.kind(step), step.frame().title(), judged));
            }
        }
        return new Grade(lesson.title(), tasks);
    }

    /** Why a run does not count; empty where it does. */
    private String refusal(@Nullable SavedRun run) {
        if (run == null) {
            return "";
        }
        if (run.untilNanos() / LONGEST > lesson.topology().duration().toNanos()) {
            return "The run is more than " + LONGEST + " times as long as the lesson's, so it was not run again.";
        }
        return switch (new ReplayCheck(run).finish()) {
            case ReplayVerdict.Same _ -> "";
            case ReplayVerdict.ReportDiffers _ -> "The run does not come out the same again: its report differs.";
            case ReplayVerdict.Differs differs ->
                "The run does not come out the same again: " + differs.inWords() + ".";
        };
    }
}
