package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Tag("screen")
class LinesImageTest {
    private final LinesImage image = new LinesImage();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private Image picture(int lines) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            ThinLines written = image.begin(10, 10);
            for (int i = 0; i < lines; i++) {
                written.line(0, i + 0.5, 10, i + 0.5, 1);
            }
            return image.finish(Color.RED);
        });
    }

    private static int colour(Image picture, int y) {
        return picture.getPixelReader().getArgb(5, y);
    }

    @Test
    void eachPictureBeginsEmptyAndTheLastOneStays() {
        Image two = picture(2);
        Image one = picture(1);
        assertThat(colour(two, 1)).isEqualTo(0xffff0000);
        assertThat(colour(one, 0)).isEqualTo(0xffff0000);
        assertThat(colour(one, 1)).isZero();
        Image none = picture(0);
        assertThat(none).as("the buffer of the first but one").isSameAs(two);
        assertThat(colour(none, 0)).isZero();
    }
}
