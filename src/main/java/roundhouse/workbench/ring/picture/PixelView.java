package roundhouse.workbench.ring.picture;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Shows a picture of pixels as it is, one of its pixels to one of the screen. */
final class PixelView extends ImageView {
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Pixels shown;

    PixelView() {
        setManaged(false);
        setSmooth(false);
        setMouseTransparent(true);
    }

    /** @param scale pixels of the screen for each of the layout */
    void show(Pixels pixels, double scale) {
        if (!pixels.equals(shown)) {
            shown = pixels;
            buffer = new PixelBuffer<>(
                    pixels.width(),
                    pixels.height(),
                    IntBuffer.wrap(pixels.argb()),
                    PixelFormat.getIntArgbPreInstance());
            setImage(new WritableImage(buffer));
            setFitWidth(pixels.width() / scale);
            setFitHeight(pixels.height() / scale);
        }
        changed();
    }

    /** The picture's pixels are others now. */
    void changed() {
        PixelBuffer<IntBuffer> target = buffer;
        if (target != null) {
            target.updateBuffer(_ -> null);
        }
    }
}
