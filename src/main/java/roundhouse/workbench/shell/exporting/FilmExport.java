package roundhouse.workbench.shell.exporting;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.canvas.CanvasFilm;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.charts.Stretch;

/** Writes an animated GIF of the stretch that is chosen below the charts, or of the last seconds before now, at the speed that is set. */
public final class FilmExport {
    private static final int FRAMES_PER_SECOND = 20;
    /** Of the film, where no stretch is chosen. */
    private static final double SECONDS = 5;
    /** Two minutes: more is no longer a picture. */
    private static final int MOST_PICTURES = 2_400;

    private final Playback playback;
    private final Supplier<PictureSize> size;
    private final Prompts prompts;
    private final Notices notices;
    private final WorkLane films;
    private Supplier<Optional<Stretch.Span>> stretch = Optional::empty;

    public FilmExport(
            Playback playback,
            Supplier<PictureSize> size,
            Prompts prompts,
            Notices notices,
            BackgroundWork background) {
        this.playback = playback;
        this.size = size;
        this.prompts = prompts;
        this.notices = notices;
        films = background.lane("export-film", text("shell.writing-an-animation-to-a"));
    }

    /** Where to ask for the stretch of time that is filmed. */
    public void of(Supplier<Optional<Stretch.Span>> chosen) {
        stretch = chosen;
    }

    /** Asks where to, and writes while everything else goes on. */
    public void export() {
        CanvasFilm.Stretch filmed = filmed();
        if (filmed.toNanos() <= filmed.fromNanos()) {
            notices.tell(Notice.hint(text("shell.nothing-has-been-played-yet")));
        } else if (filmed.pictures() > MOST_PICTURES) {
            notices.tell(Notice.hint(text("shell.that-would-be-an-animation", FigureText.duration((long)
                    (filmed.pictures() * 1e9 / FRAMES_PER_SECOND)))));
        } else {
            prompts.fileToExport(
                            playback.document().fileProperty().get(),
                            text("shell.animated-gifs"),
                            playback.document().fileStem() + ".gif")
                    .ifPresent(file -> write(filmed, file));
        }
    }

    private CanvasFilm.Stretch filmed() {
        double speed = playback.speedProperty().get();
        long playedNanos = playback.timeProperty().get();
        Stretch.Span span = stretch.get()
                .orElse(new Stretch.Span(Math.max(0, playedNanos - (long) (SECONDS * 1e9 * speed)), playedNanos));
        return new CanvasFilm.Stretch(
                span.fromNanos(), Math.min(span.untilNanos(), playedNanos), speed, FRAMES_PER_SECOND);
    }

    private void write(CanvasFilm.Stretch filmed, Path file) {
        Topology start = playback.startProperty().get();
        List<Run.Entry> log = playback.commandsProperty().get();
        Topology document = playback.document().topology();
        KnownNodes known = new KnownNodes();
        known.become(playback.document().known());
        PictureSize asShown = size.get();
        films.add(new BackgroundTask<>(
                text("shell.the-animation-was-not-written", file),
                job -> {
                    new CanvasFilm(document, known, Replay.shown(start, log), asShown, filmed).write(file, part -> {
                        job.check();
                        job.progress(part);
                    });
                    return filmed.pictures();
                },
                pictures -> notices.tell(Notice.hint(text(
                        "shell.pictures-from-to-are-in",
                        FigureText.count(pictures),
                        FigureText.clock(filmed.fromNanos()),
                        FigureText.clock(filmed.toNanos()),
                        file)))));
    }
}
