package roundhouse.lessons.grading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.RunRecorder;
import roundhouse.lessons.running.LessonPlay;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.running.Prediction;
import roundhouse.topology.files.SavedRun;

/**
 * What somebody hands in: saved runs, whose digests prove what was done, and what was predicted.
 *
 * @param lesson the title of the lesson; null of a saved run alone, which does not say
 * @param answers what was predicted, by step
 * @param runs the run of each task, by step
 * @param only a run for every task that has none of its own; null for none
 */
public record Submission(
        @Nullable String lesson,
        Map<String, Prediction> answers,
        Map<String, SavedRun> runs,
        @Nullable SavedRun only) {
    /** A saved run alone: every task is judged by it. */
    public static Submission of(SavedRun run) {
        return new Submission(null, Map.of(), Map.of(), run);
    }

    /** What was done in a lesson so far; runs each of its runs once more to record it. */
    public static Submission of(LessonPlay play) {
        Map<String, SavedRun> runs = new LinkedHashMap<>();
        Map<String, Prediction> answers = new LinkedHashMap<>();
        play.lesson().steps().forEach(step -> {
            LessonRun run = play.runs().get(step.id());
            if (run != null) {
                runs.put(step.id(), brief(new RunRecorder(run.start(), run.log(), run.untilNanos()).finish()));
            }
            Prediction answer = play.answers().get(step.id());
            if (answer != null) {
                answers.put(step.id(), answer);
            }
        });
        return new Submission(play.lesson().title(), answers, runs, null);
    }

    /** Without the fingerprints of single events: the digests prove the run, and the file stays small. */
    private static SavedRun brief(SavedRun run) {
        return new SavedRun(
                run.program(),
                run.start(),
                run.log(),
                run.untilNanos(),
                run.events(),
                run.digest(),
                run.report(),
                new SavedRun.Trail(run.trail().every(), run.trail().digests(), new short[0]));
    }

    @Nullable
    SavedRun run(String step) {
        SavedRun own = runs.get(step);
        return own == null ? only : own;
    }
}
