package roundhouse.workbench.canvas;

import java.util.Arrays;

/**
 * A transparent picture into which small sprites are copied: premultiplied ARGB, in the screen's own pixels. Keeps account of
 * what was written, by bands of rows, so that only that has to be cleared before the next picture and only that has to reach the
 * screen.
 */
public final class DotPixels {
    private static final int BAND_BITS = 4;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final int[] left;
    private final int[] right;
    private int dirtyLeft;
    private int dirtyTop;
    private int dirtyRight;
    private int dirtyBottom;

    public DotPixels(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        int bands = (height >> BAND_BITS) + 1;
        left = new int[bands];
        right = new int[bands];
        Arrays.fill(left, Integer.MAX_VALUE);
        begin();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels, row by row. */
    public int[] pixels() {
        return pixels;
    }

    /** Clears what the last picture wrote. */
    public void begin() {
        dirtyLeft = width;
        dirtyTop = height;
        dirtyRight = 0;
        dirtyBottom = 0;
        for (int band = 0; band < left.length; band++) {
            if (left[band] < right[band]) {
                int top = band << BAND_BITS;
                int bottom = Math.min(height, top + (1 << BAND_BITS));
                for (int y = top; y < bottom; y++) {
                    Arrays.fill(pixels, y * width + left[band], y * width + right[band], 0);
                }
                soil(left[band], top, right[band], bottom);
            }
            left[band] = Integer.MAX_VALUE;
            right[band] = 0;
        }
    }

    /** Lays a square sprite over the picture, its top left corner there; what hangs over the edge is cut off. */
    public void blit(int[] sprite, int size, int x, int y) {
        int fromX = Math.max(0, -x);
        int toX = Math.min(size, width - x);
        int fromY = Math.max(0, -y);
        int toY = Math.min(size, height - y);
        if (fromX >= toX || fromY >= toY) {
            return;
        }
        for (int row = fromY; row < toY; row++) {
            int source = row * size + fromX;
            int target = (y + row) * width + x + fromX;
            for (int end = source + toX - fromX; source < end; source++, target++) {
                int colour = sprite[source];
                int alpha = colour >>> 24;
                if (alpha == 255) {
                    pixels[target] = colour;
                } else if (alpha != 0) {
                    pixels[target] = colour + faded(pixels[target], 255 - alpha);
                }
            }
        }
        int firstBand = (y + fromY) >> BAND_BITS;
        int lastBand = (y + toY - 1) >> BAND_BITS;
        for (int band = firstBand; band <= lastBand; band++) {
            left[band] = Math.min(left[band], x + fromX);
            right[band] = Math.max(right[band], x + toX);
        }
        soil(x + fromX, y + fromY, x + toX, y + toY);
    }

    /** All four parts of a colour times part/255, two at a time. */
    private static int faded(int colour, int part) {
        int even = (colour & 0x00FF00FF) * part + 0x00800080;
        int odd = (colour >>> 8 & 0x00FF00FF) * part + 0x00800080;
        even = (even + ((even >>> 8) & 0x00FF00FF)) >>> 8 & 0x00FF00FF;
        odd = (odd + ((odd >>> 8) & 0x00FF00FF)) & 0xFF00FF00;
        return odd | even;
    }

    private void soil(int fromX, int fromY, int toX, int toY) {
        dirtyLeft = Math.min(dirtyLeft, fromX);
        dirtyTop = Math.min(dirtyTop, fromY);
        dirtyRight = Math.max(dirtyRight, toX);
        dirtyBottom = Math.max(dirtyBottom, toY);
    }

    /** Whether this picture differs from the last at all. */
    public boolean isDirty() {
        return dirtyLeft < dirtyRight;
    }

    /** The rectangle outside which this picture and the last are both empty. */
    public int dirtyX() {
        return dirtyLeft;
    }

    public int dirtyY() {
        return dirtyTop;
    }

    public int dirtyWidth() {
        return dirtyRight - dirtyLeft;
    }

    public int dirtyHeight() {
        return dirtyBottom - dirtyTop;
    }
}
