package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LookAt;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.files.Samples;
import roundhouse.workbench.learn.LearnModel;
import roundhouse.workbench.learn.LearnPanel;
import roundhouse.workbench.learn.LessonEditor;
import roundhouse.workbench.learn.LessonStage;
import roundhouse.workbench.learn.LessonWork;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.remembering.Folders;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The Learn view at the left of the window. */
final class LearnSide implements LessonStage, LessonWork {
    /** Simulated seconds a real second at which a prediction's run plays. */
    private static final double SPEED = 10;

    private final WorkbenchView view;
    private final Document document;
    private final DocumentFiles files;
    private final Playback playback;
    private final CanvasView canvas;
    private final Prompts prompts;
    private final WorkLane lane;

    private LearnSide(
            WorkbenchView view,
            Document document,
            DocumentFiles files,
            Playback playback,
            CanvasView canvas,
            Prompts prompts,
            WorkLane lane) {
        this.view = view;
        this.document = document;
        this.files = files;
        this.playback = playback;
        this.canvas = canvas;
        this.prompts = prompts;
        this.lane = lane;
    }

    /** What it takes of the window. */
    record Parts(
            WorkbenchView view,
            Document document,
            DocumentFiles files,
            Playback playback,
            CanvasView canvas,
            Prompts prompts,
            BackgroundWork background) {}

    /** Gives what opens a lesson. */
    static Consumer<Lesson> install(Parts parts, Actions actions, Preferences settings, Notices notices, Stage window) {
        LearnSide side = new LearnSide(
                parts.view(),
                parts.document(),
                parts.files(),
                parts.playback(),
                parts.canvas(),
                parts.prompts(),
                parts.background().lane("lesson", text("shell.running-the-lessons-system")));
        Folders folders = new Folders(settings);
        LearnModel model = new LearnModel(side, side, settings, notices);
        LearnPanel[] panel = new LearnPanel[1];
        panel[0] = new LearnPanel(model, Samples::lessons, () -> {
            model.close();
            panel[0].setVisible(false);
            parts.view().goOnInView();
        });
        parts.view().learn(panel[0]);
        Playback playback = parts.playback();
        playback.onFrame(frame -> model.tick(frame.timeNanos));
        // An edit while the run is paused moves no time, and is seen all the same.
        playback.commandsProperty()
                .subscribe(_ -> model.tick(playback.timeProperty().get()));
        playback.startProperty()
                .subscribe(_ -> model.tick(playback.timeProperty().get()));
        Consumer<Lesson> opener = lesson -> {
            parts.view().views().showDesign();
            panel[0].open();
            model.open(lesson);
        };
        actions.add(
                Action.of("view.learn", Action.Group.VIEW, text("shell.learn"), panel[0]::open, "Shortcut+5"),
                Action.of(
                        "view.lesson-open",
                        Action.Group.VIEW,
                        text("shell.open-lesson"),
                        () -> LessonEditor.open(window, folders, notices).ifPresent(opener)),
                Action.of(
                        "view.lesson-write",
                        Action.Group.VIEW,
                        text("shell.write-a-lesson"),
                        () -> LessonEditor.show(
                                window, parts.document()::topology, folders, notices, parts.prompts(), opener)));
        return opener;
    }

    @Override
    public boolean open(Topology system) {
        boolean opened = files.openUntitled(system);
        if (opened) {
            playback.pause();
        }
        return opened;
    }

    @Override
    public void setUp(String lesson, Topology system) {
        if (!document.topology().equals(system)) {
            document.edit(text("shell.lesson", lesson), system);
        }
        playback.restart();
        playback.pause();
        playback.followsProperty().set(false);
        playback.speedProperty().set(SPEED);
    }

    @Override
    public void play() {
        playback.restart();
        playback.followsProperty().set(false);
        playback.speedProperty().set(SPEED);
        playback.play();
    }

    @Override
    public void goTo(Duration at) {
        playback.pause();
        playback.seek(at.toNanos());
    }

    @Override
    public LessonRun run() {
        return new LessonRun(
                playback.startProperty().get(),
                playback.commandsProperty().get(),
                playback.timeProperty().get());
    }

    @Override
    public void circle(List<LookAt> look) {
        Set<Item> items = new LinkedHashSet<>();
        Set<LessonControl> controls = new LinkedHashSet<>();
        look.forEach(at -> {
            switch (at) {
                case LookAt.AtNode(String id) -> items.add(new Item.NodeItem(id));
                case LookAt.AtLink(String from, String to) -> items.add(new Item.LinkItem(from, to));
                case LookAt.AtControl(LessonControl control) -> controls.add(control);
            }
        });
        canvas.circle(items);
        view.circle(controls);
    }

    @Override
    public void controls(Set<LessonControl> there) {
        view.controls(there);
    }

    @Override
    public @Nullable Path submissionToSave(String suggested) {
        Optional<Path> file = prompts.runToSave(null, suggested);
        return file.orElse(null);
    }

    @Override
    public <T> void later(Supplier<T> work, Consumer<T> done) {
        lane.add(new BackgroundTask<>(text("shell.the-lessons-system-could-not"), _ -> work.get(), done));
    }
}
