package roundhouse.workbench.playback.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    /** A thousand random lines, with spikes up and down anywhere, on plots of any width. */
    @Test
    void ofEveryColumnOfPixelsTheLeastAndTheMostAreKept() {
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 1_000; round++) {
            int length = 1 + random.nextInt(700);
            double[] values = random.doubles(length, 0, 10).toArray();
            values[random.nextInt(length)] = 1_000;
            values[random.nextInt(length)] = -1_000;
            int from = random.nextInt(length);
            int until = from + 1 + random.nextInt(length - from);
            double perColumn = random.nextDouble(0.2, 60);
            int[] kept = Thinning.of(values, from, until, perColumn);
            assertThat(kept).isSorted().doesNotHaveDuplicates();
            assertThat(kept[0]).isEqualTo(from);
            assertThat(kept[kept.length - 1]).isEqualTo(until - 1);
            assertThat(kept.length)
                    .isLessThanOrEqualTo(perColumn < 4 ? until - from : 4 * columns(until - from, perColumn));
            for (int column = 0; column < columns(until - from, perColumn); column++) {
                int first = from + (int) Math.ceil(column * perColumn);
                int end = Math.min(until, from + (int) Math.ceil((column + 1) * perColumn));
                if (first < end) {
                    assertThat(most(values, IntStream.of(kept).filter(i -> i >= first && i < end)))
                            .isEqualTo(most(values, IntStream.range(first, end)));
                    assertThat(least(values, IntStream.of(kept).filter(i -> i >= first && i < end)))
                            .isEqualTo(least(values, IntStream.range(first, end)));
                }
            }
        }
    }

    private static int columns(int count, double perColumn) {
        return (int) (count / perColumn) + 1;
    }

    private static double most(double[] values, IntStream places) {
        return places.mapToDouble(i -> values[i]).max().orElseThrow();
    }

    private static double least(double[] values, IntStream places) {
        return places.mapToDouble(i -> values[i]).min().orElseThrow();
    }

    @Test
    void aLineThatHasRoomKeepsEachValue() {
        assertThat(Thinning.of(new double[9], 2, 7, 1)).containsExactly(2, 3, 4, 5, 6);
        assertThat(Thinning.of(new double[9], 4, 4, 1)).isEmpty();
        double[] level = new double[100];
        Arrays.fill(level, 3);
        assertThat(Thinning.of(level, 0, 100, 50))
                .as("a level line needs its ends")
                .containsExactly(0, 49, 50, 99);
    }
}
