package roundhouse.workbench.playback.charts.scale;

import java.util.Arrays;

/**
 * Which values of a line are drawn where there are more of them than pixels: of each column of pixels the first, the least, the most and the
 * last, which paint the same pixels as all of them would (M4: Jugel et al., VLDB 2014). No spike is lost.
 */
public final class Thinning {
    private Thinning() {}

    /**
     * The places of the values to be drawn, ascending.
     *
     * @param values without any that is not a number from {@code from} to {@code until}
     * @param perColumn how many values a column of pixels has; all values are drawn where that is less than 4
     */
    public static int[] of(double[] values, int from, int until, double perColumn) {
        if (perColumn < 4) {
            int[] all = new int[Math.max(0, until - from)];
            Arrays.setAll(all, i -> from + i);
            return all;
        }
        int[] kept = new int[4 * (int) ((until - from) / perColumn + 2)];
        int count = 0;
        int first = from;
        while (first < until) {
            long column = column(first, from, perColumn);
            int least = first;
            int most = first;
            int last = first;
            while (last + 1 < until && column(last + 1, from, perColumn) == column) {
                last++;
                least = values[last] < values[least] ? last : least;
                most = values[last] > values[most] ? last : most;
            }
            for (int place : new int[] {first, Math.min(least, most), Math.max(least, most), last}) {
                if (count == 0 || kept[count - 1] < place) {
                    kept[count++] = place;
                }
            }
            first = last + 1;
        }
        return Arrays.copyOf(kept, count);
    }

    private static long column(int place, int from, double perColumn) {
        return (long) ((place - from) / perColumn);
    }
}
