package roundhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import roundhouse.cli.pictures.CanvasRenderer;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.canvas.CanvasFilm;
import roundhouse.workbench.canvas.CanvasPicture;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.KnownNodes;

/** Draws the canvas through JavaFX's own headless platform, which needs no display and no native libraries. */
final class OffScreen implements CanvasRenderer {
    @Override
    public void render(CanvasRenderer.Shot shot, Path file) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        PictureSize size = new PictureSize(shot.width(), shot.height(), shot.scale(), shot.dark());
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gif")) {
            new CanvasFilm(
                            shot.topology(),
                            KnownNodes.of(shot.topology()),
                            Replay.shown(shot.topology(), List.of()),
                            size,
                            new CanvasFilm.Stretch(
                                    shot.fromNanos(), shot.toNanos(), shot.speed(), shot.framesPerSecond()))
                    .write(file, _ -> {});
            return;
        }
        Run run = Run.of(shot.topology());
        run.runUntil(shot.fromNanos());
        Frame frame = new Frame();
        run.observe(frame);
        CanvasPicture.write(frame.document, KnownNodes.of(frame.document), frame, size, file);
    }
}
