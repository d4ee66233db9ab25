package roundhouse.workbench.shell.exporting;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.canvas.CanvasPicture;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.remembering.Theme;

/** Writes or copies a picture of the canvas as it is now: in pixels twice as fine as the screen, or as SVG. */
public final class PictureExport {
    private static final double SCALE = 2;

    private final Document document;
    private final Region canvas;
    private final Theme theme;
    private final Prompts prompts;
    private final Notices notices;
    private final Failures failures;
    /** The newest, which stays as it is until the JavaFX thread takes the next. */
    private Frame frame = new Frame();

    public PictureExport(
            Document document, Region canvas, Theme theme, Prompts prompts, Notices notices, Failures failures) {
        this.document = document;
        this.canvas = canvas;
        this.theme = theme;
        this.prompts = prompts;
        this.notices = notices;
        this.failures = failures;
    }

    public void show(Frame newest) {
        frame = newest;
    }

    /** Asks where to, and writes. */
    public void export() {
        prompts.fileForPicture(document.fileProperty().get(), document.fileStem() + ".png")
                .ifPresent(this::write);
    }

    /** To the clipboard. */
    public void copy() {
        int wide = size().width() * (int) SCALE;
        int high = size().height() * (int) SCALE;
        try {
            int[] pixels = CanvasPicture.pixels(document.topology(), document.known(), frame, size());
            WritableImage image = new WritableImage(wide, high);
            image.getPixelWriter().setPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, image));
            notices.tell(Notice.hint(text("shell.the-picture-is-in-the")));
        } catch (IOException e) {
            failures.tell(text("shell.the-picture-was-not-copied"), e);
        }
    }

    /** As the canvas is now. */
    public PictureSize size() {
        return new PictureSize(
                (int) Math.round(canvas.getWidth()),
                (int) Math.round(canvas.getHeight()),
                SCALE,
                theme.schemeProperty().get() == ColorScheme.DARK);
    }

    private void write(Path file) {
        try {
            CanvasPicture.write(document.topology(), document.known(), frame, size(), file);
            notices.tell(Notice.hint(text("shell.the-picture-is-in", file)));
        } catch (IOException e) {
            failures.tell(text("shell.the-picture-was-not-written", file), e);
        }
    }
}
