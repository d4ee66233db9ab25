package roundhouse.workbench.playback.charts.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import roundhouse.metrics.DurationBuckets;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.Trends;
import roundhouse.workbench.playback.charts.scale.TimeView;

class LatencyHeatTest {
    private static final long TENTH = 100_000_000;
    private static final long MS = 1_000_000;

    /** Spans of a tenth of a second, of the latencies of each in milliseconds. */
    static RunHistory history(List<List<Long>> millis) {
        int[][] latencies = millis.stream()
                .map(span -> {
                    int[] counts = new int[DurationBuckets.COUNT];
                    span.forEach(each -> counts[DurationBuckets.of(each * MS)]++);
                    return counts;
                })
                .toArray(int[][]::new);
        double[] nothing = new double[latencies.length];
        long[] none = new long[latencies.length];
        return new RunHistory(
                TENTH,
                nothing,
                nothing,
                nothing,
                none,
                none,
                none,
                List.of(),
                new int[0][],
                DataHistory.NONE,
                new double[0],
                List.of(),
                latencies,
                Trends.NONE);
    }

    private static LatencyHeat of(RunHistory history, int columns) {
        return LatencyHeat.of(history, TimeView.whole(history.spanNanos() * history.latencies().length), columns);
    }

    @Test
    void aCellHasTheRequestsOfItsTimeAndItsClass() {
        LatencyHeat heat = of(history(List.of(List.of(10L, 10L, 100L), List.of(), List.of(20L))), 100);
        assertThat(heat.columnNanos()).isEqualTo(TENTH);
        assertThat(heat.most()).isEqualTo(2);
        int ten = LatencyHeat.ROWS.of(DurationBuckets.of(10 * MS));
        assertThat(heat.count(0, ten)).isEqualTo(2);
        assertThat(heat.total(0)).isEqualTo(3);
        assertThat(heat.total(1)).isZero();
        assertThat(heat.below(0, LatencyHeat.ROWS.of(DurationBuckets.of(100 * MS))))
                .isEqualTo(2);
        assertThat(heat.column(TENTH - 1)).isZero();
        assertThat(heat.column(2 * TENTH)).isEqualTo(2);
        assertThat(heat.column(3 * TENTH)).as("not known").isEqualTo(-1);
    }

    @Test
    void aRowIsHalfADoublingAndTheScaleIsLogarithmic() {
        LatencyHeat heat = of(history(List.of(List.of(1L, 1_000L))), 10);
        for (int row = heat.fromRow() + 2; row < heat.untilRow(); row++) {
            assertThat((double) LatencyHeat.ROWS.leastNanos(row)).isEqualTo(2.0 * LatencyHeat.ROWS.leastNanos(row - 2));
        }
        assertThat(heat.place(LatencyHeat.ROWS.leastNanos(heat.fromRow()))).isZero();
        assertThat(heat.place(LatencyHeat.ROWS.leastNanos(heat.untilRow()))).isEqualTo(1);
        double step = heat.place(20 * MS) - heat.place(10 * MS);
        assertThat(heat.place(400 * MS) - heat.place(200 * MS)).isCloseTo(step, Offset.offset(1e-9));
        for (long millis : new long[] {1, 7, 90, 1_000}) {
            assertThat(heat.row(heat.place(millis * MS)))
                    .isEqualTo(LatencyHeat.ROWS.of(DurationBuckets.of(millis * MS)));
        }
    }

    @Test
    void fewerColumnsThanSpansLoseNoRequest() {
        SplittableRandom random = new SplittableRandom(3);
        List<List<Long>> spans = random.ints(500, 0, 4)
                .mapToObj(count -> random.longs(count, 1, 3_000).boxed().toList())
                .toList();
        RunHistory history = history(spans);
        long all = spans.stream().mapToLong(List::size).sum();
        for (int columns : new int[] {1, 7, 60, 499, 5_000}) {
            LatencyHeat heat = of(history, columns);
            assertThat(heat.cells().length).isLessThanOrEqualTo(Math.min(columns, 500));
            long sum = Arrays.stream(heat.cells()).flatMapToLong(Arrays::stream).sum();
            assertThat(sum).isEqualTo(all);
        }
    }

    @Test
    void columnsStayWhereTheyAreWhileTheViewMoves() {
        RunHistory history = history(Collections.nCopies(100, List.of(5L)));
        TimeView part = new TimeView(3 * TENTH, 43 * TENTH, 100 * TENTH);
        LatencyHeat heat = LatencyHeat.of(history, part, 10);
        assertThat(heat.columnNanos()).isEqualTo(4 * TENTH);
        assertThat(heat.first() * heat.columnNanos())
                .as("it begins before what is in sight")
                .isZero();
        assertThat(heat.total(0)).isEqualTo(4);
    }

    @Test
    void oneRequestIsSeenBesideAMillion() {
        LatencyHeat heat = new LatencyHeat(1, 0, new long[][] {{1_000_000, 1}}, 0, 2, 1_000_000);
        assertThat(heat.strength(0)).isZero();
        assertThat(heat.strength(1)).isEqualTo(0.2);
        assertThat(heat.strength(1_000)).isCloseTo(0.6, Offset.offset(1e-9));
        assertThat(heat.strength(1_000_000)).isEqualTo(1);
        assertThat(HeatLegend.counts(1_000_000)).containsExactly(1L, 100L, 10_000L, 1_000_000L);
        assertThat(HeatLegend.counts(1)).containsExactly(1L);
    }

    @Test
    void anEmptyHistoryHasNoCells() {
        assertThat(of(history(List.of()), 100).isEmpty()).isTrue();
        assertThat(of(history(List.of(List.of())), 100).isEmpty()).isTrue();
    }
}
