package roundhouse.cli.pictures;

import java.io.IOException;
import java.nio.file.Path;
import roundhouse.topology.Topology;

/** Draws the canvas without a window. The command line knows no screen, so whoever starts it brings this along. */
@FunctionalInterface
public interface CanvasRenderer {
    /** Writes a PNG, an SVG or an animated GIF, as the file's name ends. */
    void render(Shot shot, Path file) throws IOException;

    /**
     * A picture that is to be taken of a run, or a film where it has a length.
     *
     * @param fromNanos the moment, or that of the first picture; simulated nanoseconds
     * @param toNanos that of the last picture, simulated nanoseconds; the same for a single one
     * @param speed simulated seconds a second of the film
     * @param width of the canvas in its own pixels; the picture has {@code scale} times as many
     */
    record Shot(
            Topology topology,
            long fromNanos,
            long toNanos,
            double speed,
            int framesPerSecond,
            int width,
            int height,
            double scale,
            boolean dark) {}
}
