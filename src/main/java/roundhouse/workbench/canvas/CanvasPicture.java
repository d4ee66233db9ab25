package roundhouse.workbench.canvas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import roundhouse.files.WholeFile;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.pictures.Png;
import roundhouse.workbench.document.KnownNodes;

/**
 * Pictures of the canvas made without a window. Works on JavaFX's own headless platform ({@code glass.platform=Headless},
 * {@code prism.order=sw}), where no display is needed.
 */
public final class CanvasPicture {
    private CanvasPicture() {}

    /**
     * Writes a picture of the whole drawing at the frame's instant: SVG where the file's name ends so, else PNG.
     *
     * @param topology the document, of which the frame's run may have become another
     * @param known the names and colours of its nodes
     */
    public static void write(Topology topology, KnownNodes known, Frame frame, PictureSize size, Path file)
            throws IOException {
        if (isSvg(file)) {
            WholeFile.text(
                    file,
                    CanvasStage.onScreenThread(
                            () -> shown(topology, known, frame, size).svg()));
        } else {
            int[] pixels = CanvasStage.onScreenThread(
                    () -> shown(topology, known, frame, size).pixels());
            Png.write(pixels, size.pixelsWide(), size.pixelsHigh(), file);
        }
    }

    private static boolean isSvg(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    /** The same in pixels: ARGB, row by row. */
    public static int[] pixels(Topology topology, KnownNodes known, Frame frame, PictureSize size) throws IOException {
        return CanvasStage.onScreenThread(
                () -> shown(topology, known, frame, size).pixels());
    }

    private static CanvasStage shown(Topology topology, KnownNodes known, Frame frame, PictureSize size) {
        CanvasStage stage = new CanvasStage(topology, known, size);
        stage.show(frame);
        return stage;
    }
}
