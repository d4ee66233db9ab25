package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.DataSeries;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.Samples;

class DataChartsTest {
    private static RunHistory history(DataHistory data) {
        long[] none = new long[2];
        double[] nothing = new double[2];
        return new RunHistory(100_000_000, nothing, nothing, nothing, none, none, none, List.of(), new int[0][], data);
    }

    private static final RunHistory SOME = history(new DataHistory(
            List.of("cache", "s2", "cdn"),
            new double[][] {{0.5, 0.75}, {0.25, Double.NaN}, {1, 0}},
            new double[] {Double.NaN, 0.125},
            new long[] {0, 1_200},
            grown(),
            List.of(),
            List.of(),
            new double[0][]));

    /** Ten reads more than writes in each span of a tenth of a second, and nothing else. */
    private static long[][] grown() {
        long[][] grown = new long[DataSeries.values().length][2];
        grown[DataSeries.DATABASE_READS.ordinal()] = new long[] {12, 20};
        grown[DataSeries.DATABASE_WRITES.ordinal()] = new long[] {2, 10};
        return grown;
    }

    @Test
    void eachCacheHasALineAndNoOtherOnesColour() {
        KnownNodes known = KnownNodes.of(Samples.servers());
        ChartModel chart = DataCharts.hitRatios(SOME, known);
        assertThat(chart.reading(0)).isEqualTo("50.0 · 25.0 · 100.0 %");
        assertThat(chart.newest()).as("nobody asked the server").isEqualTo("75.0 · – · 0 %");
        assertThat(chart.max()).isEqualTo(100);
        int servers = known.orders().size();
        assertThat(chart.series())
                .extracting(ChartModel.Series::server)
                .containsExactly(servers, known.order("s2"), servers + 1);
    }

    @Test
    void staleReadsArePartOfThoseOfTheSpan() {
        ChartModel chart = DataCharts.stale(SOME);
        assertThat(chart.reading(0)).isEqualTo("– %");
        assertThat(chart.newest()).isEqualTo("12.5 %");
        assertThat(chart.max()).isEqualTo(15);
    }

    @Test
    void dirtyEntriesAreCounted() {
        assertThat(DataCharts.dirty(SOME).newest()).isEqualTo("1\u202f200 entries");
        assertThat(DataCharts.wasDirty(SOME)).isTrue();
    }

    @Test
    void whatDatabasesDoIsToldBySecond() {
        assertThat(DataCharts.databases(SOME).reading(0)).isEqualTo("120 · 20 /s");
        assertThat(DataCharts.databases(SOME).newest()).isEqualTo("200 · 100 /s");
        assertThat(DataCharts.wereGone(SOME)).isFalse();
    }

    @Test
    void withoutDataThereIsNothing() {
        assertThat(RunHistory.EMPTY.data().isOn()).isFalse();
        assertThat(DataCharts.wasDirty(RunHistory.EMPTY)).isFalse();
        assertThat(DataCharts.hitRatios(RunHistory.EMPTY, KnownNodes.of(Samples.servers()))
                        .newest())
                .isEqualTo("–");
    }
}
