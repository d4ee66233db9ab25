package roundhouse.workbench.canvas.painting;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of thin lines of one colour, with soft edges, written into a buffer of the screen's own pixels: a line costs what it is
 * long. As a shape, in software, it costs the whole rectangle around it: 2,000 took a tenth of a second.
 */
public final class ThinLines {
    private static final int LEVELS = 256;

    private int width;
    private int height;
    private final int[] shades = new int[LEVELS];
    private int[] pixels = new int[0];
    private @Nullable Sheet sheet;
    private @Nullable Sheet other;

    /** What is written to and its picture. */
    private record Sheet(int width, int height, int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Sheet of(int width, int height) {
            int[] pixels = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Sheet(width, height, pixels, buffer, new WritableImage(buffer));
        }

        boolean fits(int wide, int high) {
            return width == wide && height == high;
        }
    }

    /** Begins a picture of that size, in pixels of the screen. */
    void begin(int wide, int high, Color colour) {
        // Two in turn: the last one may still be on its way to the screen, in another thread.
        Sheet free = other;
        other = sheet;
        sheet = free != null && free.fits(wide, high) ? free : Sheet.of(wide, high);
        width = wide;
        height = high;
        pixels = sheet.pixels;
        Arrays.fill(pixels, 0);
        for (int level = 0; level < LEVELS; level++) {
            double alpha = level / (LEVELS - 1.0);
            shades[level] = level << 24
                    | (int) Math.round(colour.getRed() * alpha * 255) << 16
                    | (int) Math.round(colour.getGreen() * alpha * 255) << 8
                    | (int) Math.round(colour.getBlue() * alpha * 255);
        }
    }

    /** Adds a line, all in pixels of the screen. */
    public void line(double x1, double y1, double x2, double y2, double thick) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.hypot(dx, dy);
        if (Math.abs(dx) >= Math.abs(dy)) {
            walk(x1, y1, x2, y2, thick * length / Math.abs(dx), width, height, 1, width);
        } else {
            walk(y1, x1, y2, x2, thick * length / Math.abs(dy), height, width, width, 1);
        }
    }

    /**
     * Goes pixel by pixel along the axis that the line is more parallel to, and paints what it covers across.
     *
     * @param across how far the line reaches along the other axis
     * @param alongStep from one pixel to the next along the axis, in the array
     */
    private void walk(
            double from,
            double fromSide,
            double to,
            double toSide,
            double across,
            int alongLimit,
            int sideLimit,
            int alongStep,
            int sideStep) {
        if (from > to) {
            walk(to, toSide, from, fromSide, across, alongLimit, sideLimit, alongStep, sideStep);
            return;
        }
        double slope = to == from ? 0 : (toSide - fromSide) / (to - from);
        int first = (int) Math.max(0, Math.rint(from));
        int last = (int) Math.min(alongLimit, Math.rint(to));
        for (int along = first; along < last; along++) {
            double low = fromSide + (along + 0.5 - from) * slope - across / 2;
            double high = low + across;
            int firstSide = (int) Math.max(0, Math.floor(low));
            int lastSide = (int) Math.min(sideLimit, Math.ceil(high));
            for (int side = firstSide; side < lastSide; side++) {
                double covered = Math.min(high, side + 1) - Math.max(low, side);
                int shade = shades[(int) (Math.min(1, covered) * (LEVELS - 1))];
                int at = along * alongStep + side * sideStep;
                // All have one colour: the one with more of it hides the other.
                if (Integer.compareUnsigned(shade, pixels[at]) > 0) {
                    pixels[at] = shade;
                }
            }
        }
    }

    /** Puts the picture onto a canvas, that many pixels of the canvas large. */
    public void finish(GraphicsContext g, double wide, double high) {
        Sheet written = sheet;
        if (written != null) {
            written.buffer.updateBuffer(_ -> null);
            g.drawImage(written.image, 0, 0, wide, high);
        }
    }

    public int[] pixels() {
        return pixels;
    }
}
