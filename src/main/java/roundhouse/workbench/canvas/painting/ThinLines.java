package roundhouse.workbench.canvas.painting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import javafx.scene.paint.Color;

/**
 * Thousands of thin lines of one colour, with soft edges, in the screen's own pixels: a line costs what it is long. As a shape, in
 * software, it costs the whole rectangle around it: 2,000 took a tenth of a second. Lines note how much of each pixel they cover, in a
 * byte; only the finished picture has colours. Four bytes a pixel, which steep lines step through at a row's length, do not fit
 * into a processor's nearer caches, and took twice as long.
 */
final class ThinLines {
    private static final int LEVELS = 256;
    /** Bits behind the point of a place between two pixels: enough for pictures of 32,767 pixels. */
    private static final int ONE_BITS = 16;

    private static final int ONE = 1 << ONE_BITS;

    /** Looks at so many pixels at once: most are under no line. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final int width;
    private final int height;
    private final byte[] covered;
    private final int[] shades = new int[LEVELS];

    ThinLines(int width, int height) {
        this.width = width;
        this.height = height;
        covered = new byte[(width * height + Long.BYTES - 1) / Long.BYTES * Long.BYTES];
    }

    boolean fits(int wide, int high) {
        return width == wide && height == high;
    }

    /**
     * Writes the whole picture with all lines in that colour, and begins an empty one.
     *
     * @param pixels row by row, ARGB with the colour multiplied by alpha
     */
    void finish(int[] pixels, Color colour) {
        for (int level = 0; level < LEVELS; level++) {
            double alpha = level / (LEVELS - 1.0);
            shades[level] = level << 24
                    | (int) Math.round(colour.getRed() * alpha * 255) << 16
                    | (int) Math.round(colour.getGreen() * alpha * 255) << 8
                    | (int) Math.round(colour.getBlue() * alpha * 255);
        }
        int count = width * height;
        for (int at = 0; at < count; at += Long.BYTES) {
            int end = Math.min(count, at + Long.BYTES);
            if ((long) EIGHT.get(covered, at) == 0) {
                Arrays.fill(pixels, at, end, 0);
            } else {
                for (int i = at; i < end; i++) {
                    pixels[i] = shades[covered[i] & 0xff];
                }
                EIGHT.set(covered, at, 0L);
            }
        }
    }

    /** Adds a line, all in pixels of the screen. */
    void line(double x1, double y1, double x2, double y2, double thick) {
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
        if (slope != 0) {
            // Most of a long line may be out of sight on the other axis.
            double low = from + (-across - fromSide) / slope;
            double high = from + (sideLimit + across - fromSide) / slope;
            first = (int) Math.max(first, Math.floor(Math.min(low, high)));
            last = (int) Math.min(last, Math.ceil(Math.max(low, high)));
        }
        // From here on whole numbers, 65,536 to a pixel: rounding doubles took longer than writing the pixels.
        int wide = (int) (across * ONE);
        int rise = (int) (slope * ONE);
        int low = (int) ((fromSide + (first + 0.5 - from) * slope - across / 2) * ONE);
        // A line that is not wider than two pixels reaches into three at most; most are inside the picture.
        int reach = wide <= ONE ? 1 : 2;
        boolean thin = wide <= 2 * ONE;
        for (int along = first; along < last; along++, low += rise) {
            int side = low >> ONE_BITS;
            int at = along * alongStep + side * sideStep;
            if (!thin || side < 0 || side + reach >= sideLimit) {
                across(low, low + wide, sideLimit, along * alongStep, sideStep);
                continue;
            }
            int part = Math.min(wide, ((side + 1) << ONE_BITS) - low);
            cover(at, part);
            int rest = wide - part;
            if (reach == 1) {
                cover(at + sideStep, rest);
            } else {
                part = Math.min(rest, ONE);
                cover(at + sideStep, part);
                cover(at + 2 * sideStep, rest - part);
            }
        }
    }

    /** What a line covers across, where it is wide or at the edge of the picture. */
    private void across(int low, int high, int sideLimit, int start, int sideStep) {
        int firstSide = Math.max(0, low >> ONE_BITS);
        int lastSide = Math.min(sideLimit, (high + ONE - 1) >> ONE_BITS);
        int at = start + firstSide * sideStep;
        for (int side = firstSide; side < lastSide; side++, at += sideStep) {
            cover(at, Math.min(high, (side + 1) << ONE_BITS) - Math.max(low, side << ONE_BITS));
        }
    }

    /** All lines have one colour: the one with more of it hides the other. Without a branch, as it cannot be foretold. */
    private void cover(int at, int part) {
        covered[at] = (byte) Math.max((part * (LEVELS - 1)) >> ONE_BITS, covered[at] & 0xff);
    }
}
