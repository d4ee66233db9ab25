package roundhouse.workbench.playback.charts.latency;

import java.util.Arrays;
import java.util.List;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.texts.Texts;

/**
 * How many requests that ended well in a stretch of time took how long, whatever when.
 *
 * @param fromNanos the stretch, simulated nanoseconds
 * @param counts by row
 * @param fromRow the first row that has any
 * @param untilRow the one behind the last
 * @param percentiles nanoseconds, as {@link #PERCENTS} has them
 */
record HistogramModel(
        long fromNanos, long untilNanos, long[] counts, int fromRow, int untilRow, List<Long> percentiles) {
    static final LatencyRows ROWS = new LatencyRows(2);
    static final List<Double> PERCENTS = List.of(50.0, 95.0, 99.0, 99.9);

    static HistogramModel of(RunHistory history, long fromNanos, long untilNanos) {
        List<int[]> latencies = LatencyHeat.counts(history, fromNanos, untilNanos);
        long[] counts = ROWS.add(latencies);
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] == 0) {
            first++;
        }
        while (end > first && counts[end - 1] == 0) {
            end--;
        }
        List<Long> percentiles = PERCENTS.stream()
                .map(percent -> LatencyRows.percentileNanos(latencies, percent))
                .toList();
        return new HistogramModel(fromNanos, untilNanos, counts, first, end, percentiles);
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** The most of any row. */
    long most() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** The part of all that took less than the end of a row, 0 to 1. */
    double below(int row) {
        return (double) Arrays.stream(counts, 0, row + 1).sum() / Math.max(1, total());
    }

    /** Where a latency is, 0 at the left of the first row and 1 at the right of the last. */
    double place(long nanos) {
        double least = (double) Math.max(1, ROWS.leastNanos(fromRow));
        return Math.log((double) Math.max(1, nanos) / least) / Math.log((double) ROWS.leastNanos(untilRow) / least);
    }

    /** The row at such a place. */
    int row(double place) {
        for (int row = fromRow; row < untilRow; row++) {
            if (place < place(ROWS.leastNanos(row + 1))) {
                return row;
            }
        }
        return untilRow - 1;
    }

    /** {@code p50}, {@code p99.9}. */
    static String name(double percent) {
        return "p" + (percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent));
    }

    /** Which requests it is of, and their percentiles. */
    String text() {
        if (total() == 0) {
            return Texts.text("playback.no-request-ended-well-yet");
        }
        StringBuilder text = new StringBuilder(Texts.text(
                total() == 1 ? "playback.one-request" : "playback.so-many-requests", FigureText.count(total())));
        for (int i = 0; i < PERCENTS.size(); i++) {
            text.append('\n').append(name(PERCENTS.get(i))).append(' ');
            text.append(FigureText.duration(percentiles.get(i)));
        }
        return text.toString();
    }
}
