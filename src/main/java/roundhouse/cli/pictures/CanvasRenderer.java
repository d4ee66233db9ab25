package roundhouse.cli.pictures;

import java.io.IOException;
import java.nio.file.Path;

/** Draws the canvas without a window. The command line knows no screen, so whoever starts it brings this along. */
@FunctionalInterface
public interface CanvasRenderer {
    /** Writes a PNG, an SVG or an animated GIF, as the file's name ends. */
    void render(Shot shot, Path file) throws IOException;
}
