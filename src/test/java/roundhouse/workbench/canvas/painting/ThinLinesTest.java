package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinLinesTest {
    private static final int SIZE = 41;

    private final ThinLines lines = new ThinLines(SIZE, SIZE);

    /** Ink of the whole picture, in solid pixels. */
    private double ink() {
        int[] pixels = new int[SIZE * SIZE];
        lines.finish(pixels, Color.BLACK);
        return IntStream.of(pixels).map(pixel -> pixel >>> 24).sum() / 255.0;
    }

    @ParameterizedTest
    @CsvSource({"5, 20, 35, 20", "20, 5, 20, 35", "5, 5, 35, 35", "35, 8, 5, 30", "8, 35, 20, 5"})
    void aLineHasTheInkOfItsLengthAndThickness(double x1, double y1, double x2, double y2) {
        lines.line(x1, y1, x2, y2, 1.5);
        double area = Math.hypot(x2 - x1, y2 - y1) * 1.5;
        assertThat(ink()).isBetween(area * 0.94, area * 1.06);
    }

    @Test
    void aLineIsCutAtTheEdges() {
        lines.line(-1000, 20.5, 1000, 20.5, 1);
        assertThat(ink()).isEqualTo(SIZE);
        lines.line(-500, -900, -20, -30, 3);
        assertThat(ink()).isZero();
    }

    @Test
    void linesOverEachOtherAreNoDarker() {
        lines.line(0, 10.5, SIZE, 10.5, 1);
        lines.line(0, 10.5, SIZE, 10.5, 1);
        assertThat(ink()).isEqualTo(SIZE);
    }

    @Test
    void aPictureHasTheLinesSinceTheLastOneOnly() {
        lines.line(0, SIZE - 0.5, SIZE, SIZE - 0.5, 1);
        assertThat(ink()).isEqualTo(SIZE);
        assertThat(ink()).isZero();
    }

    @Test
    void aPixelHasTheColourByItsPart() {
        int[] pixels = new int[SIZE * SIZE];
        lines.line(0, 10.5, SIZE, 10.5, 1);
        lines.line(0, 20.5, SIZE, 20.5, 0.5);
        lines.finish(pixels, Color.RED);
        assertThat(pixels[10 * SIZE + 5]).isEqualTo(0xffff0000);
        assertThat(pixels[20 * SIZE + 5]).isEqualTo(0x7f7f0000);
    }
}
