package roundhouse.workbench.canvas.painting.traffic;

import java.util.Arrays;

/**
 * A transparent picture into which small sprites are copied: premultiplied ARGB, in the screen's own pixels. Keeps account of
 * what was written, by bands of rows, so that only that has to be cleared before the next picture and only that has to reach the
 * screen.
 */
public final class DotPixels {
    private static final int BAND_BITS = 4;
    private static final int PLACE_BITS = 8;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
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
     * What there is to lay of a square sprite: for each pixel that is not clear its place, row * 256 + column, and its colour. One loop over
     * these takes less time than one over columns in one over rows: how long each row is cannot be foretold.
     *
     * @param sprite row by row
     */
    public static int[] packed(int[] sprite, int size) {
        int[] packed = new int[2 * sprite.length];
        int length = 0;
        for (int at = 0; at < sprite.length; at++) {
            if (sprite[at] != 0) {
                packed[length++] = (at / size) << PLACE_BITS | at % size;
                packed[length++] = sprite[at];
            }
        }
        return Arrays.copyOf(packed, length);
    }

    /**
     * Lays a square sprite over the picture, its top left corner there; what hangs over the edge is cut off.
     *
     * @param packed the sprite, as {@link #packed} has it
     */
    public void blit(int[] packed, int size, int x, int y) {
        if (x < 0 || y < 0 || x + size > width || y + size > height) {
            cut(packed, size, x, y);
            return;
        }
        int corner = y * width + x;
        for (int i = 0; i < packed.length; i += 2) {
            int place = packed[i];
            lay(packed[i + 1], corner + (place >> PLACE_BITS) * width + (place & PLACE_MASK));
        }
        mark(x, y, x + size, y + size);
    }

    private void cut(int[] packed, int size, int x, int y) {
        if (x + size <= 0 || y + size <= 0 || x >= width || y >= height) {
            return;
        }
        for (int i = 0; i < packed.length; i += 2) {
            int column = x + (packed[i] & PLACE_MASK);
            int row = y + (packed[i] >> PLACE_BITS);
            if (column >= 0 && row >= 0 && column < width && row < height) {
                lay(packed[i + 1], row * width + column);
            }
        }
        mark(Math.max(0, x), Math.max(0, y), Math.min(width, x + size), Math.min(height, y + size));
    }

    /** Source over destination, without a branch: whether a pixel is solid, half or clear cannot be foretold. */
    private void lay(int colour, int at) {
        int alpha = colour >>> 24;
        int rest = 256 - alpha - (alpha >> 7);
        int under = pixels[at];
        int even = (((under & 0x00FF00FF) * rest) >>> 8) & 0x00FF00FF;
        int odd = (((under >>> 8) & 0x00FF00FF) * rest) & 0xFF00FF00;
        pixels[at] = colour + (even | odd);
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
