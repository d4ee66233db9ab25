package roundhouse.workbench.playback.charts.latency;

import java.util.Arrays;
import java.util.List;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.playback.charts.scale.TimeView;

/**
 * How many requests that ended well took how long, over time: cells of equal stretches of time and classes of latency.
 *
 * @param columnNanos how long a column is, simulated nanoseconds; the first begins at 0
 * @param first the first column that is in sight
 * @param cells per column in sight, the counts by row
 * @param fromRow the first row that has any
 * @param untilRow the one behind the last
 * @param most the largest count of a cell
 */
record LatencyHeat(long columnNanos, int first, long[][] cells, int fromRow, int untilRow, long most) {
    static final LatencyRows ROWS = new LatencyRows(4);

    /** Of what is in sight, at most so many columns of it: of more spans each column has several, and none of their requests is lost. */
    static LatencyHeat of(RunHistory history, TimeView view, int columns) {
        int[][] latencies = history.latencies();
        long spanNanos = history.spanNanos();
        long spans = Math.ceilDiv(view.lengthNanos(), spanNanos);
        int perColumn = (int) Math.max(1, Math.ceilDiv(spans, Math.max(1, columns)));
        long columnNanos = perColumn * spanNanos;
        int first = (int) (view.fromNanos() / columnNanos);
        int end =
                (int) Math.min(Math.ceilDiv(latencies.length, perColumn), Math.ceilDiv(view.untilNanos(), columnNanos));
        long[][] cells = new long[Math.max(0, end - first)][];
        int fromRow = ROWS.count();
        int untilRow = 0;
        long most = 0;
        for (int i = 0; i < cells.length; i++) {
            int from = (first + i) * perColumn;
            cells[i] = ROWS.add(Arrays.asList(latencies).subList(from, Math.min(latencies.length, from + perColumn)));
            for (int row = 0; row < cells[i].length; row++) {
                if (cells[i][row] > 0) {
                    fromRow = Math.min(fromRow, row);
                    untilRow = Math.max(untilRow, row + 1);
                    most = Math.max(most, cells[i][row]);
                }
            }
        }
        return most == 0
                ? new LatencyHeat(columnNanos, first, cells, 0, 0, 0)
                : new LatencyHeat(columnNanos, first, cells, fromRow, untilRow, most);
    }

    boolean isEmpty() {
        return most == 0;
    }

    /** The column of a time; -1 where nothing is known. */
    int column(long timeNanos) {
        long column = timeNanos / columnNanos - first;
        return column < 0 || column >= cells.length ? -1 : (int) column;
    }

    long count(int column, int row) {
        return cells[column][row];
    }

    long total(int column) {
        return Arrays.stream(cells[column]).sum();
    }

    /** Requests of a column that took less than that row. */
    long below(int column, int row) {
        return Arrays.stream(cells[column], 0, row).sum();
    }

    /** Where a latency is, 0 at the bottom of the first row and 1 at the top of the last. */
    double place(long nanos) {
        double least = (double) Math.max(1, ROWS.leastNanos(fromRow));
        double most = (double) ROWS.leastNanos(untilRow);
        return Math.log((double) Math.max(1, nanos) / least) / Math.log(most / least);
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

    /** How strong a cell of that count is painted, 0 for none to 1, by the logarithm. */
    double strength(long count) {
        return count == 0 ? 0 : 0.2 + 0.8 * (most == 1 ? 1 : Math.log((double) count) / Math.log((double) most));
    }

    /** What the history has of latencies in a stretch, by bucket. */
    static List<int[]> counts(RunHistory history, long fromNanos, long untilNanos) {
        int length = history.latencies().length;
        int from = Math.clamp(fromNanos / history.spanNanos(), 0, length);
        int until = Math.clamp(Math.ceilDiv(untilNanos, history.spanNanos()), from, length);
        return Arrays.asList(history.latencies()).subList(from, until);
    }
}
