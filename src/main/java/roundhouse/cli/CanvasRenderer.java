package roundhouse.cli;

import java.io.IOException;
import java.nio.file.Path;
import roundhouse.simulation.observing.Frame;

/** Draws the canvas without a window. The command line knows no screen, so whoever starts it brings this along. */
@FunctionalInterface
public interface CanvasRenderer {
    /**
     * Writes a PNG.
     *
     * @param width of the canvas in its own pixels; the picture has {@code scale} times as many
     */
    void render(Frame frame, int width, int height, double scale, boolean dark, Path png) throws IOException;
}
