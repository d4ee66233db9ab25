package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import roundhouse.lessons.Lesson;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.canvas.LivePicture;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.RecentFiles;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.remembering.Theme;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.start.HintsCard;
import roundhouse.workbench.start.HintsModel;
import roundhouse.workbench.start.StartEntry;
import roundhouse.workbench.start.StartModel;
import roundhouse.workbench.start.StartView;
import roundhouse.workbench.start.Thumbnails;

/** The start page in the window, and the hints over its canvas. */
final class StartSide {
    /** What small pictures are drawn at, canvas pixels: large enough that cards are cards. */
    private static final int WIDE = 576;

    private static final int HIGH = 360;
    /** Picture pixels a canvas pixel on a plain screen: what makes them as wide as their place. */
    private static final double SCALE = 230.0 / WIDE;

    private final WorkbenchView view;
    private final DocumentFiles files;
    private final HintsModel hints;

    private final Consumer<Lesson> learn;

    private StartSide(WorkbenchView view, DocumentFiles files, HintsModel hints, Consumer<Lesson> learn) {
        this.learn = learn;
        this.view = view;
        this.files = files;
        this.hints = hints;
    }

    static HintsModel install(
            WorkbenchView view,
            CanvasView canvas,
            Playback playback,
            DocumentFiles files,
            RecentFiles recent,
            Consumer<Lesson> learn,
            Preferences settings,
            Theme theme,
            BackgroundWork background,
            Actions actions,
            Stage stage) {
        HintsModel hints = new HintsModel(settings);
        StartSide side = new StartSide(view, files, hints, learn);
        Thumbnails thumbnails = new Thumbnails(
                background.lane("thumbnails"),
                background.lane("live-thumbnail"),
                topology -> pen(topology, theme, stage));
        StartView page =
                new StartView(new StartModel(background.lane("start-page")), thumbnails, recent, side.choices());
        view.views().start(page, thumbnails::stop);
        theme.schemeProperty().subscribe((_, _) -> page.redraw());
        Document document = playback.document();
        document.topologyProperty().subscribe(hints::show);
        playback.playingProperty().subscribe(hints::play);
        playback.noticesProperty().subscribe(hints::tell);
        document.onOpened(() -> {
            hints.close();
            view.views().leaveStart();
        });
        Node card = new HintsCard(hints, side::tour, actionOf(page, view));
        view.overCanvas(card);
        canvas.coveredBy(card);
        canvas.saidHeightProperty()
                .subscribe(said -> StackPane.setMargin(card, new Insets(0, 0, said.doubleValue(), 0)));
        actions.add(
                Action.of(
                        "file.start",
                        Action.Group.FILE,
                        text("shell.start-page"),
                        actionOf(page, view),
                        "Shortcut+Shift+N"),
                Action.of("help.tour", Action.Group.HELP, text("shell.build-one-in-two-minutes"), side::tour));
        return hints;
    }

    private static Runnable actionOf(StartView page, WorkbenchView view) {
        return () -> {
            view.views().showStart();
            page.show();
        };
    }

    private static Thumbnails.Pen pen(Topology topology, Theme theme, Stage stage) {
        boolean dark = theme.schemeProperty().get() == ColorScheme.DARK;
        PictureSize size = new PictureSize(WIDE, HIGH, SCALE * stage.getOutputScaleX(), dark);
        LivePicture picture = new LivePicture(topology, size, Thumbnails.SPEED);
        return new Thumbnails.Pen() {
            @Override
            public void show(Frame frame, long atNanos) {
                picture.show(frame, atNanos);
            }

            @Override
            public Image image() {
                return StartSide.image(picture.pixels(), size);
            }
        };
    }

    private static Image image(int[] pixels, PictureSize size) {
        int wide = (int) Math.round(size.width() * size.scale());
        WritableImage image = new WritableImage(wide, pixels.length / wide);
        image.getPixelWriter()
                .setPixels(0, 0, wide, pixels.length / wide, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        return image;
    }

    /** An empty canvas, and the path from its beginning. */
    private void tour() {
        if (files.create()) {
            view.views().showDesign();
            hints.begin();
        }
    }

    private StartView.Choices choices() {
        return new StartView.Choices() {
            @Override
            public void empty() {
                design(files.create());
            }

            @Override
            public void open() {
                design(files.openAsking());
            }

            @Override
            public void tour() {
                StartSide.this.tour();
            }

            @Override
            public void open(Path file) {
                design(files.open(file));
            }

            @Override
            public void open(StartEntry entry) {
                if (design(files.openUntitled(entry.topology()))) {
                    hints.offer(entry);
                }
            }

            @Override
            public void lesson(Lesson lesson) {
                learn.accept(lesson);
            }
        };
    }

    private boolean design(boolean opened) {
        if (opened) {
            view.views().showDesign();
        }
        return opened;
    }
}
