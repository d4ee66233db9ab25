package roundhouse.workbench.canvas.painting.traffic;

import java.util.Arrays;

/**
 * A transparent picture into which small sprites are copied: premultiplied ARGB, in the screen's own pixels. Keeps account of
 * what was written, by bands of rows, so that only that has to be cleared before the next picture and only that has to reach the
 * screen.
 */
public final class DotPixels {
    private static final int BAND_BITS = 4;
    /** How much is left after fading. */
    private static final int LEFT_OF_256 = 224;

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

    /** Lets what the last pictures wrote fade, for a trail behind what moves: an eighth of it goes. */
    public void fade() {
        dirtyLeft = width;
        dirtyTop = height;
        dirtyRight = 0;
        dirtyBottom = 0;
        for (int band = 0; band < left.length; band++) {
            if (left[band] < right[band]) {
                int top = band << BAND_BITS;
                int bottom = Math.min(height, top + (1 << BAND_BITS));
                int seen = 0;
                for (int y = top; y < bottom; y++) {
                    seen |= fade(y * width + left[band], y * width + right[band]);
                }
                soil(left[band], top, right[band], bottom);
                if (seen == 0) {
                    left[band] = Integer.MAX_VALUE;
                    right[band] = 0;
                }
            }
        }
    }

    /** Whether anything is left: 0 for nothing. */
    private int fade(int from, int to) {
        int seen = 0;
        for (int at = from; at < to; at++) {
            int colour = pixels[at];
            int even = (((colour & 0x00FF00FF) * LEFT_OF_256) >>> 8) & 0x00FF00FF;
            int odd = (((colour >>> 8) & 0x00FF00FF) * LEFT_OF_256) & 0xFF00FF00;
            pixels[at] = even | odd;
            seen |= even | odd;
        }
        return seen;
    }

    /**
     * Lays a square sprite over the picture, its top left corner there; what hangs over the edge is cut off.
     *
     * @param spans for each row of the sprite where its ink begins and ends: two numbers a row
     */
    public void blit(int[] sprite, byte[] spans, int size, int x, int y) {
        if (x < 0 || y < 0 || x + size > width || y + size > height) {
            cut(sprite, spans, size, x, y);
            return;
        }
        for (int row = 0; row < size; row++) {
            int from = spans[2 * row];
            int to = spans[2 * row + 1];
            lay(sprite, row * size + from, row * size + to, (y + row) * width + x + from);
        }
        mark(x, y, x + size, y + size);
    }

    private void cut(int[] sprite, byte[] spans, int size, int x, int y) {
        int fromY = Math.max(0, -y);
        int toY = Math.min(size, height - y);
        if (fromY >= toY || x + size <= 0 || x >= width) {
            return;
        }
        for (int row = fromY; row < toY; row++) {
            int from = Math.max(spans[2 * row], -x);
            int to = Math.min(spans[2 * row + 1], width - x);
            lay(sprite, row * size + from, row * size + to, (y + row) * width + x + from);
        }
        mark(Math.max(0, x), y + fromY, Math.min(width, x + size), y + toY);
    }

    /** Source over destination, without a branch: whether a pixel is solid, half or clear cannot be foretold. */
    private void lay(int[] sprite, int from, int to, int at) {
        int target = at;
        for (int source = from; source < to; source++, target++) {
            int colour = sprite[source];
            int alpha = colour >>> 24;
            int rest = 256 - alpha - (alpha >> 7);
            int under = pixels[target];
            int even = (((under & 0x00FF00FF) * rest) >>> 8) & 0x00FF00FF;
            int odd = (((under >>> 8) & 0x00FF00FF) * rest) & 0xFF00FF00;
            pixels[target] = colour + (even | odd);
        }
    }

    private void mark(int fromX, int fromY, int toX, int toY) {
        int lastBand = (toY - 1) >> BAND_BITS;
        for (int band = fromY >> BAND_BITS; band <= lastBand; band++) {
            left[band] = Math.min(left[band], fromX);
            right[band] = Math.max(right[band], toX);
        }
        soil(fromX, fromY, toX, toY);
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

    /** Whether anything is in the picture. */
    public boolean isInked() {
        for (int band = 0; band < left.length; band++) {
            if (left[band] < right[band]) {
                return true;
            }
        }
        return false;
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
