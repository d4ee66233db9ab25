package roundhouse.workbench.canvas.painting;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The picture that {@link ThinLines} are written into. Two buffers take turns: the last one may still be on its way to the screen. */
public final class LinesImage {
    private @Nullable Sheet sheet;
    private @Nullable Sheet other;
    private @Nullable ThinLines lines;

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

    /** Begins an empty picture of that size, in pixels of the screen. */
    ThinLines begin(int wide, int high) {
        Sheet free = other;
        other = sheet;
        sheet = free != null && free.fits(wide, high) ? free : Sheet.of(wide, high);
        ThinLines written = lines;
        if (written == null || !written.fits(wide, high)) {
            written = new ThinLines(wide, high);
            lines = written;
        }
        return written;
    }

    /** The picture with the lines that it has now, in that colour. */
    Image finish(Color colour) {
        Sheet written = sheet;
        ThinLines walked = lines;
        if (written == null || walked == null) {
            throw new IllegalStateException("no picture was begun");
        }
        walked.finish(written.pixels, colour);
        written.buffer.updateBuffer(_ -> null);
        return written.image;
    }
}
