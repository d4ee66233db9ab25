package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DotSpritesTest {
    private static final int RED = 0xFFFF0000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int SIZE = 40;

    private final DotPixels pixels = new DotPixels(SIZE, SIZE);
    private final DotSprites sprites = new DotSprites(6, new int[] {RED, RED}, new boolean[] {false, true}, WHITE, 1.5);

    private int pixel(int x, int y) {
        return pixels.pixels()[y * SIZE + x];
    }

    @Test
    void aDiscIsCentredWhereItWasAskedFor() {
        for (double x : new double[] {20, 20.25, 20.5, 20.75, 19.9}) {
            pixels.begin();
            sprites.draw(pixels, x, 20, 0, DotSprites.DISC, 0);
            double weight = 0;
            double moment = 0;
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    weight += pixel(i, j) >>> 24;
                    moment += (pixel(i, j) >>> 24) * (i + 0.5);
                }
            }
            assertThat(moment / weight).isCloseTo(x, within(0.15));
        }
    }

    @Test
    void shapeTellsWhatCameOfIt() {
        sprites.draw(pixels, 20, 20, 0, DotSprites.DISC, 0);
        assertThat(pixel(20, 20)).isEqualTo(RED);
        assertThat(pixel(24, 20)).isEqualTo(RED);
        pixels.begin();
        sprites.draw(pixels, 20, 20, 0, DotSprites.RING, 0);
        assertThat(pixel(20, 20)).isNotEqualTo(RED);
        assertThat(pixel(24, 20)).isEqualTo(RED);
        pixels.begin();
        sprites.draw(pixels, 20, 20, 0, DotSprites.CROSS, 0);
        assertThat(pixel(20, 20)).isEqualTo(RED);
        assertThat(pixel(25, 20)).isNotEqualTo(RED);
        assertThat(pixel(23, 23)).isEqualTo(RED);
    }

    @Test
    void aRepeatedColourIsPierced() {
        sprites.draw(pixels, 20, 20, 1, DotSprites.DISC, 0);
        assertThat(pixel(20, 20)).isNotEqualTo(RED);
        assertThat(pixel(23, 20)).isEqualTo(RED);
    }

    @Test
    void ageDarkens() {
        int last = 256;
        for (long age : new long[] {0, 100_000_000, 500_000_000, 2_000_000_000}) {
            pixels.begin();
            sprites.draw(pixels, 20, 20, 0, DotSprites.DISC, age);
            int red = pixel(20, 20) >> 16 & 0xFF;
            assertThat(red).isLessThan(last);
            last = red;
        }
    }

    @Test
    void everyPixelIsPremultiplied() {
        sprites.draw(pixels, 20.3, 20.6, 0, DotSprites.CROSS, 0);
        for (int pixel : pixels.pixels()) {
            int alpha = pixel >>> 24;
            assertThat(pixel >> 16 & 0xFF).isLessThanOrEqualTo(alpha);
            assertThat(pixel >> 8 & 0xFF).isLessThanOrEqualTo(alpha);
            assertThat(pixel & 0xFF).isLessThanOrEqualTo(alpha);
        }
    }
}
