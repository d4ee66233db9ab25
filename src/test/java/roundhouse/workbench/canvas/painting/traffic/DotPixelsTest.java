package roundhouse.workbench.canvas.painting.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DotPixelsTest {
    private static final int OPAQUE = 0xFF336699;

    private static int[] square(int size, int colour) {
        int[] sprite = new int[size * size];
        Arrays.fill(sprite, colour);
        return sprite;
    }

    private static void blit(DotPixels pixels, int[] sprite, int size, int x, int y) {
        pixels.blit(DotPixels.packed(sprite, size), size, x, y);
    }

    @Test
    void copiesASpriteAndReportsWhere() {
        DotPixels pixels = new DotPixels(40, 30);
        blit(pixels, square(3, OPAQUE), 3, 10, 12);
        assertThat(pixels.pixels()[12 * 40 + 10]).isEqualTo(OPAQUE);
        assertThat(pixels.pixels()[14 * 40 + 12]).isEqualTo(OPAQUE);
        assertThat(pixels.pixels()[15 * 40 + 12]).isZero();
        assertThat(pixels.pixels()[12 * 40 + 13]).isZero();
        assertThat(new int[] {pixels.dirtyX(), pixels.dirtyY(), pixels.dirtyWidth(), pixels.dirtyHeight()})
                .containsExactly(10, 12, 3, 3);
    }

    @Test
    void theNextPictureBeginsEmptyWhereverTheLastOneWasWritten() {
        DotPixels pixels = new DotPixels(97, 61);
        Random random = new Random(3);
        int[] sprite = square(9, OPAQUE);
        for (int picture = 0; picture < 50; picture++) {
            for (int i = 0; i < 40; i++) {
                blit(pixels, sprite, 9, random.nextInt(-12, 100), random.nextInt(-12, 70));
            }
            pixels.begin();
            assertThat(Arrays.stream(pixels.pixels()).allMatch(pixel -> pixel == 0))
                    .isTrue();
        }
    }

    @Test
    void aClearedPictureStillReportsWhatHasToVanish() {
        DotPixels pixels = new DotPixels(40, 30);
        blit(pixels, square(3, OPAQUE), 3, 10, 12);
        pixels.begin();
        assertThat(pixels.isDirty()).isTrue();
        assertThat(pixels.dirtyX()).isLessThanOrEqualTo(10);
        assertThat(pixels.dirtyX() + pixels.dirtyWidth()).isGreaterThanOrEqualTo(13);
        pixels.begin();
        assertThat(pixels.isDirty()).isFalse();
    }

    /** The trail of a dot: an eighth less with each picture, and nothing in the end, also to be cleared. */
    @Test
    void whatIsFadedGetsPalerUntilItIsGone() {
        DotPixels pixels = new DotPixels(40, 30);
        blit(pixels, square(3, 0xFF806040), 3, 10, 12);
        pixels.fade();
        assertThat(pixels.pixels()[12 * 40 + 10]).isEqualTo(0xDF705438);
        assertThat(new int[] {pixels.dirtyX(), pixels.dirtyWidth()}).containsExactly(10, 3);
        for (int picture = 0; picture < 40; picture++) {
            pixels.fade();
        }
        assertThat(Arrays.stream(pixels.pixels()).allMatch(pixel -> pixel == 0)).isTrue();
        pixels.fade();
        assertThat(pixels.isDirty()).isFalse();
    }

    @Test
    void cutsOffWhatHangsOverTheEdge() {
        DotPixels pixels = new DotPixels(10, 10);
        blit(pixels, square(5, OPAQUE), 5, -3, -3);
        blit(pixels, square(5, OPAQUE), 5, 8, 8);
        blit(pixels, square(5, OPAQUE), 5, 40, 2);
        blit(pixels, square(5, OPAQUE), 5, -5, 2);
        assertThat(Arrays.stream(pixels.pixels()).filter(pixel -> pixel != 0).count())
                .isEqualTo(8);
    }

    @Test
    void laysHalfTransparentColourOverWhatIsThere() {
        DotPixels pixels = new DotPixels(4, 4);
        blit(pixels, square(1, 0xFFFFFFFF), 1, 1, 1);
        blit(pixels, square(1, 0x80800000), 1, 1, 1);
        assertThat(pixels.pixels()[5]).isEqualTo(0xFEFE7E7E);
    }

    @Test
    void neverOverflowsAChannel() {
        DotPixels pixels = new DotPixels(1, 1);
        for (int alpha = 1; alpha < 255; alpha++) {
            blit(pixels, square(1, 0xFFFFFFFF), 1, 0, 0);
            blit(pixels, square(1, alpha * 0x01010101), 1, 0, 0);
            for (int shift = 0; shift < 32; shift += 8) {
                assertThat(pixels.pixels()[0] >>> shift & 0xFF)
                        .as("white over white at %d/255", alpha)
                        .isGreaterThanOrEqualTo(254);
            }
        }
    }
}
