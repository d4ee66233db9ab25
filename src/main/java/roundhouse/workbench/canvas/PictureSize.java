package roundhouse.workbench.canvas;

/**
 * How large a picture is, and in which colours.
 *
 * @param width in canvas pixels, as is the height
 * @param scale picture pixels per canvas pixel
 */
public record PictureSize(int width, int height, double scale, boolean dark) {
    int pixelsWide() {
        return (int) Math.round(width * scale);
    }

    int pixelsHigh() {
        return (int) Math.round(height * scale);
    }
}
