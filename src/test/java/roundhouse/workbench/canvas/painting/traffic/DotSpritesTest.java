package roundhouse.workbench.canvas.painting.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.observing.HopKind;

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
    void shapeTellsWhatItIsAbout() {
        sprites.draw(pixels, 20, 20, 0, DotSprites.TRIANGLE, 0);
        assertThat(pixel(20, 20)).isEqualTo(RED);
        assertThat(pixel(16, 16)).isNotEqualTo(RED);
        assertThat(pixel(17, 23)).isEqualTo(RED);
        pixels.begin();
        sprites.draw(pixels, 20, 20, 0, DotSprites.BARS, 0);
        assertThat(pixel(20, 20)).isNotEqualTo(RED);
        assertThat(pixel(20, 16)).isEqualTo(RED);
        assertThat(pixel(20, 23)).isEqualTo(RED);
        pixels.begin();
        sprites.draw(pixels, 20, 20, 0, DotSprites.HOLLOW_DIAMOND, 0);
        assertThat(pixel(20, 20)).isNotEqualTo(RED);
        assertThat(pixel(25, 20)).isEqualTo(RED);
        assertThat(pixel(24, 24)).isNotEqualTo(RED);
    }

    /** What came of it matters more, and checks and heartbeats are as ever. */
    @Test
    void eachKindAndErrandHasItsShape() {
        assertThat(TrafficLayer.shape(HopKind.REQUEST, Errand.READ)).isEqualTo(DotSprites.DISC);
        assertThat(TrafficLayer.shape(HopKind.REQUEST, Errand.WRITE)).isEqualTo(DotSprites.TRIANGLE);
        assertThat(TrafficLayer.shape(HopKind.REPLY, Errand.WRITE)).isEqualTo(DotSprites.TRIANGLE);
        assertThat(TrafficLayer.shape(HopKind.REQUEST, Errand.FLUSH)).isEqualTo(DotSprites.BARS);
        assertThat(TrafficLayer.shape(HopKind.MESSAGE, Errand.INVALIDATION)).isEqualTo(DotSprites.HOLLOW_DIAMOND);
        assertThat(TrafficLayer.shape(HopKind.LOST_MESSAGE, Errand.INVALIDATION))
                .isEqualTo(DotSprites.CROSS);
        assertThat(TrafficLayer.shape(HopKind.BAD_REPLY, Errand.WRITE)).isEqualTo(DotSprites.CROSS);
        assertThat(TrafficLayer.shape(HopKind.TURNED_AWAY, Errand.ATTACK)).isEqualTo(DotSprites.NO_ENTRY);
        assertThat(TrafficLayer.shape(HopKind.TURNED_AWAY, Errand.READ)).isEqualTo(DotSprites.NO_ENTRY);
        assertThat(TrafficLayer.shape(HopKind.REQUEST, Errand.ATTACK)).isEqualTo(DotSprites.STAR);
        assertThat(TrafficLayer.shape(HopKind.REPLY, Errand.ATTACK)).isEqualTo(DotSprites.STAR);
        assertThat(TrafficLayer.shape(HopKind.ABANDONED, Errand.WRITE)).isEqualTo(DotSprites.RING);
        assertThat(TrafficLayer.shape(HopKind.CHECK, Errand.READ)).isEqualTo(DotSprites.SQUARE);
        assertThat(TrafficLayer.shape(HopKind.HEARTBEAT, Errand.READ)).isEqualTo(DotSprites.DIAMOND);
        assertThat(TrafficLayer.shape(HopKind.LOOKUP, Errand.READ)).isEqualTo(DotSprites.HOLLOW_SQUARE);
        assertThat(TrafficLayer.shape(HopKind.LOOKUP_REPLY, Errand.READ)).isEqualTo(DotSprites.HOLLOW_SQUARE);
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
