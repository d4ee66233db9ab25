package roundhouse.workbench.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.grading.Submission;
import roundhouse.lessons.grading.SubmissionFile;
import roundhouse.lessons.running.Judged;
import roundhouse.lessons.running.LessonPlay;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.running.Prediction;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.texts.Texts;

/** A lesson in the window: which step, what is said, what came of it. Used on the screen's thread; has no controls of its own. */
public final class LearnModel {
    private static final String PROGRESS = "lesson.";

    private final LessonStage stage;
    private final LessonWork work;
    private final Preferences settings;
    private final Notices notices;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable LessonPlay play;
    private String text = "";
    private String feedback = "";
    private @Nullable Judged soFar;
    private boolean busy;
    private boolean waiting;
    /** The run that a task was last looked for in. */
    private @Nullable LessonRun looked;

    public LearnModel(LessonStage stage, LessonWork work, Preferences settings, Notices notices) {
        this.stage = stage;
        this.work = work;
        this.settings = settings;
        this.notices = notices;
    }

    /** Is told of every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    public Optional<LessonPlay> play() {
        return Optional.ofNullable(play);
    }

    /** What the step says, with its figures; dots while they are worked out. */
    public String text() {
        return text;
    }

    /** What is said of the choice that was made. */
    public String feedback() {
        return feedback;
    }

    /** What came of the step: in the end, or of a task so far. */
    public Optional<Judged> judged() {
        return Optional.ofNullable(soFar);
    }

    /** Whether something is being worked out. */
    public boolean isBusy() {
        return busy;
    }

    /** Whether the run plays that shows whether a prediction is right. */
    public boolean isWaiting() {
        return waiting;
    }

    public void open(Lesson lesson) {
        if (stage.open(lesson.system(0))) {
            play = new LessonPlay(lesson);
            enter();
        }
    }

    public void close() {
        play = null;
        waiting = false;
        soFar = null;
        stage.circle(List.of());
        stage.controls(EnumSet.allOf(LessonControl.class));
        changed();
    }

    private void enter() {
        LessonPlay now = play;
        if (now == null) {
            return;
        }
        waiting = false;
        looked = null;
        feedback = "";
        soFar = now.judged().orElse(null);
        int index = now.index();
        if (now.lesson().setsUp(index)) {
            stage.setUp(now.lesson().title(), now.lesson().system(index));
        }
        if (now.step().frame().at() != null) {
            stage.goTo(now.step().frame().at());
        }
        stage.controls(now.lesson().controls(index));
        stage.circle(now.step().frame().look());
        remember(now);
        text = now.step().frame().text().measures().isEmpty()
                ? now.step().frame().text().text()
                : "…";
        later(now::text, told -> text = told);
        if (now.judged().isPresent()) {
            later(now::feedback, said -> feedback = said);
        }
    }

    private <T> void later(Supplier<T> what, Consumer<T> done) {
        LessonPlay of = play;
        busy = true;
        changed();
        work.later(what, result -> {
            if (of == play) {
                busy = false;
                done.accept(result);
                changed();
            }
        });
    }

    /** Predicts, and plays the run that shows whether it is right. */
    public void predict(Prediction answer) {
        LessonPlay now = play;
        if (now != null && !busy && now.judged().isEmpty()) {
            now.predict(answer);
            waiting = true;
            stage.play();
            changed();
        }
    }

    /** Does not wait for the run on the canvas. */
    public void reveal() {
        LessonPlay now = play;
        if (now != null && waiting && !busy) {
            waiting = false;
            later(
                    () -> {
                        now.reveal();
                        return now.feedback();
                    },
                    said -> {
                        feedback = said;
                        soFar = now.judged().orElse(null);
                        remember(now);
                    });
        }
    }

    /** The run has got to that time, or was changed there: a prediction is told, a task is looked at. */
    public void tick(long timeNanos) {
        LessonPlay now = play;
        if (now == null || busy) {
            return;
        }
        if (waiting && timeNanos >= now.lesson().system(now.index()).duration().toNanos()) {
            reveal();
        } else {
            look(now);
        }
    }

    private void look(LessonPlay now) {
        if (!(now.step() instanceof LessonStep.Do) || now.judged().isPresent()) {
            return;
        }
        LessonRun run = stage.run();
        if (!run.equals(looked)) {
            looked = run;
            later(() -> now.did(run), judged -> {
                soFar = judged;
                remember(now);
                // What was done meanwhile is followed by no other frame while the run is paused.
                look(now);
            });
        }
    }

    public void giveUp() {
        LessonPlay now = play;
        if (now != null && !busy) {
            LessonRun run = stage.run();
            later(
                    () -> {
                        now.did(run);
                        now.giveUp();
                        return now.judged();
                    },
                    judged -> soFar = judged.orElse(null));
        }
    }

    public void check() {
        LessonPlay now = play;
        if (now != null && !busy) {
            later(
                    () -> {
                        now.check();
                        return now.judged();
                    },
                    judged -> {
                        soFar = judged.orElse(null);
                        remember(now);
                    });
        }
    }

    public void next() {
        if (play != null && !busy && play.mayGoOn()) {
            play.next();
            enter();
        }
    }

    public void back() {
        if (play != null && !busy && play.index() > 0) {
            play.back();
            enter();
        }
    }

    private void remember(LessonPlay now) {
        String key = key(now.lesson());
        int worth = now.lesson().worth();
        String done = worth == 0 ? Texts.text("learn.done") : Texts.text("learn.done-of-points", now.points(), worth);
        if (now.isDone()) {
            settings.put(key, done);
        } else if (!settings.get(key).orElse("").startsWith("done")) {
            settings.put(
                    key,
                    Texts.text(
                            "learn.step-of",
                            now.furthest() + 1,
                            now.lesson().steps().size()));
        }
    }

    private static String key(Lesson lesson) {
        return PROGRESS + lesson.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** How far a lesson was gone through: {@code step 3 of 7}; empty for one that was not begun. */
    public String progress(Lesson lesson) {
        return settings.get(key(lesson)).orElse("");
    }

    /** Saves what was predicted and done, to be handed in. */
    public void save() {
        LessonPlay now = play;
        Path file = now == null || busy
                ? null
                : stage.submissionToSave(key(now.lesson()).substring(PROGRESS.length()) + SubmissionFile.EXTENSION);
        if (now != null && file != null) {
            later(() -> Submission.of(now), submission -> write(submission, file));
        }
    }

    private void write(Submission submission, Path file) {
        try {
            SubmissionFile.write(submission, file);
            notices.tell(Notice.hint(Texts.text("learn.saved-to-grade-it-with", file, file.getFileName())));
        } catch (IOException e) {
            notices.tell(Notice.problem(String.valueOf(e.getMessage())));
        }
    }
}
