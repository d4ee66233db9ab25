package roundhouse.workbench.shell;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.scene.layout.Region;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.canvas.CanvasPicture;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts;

/** Writes a picture of the canvas as it is now, twice as fine as the screen. */
final class PictureExport {
    private static final double SCALE = 2;

    private final Document document;
    private final Region canvas;
    private final Theme theme;
    private final Prompts prompts;
    private final Notices notices;
    private final Failures failures;
    /** The newest, which stays as it is until the JavaFX thread takes the next. */
    private Frame frame = new Frame();

    PictureExport(Document document, Region canvas, Theme theme, Prompts prompts, Notices notices, Failures failures) {
        this.document = document;
        this.canvas = canvas;
        this.theme = theme;
        this.prompts = prompts;
        this.notices = notices;
        this.failures = failures;
    }

    void show(Frame newest) {
        frame = newest;
    }

    /** Asks where to, and writes. */
    void export() {
        prompts.fileForPicture(document.fileProperty().get(), "roundhouse.png").ifPresent(this::write);
    }

    private PictureSize size() {
        return new PictureSize(
                (int) Math.round(canvas.getWidth()),
                (int) Math.round(canvas.getHeight()),
                SCALE,
                theme.schemeProperty().get() == ColorScheme.DARK);
    }

    private void write(Path file) {
        try {
            CanvasPicture.write(document.topology(), document.known(), frame, size(), file);
            notices.tell(Notice.hint("The picture is in " + file + "."));
        } catch (IOException e) {
            failures.tell("The picture was not written to " + file, e);
        }
    }
}
