package roundhouse.workbench.ring.picture;

import java.util.Arrays;

/**
 * A picture as an array of pixels, alpha first and premultiplied as the screen has them, and the few shapes that a ring is made of.
 * In software rendering this is some twenty times as fast as a canvas.
 */
final class Pixels {
    private final int width;
    private final int height;
    private final int[] argb;

    Pixels(int width, int height) {
        this.width = width;
        this.height = height;
        argb = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] argb() {
        return argb;
    }

    void clear() {
        Arrays.fill(argb, 0);
    }

    /** Puts a colour over what is there, as much of it as {@code cover} says, 0 to 255. */
    void blend(int at, int colour, int cover) {
        if (cover == 255 && colour >>> 24 == 255) {
            argb[at] = colour;
            return;
        }
        int under = argb[at];
        int alpha = (colour >>> 24) * cover / 255;
        int rest = 255 - alpha;
        int a = alpha + (under >>> 24) * rest / 255;
        int r = ((colour >> 16 & 255) * cover + (under >> 16 & 255) * rest) / 255;
        int g = ((colour >> 8 & 255) * cover + (under >> 8 & 255) * rest) / 255;
        int b = ((colour & 255) * cover + (under & 255) * rest) / 255;
        argb[at] = a << 24 | r << 16 | g << 8 | b;
    }

    /** An opaque square of whole pixels, the first of which is given; all of it is within the picture. */
    void square(int first, int side, int colour) {
        for (int row = 0, line = first; row < side; row++, line += width) {
            for (int at = line; at < line + side; at++) {
                argb[at] = colour;
            }
        }
    }

    /** Puts a colour over a square as much as its mask says, 0 to 255 a pixel; all of it is within the picture. */
    void stamp(int first, int[] mask, int side, int colour) {
        for (int row = 0, i = 0; row < side; row++) {
            int line = first + row * width;
            for (int column = 0; column < side; column++, i++) {
                if (mask[i] > 0) {
                    blend(line + column, colour, mask[i]);
                }
            }
        }
    }

    void disc(double x, double y, double radius, int colour) {
        annulus(x, y, -1, radius, colour);
    }

    /** What is between two radii; a disc when the inner one is negative. */
    void annulus(double x, double y, double inner, double outer, int colour) {
        int left = Math.max(0, (int) Math.floor(x - outer - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + outer + 1));
        int top = Math.max(0, (int) Math.floor(y - outer - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + outer + 1));
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - y;
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double distance = Math.sqrt(dx * dx + dy * dy);
                double cover = Math.clamp(outer + 0.5 - distance, 0, 1);
                if (inner >= 0) {
                    cover *= Math.clamp(distance - inner + 0.5, 0, 1);
                }
                if (cover > 0) {
                    blend(row * width + column, colour, (int) (cover * 255));
                }
            }
        }
    }

    /** A straight line of that width with {@code cover} from 0 to 255. */
    void line(double x0, double y0, double x1, double y1, double thickness, int colour, int cover) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (length < 0.5) {
            return;
        }
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double half = thickness / 2;
        boolean flat = Math.abs(ux) >= Math.abs(uy);
        int from = (int) Math.floor(flat ? Math.min(x0, x1) : Math.min(y0, y1));
        int to = (int) Math.ceil(flat ? Math.max(x0, x1) : Math.max(y0, y1));
        double slope = flat ? uy / ux : ux / uy;
        double reach = half / Math.abs(flat ? ux : uy) + 1;
        for (int along = from; along <= to; along++) {
            double middle = flat ? y0 + (along + 0.5 - x0) * slope : x0 + (along + 0.5 - y0) * slope;
            for (int across = (int) Math.floor(middle - reach); across <= middle + reach; across++) {
                int x = flat ? along : across;
                int y = flat ? across : along;
                if (x >= 0 && x < width && y >= 0 && y < height) {
                    double dx = x + 0.5 - x0;
                    double dy = y + 0.5 - y0;
                    double along01 = dx * ux + dy * uy;
                    double off = Math.abs(dx * uy - dy * ux);
                    double part = Math.clamp(half + 0.5 - off, 0, 1)
                            * Math.clamp(along01 + 0.5, 0, 1)
                            * Math.clamp(length - along01 + 0.5, 0, 1);
                    if (part > 0) {
                        blend(y * width + x, colour, (int) (part * cover));
                    }
                }
            }
        }
    }
}
