package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.DataSeries;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.StoreSeries;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.Samples;

class StoreChartsTest {
    private static final KnownNodes KNOWN = KnownNodes.of(Samples.servers());

    private static RunHistory history(StoreSeries... stores) {
        long[] none = new long[2];
        double[] nothing = new double[2];
        DataHistory data = new DataHistory(
                List.of(),
                new double[0][],
                nothing,
                none,
                new long[DataSeries.values().length][2],
                List.of(stores),
                List.of("clients-a", "clients-b"),
                new double[][] {{1, 0.25}, {Double.NaN, 0.995}});
        return new RunHistory(100_000_000, nothing, nothing, nothing, none, none, none, List.of(), new int[0][], data);
    }

    private static StoreSeries store(String id, boolean leaders, StoreFigure figure, long... values) {
        long[][] parts = new long[StoreFigure.values().length][2];
        parts[figure.ordinal()] = values;
        return new StoreSeries(
                id,
                id,
                leaders,
                parts,
                new long[parts.length][2],
                new @Nullable String[] {id + "-a", null},
                List.of(id + "-a", id + "-b"),
                new long[][] {{0, 0}, {11_000_000, 250_000_000}},
                new long[][] {{0, 0}, {1, 20}});
    }

    @Test
    void eachMemberHasALineOfItsLag() {
        ChartModel chart = StoreCharts.lag(history(store("orders", true, StoreFigure.TERM, 1, 2)), KNOWN);
        assertThat(chart.series()).extracting(ChartModel.Series::key).containsExactly("orders-a", "orders-b");
        assertThat(chart.reading(0)).isEqualTo("0 · 11.0 ms");
        assertThat(chart.newest()).isEqualTo("0 · 250 ms");
    }

    @Test
    void eachClientHasALineOfWhatWasAnswered() {
        ChartModel chart = StoreCharts.availability(history(), KNOWN);
        assertThat(chart.reading(0)).isEqualTo("100.0 · – %");
        assertThat(chart.newest()).isEqualTo("25.0 · 99.5 %");
    }

    @Test
    void whatIsRefusedIsToldBySecondAndOfSeveralStoresByTheirNames() {
        StoreSeries one = store("orders", true, StoreFigure.REFUSED_WRITES, 3, 0);
        assertThat(StoreCharts.refused(history(one), KNOWN).reading(0)).isEqualTo("0 · 30 · 0 · 0 /s");
        StoreSeries other = store("carts", false, StoreFigure.HINTS_STORED, 0, 2);
        assertThat(StoreCharts.refused(history(one, other), KNOWN).series()).hasSize(8);
        assertThat(StoreCharts.refused(history(one, other), KNOWN)
                        .series()
                        .getFirst()
                        .name())
                .isEqualTo("orders, reads refused");
        assertThat(StoreCharts.wasMended(history(one))).isFalse();
        assertThat(StoreCharts.wasMended(history(other))).isTrue();
        assertThat(Stream.of(one, other).map(store -> StoreCharts.haveLeaders(history(store))))
                .containsExactly(true, false);
    }

    /** Of a tenth of a second nobody led for 25 ms. */
    @Test
    void theTimeWithoutALeaderIsAPartOfTheSpan() {
        ChartModel chart = StoreCharts.leaderless(
                history(store("orders", true, StoreFigure.WITHOUT_LEADER, 0, 25_000_000)), KNOWN);
        assertThat(chart.newest()).isEqualTo("25.0 %");
        assertThat(StoreCharts.terms(history(store("orders", true, StoreFigure.TERM, 1, 2)), KNOWN)
                        .newest())
                .isEqualTo("2");
    }
}
