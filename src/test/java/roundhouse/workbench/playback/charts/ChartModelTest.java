package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.Samples;

class ChartModelTest {
    private static final long SPAN = 100_000_000;

    @Test
    void emptyHistoriesReadAsADash() {
        assertThat(ChartModel.throughput(RunHistory.EMPTY).newest()).isEqualTo("–");
        assertThat(ChartModel.latency(RunHistory.EMPTY).newest()).isEqualTo("–");
        assertThat(ChartModel.errors(RunHistory.EMPTY).newest()).isEqualTo("–");
        assertThat(ChartModel.inFlight(RunHistory.EMPTY, KnownNodes.of(Samples.servers()))
                        .newest())
                .isEqualTo("–");
    }

    @Test
    void throughputHasItsUnitAndARoundEdge() {
        ChartModel chart = ChartModel.throughput(outcomes(new double[] {900, 1187}, new double[2], new double[2]));
        assertThat(chart.newest()).isEqualTo("1\u202f187 req/s");
        assertThat(chart.reading(0)).isEqualTo("900 req/s");
        assertThat(chart.maxText()).isEqualTo("1\u202f200 req/s");
        assertThat(chart.timeNanos(1)).isEqualTo(SPAN);
    }

    @Test
    void whatALineReachesInAPartOfTheRunIsKnown() {
        ChartModel chart = ChartModel.throughput(outcomes(new double[] {9, 2, 3}, new double[3], new double[3]));
        assertThat(chart.isAbove(8, 0, 3 * SPAN)).isTrue();
        assertThat(chart.isAbove(8, SPAN, 3 * SPAN)).isFalse();
        assertThat(chart.isAbove(2.5, SPAN, 3 * SPAN)).isTrue();
        assertThat(chart.isAbove(2.5, SPAN, 2 * SPAN)).isFalse();
        assertThat(chart.isAbove(0, 3 * SPAN, 9 * SPAN)).as("not played yet").isFalse();
    }

    @Test
    void aTimeIsReadInItsSpan() {
        ChartModel chart = ChartModel.throughput(outcomes(new double[] {1, 2, 3}, new double[3], new double[3]));
        assertThat(chart.indexAt(0)).isZero();
        assertThat(chart.indexAt(SPAN - 1)).isZero();
        assertThat(chart.indexAt(SPAN)).isEqualTo(1);
        assertThat(chart.indexAt(100 * SPAN)).isEqualTo(2);
        assertThat(ChartModel.throughput(RunHistory.EMPTY).indexAt(0)).isEqualTo(-1);
    }

    @Test
    void errorsAreAPartOfAllThatEndedAndTimeoutsAreNeverAddedToThem() {
        ChartModel calm = ChartModel.errors(outcomes(new double[] {99}, new double[] {1}, new double[1]));
        assertThat(calm.series()).hasSize(1);
        assertThat(calm.newest()).isEqualTo("1.0 %");

        ChartModel both = ChartModel.errors(outcomes(new double[] {60, 0}, new double[] {10, 0}, new double[] {30, 0}));
        assertThat(both.series()).extracting(ChartModel.Series::name).containsExactly("errors", "timed out");
        assertThat(both.reading(0)).isEqualTo("10.0 · 30.0 %");
        assertThat(both.newest()).as("nothing ended").isEqualTo("– · – %");
    }

    @Test
    void aHeadingSaysFromTheLeastToTheGreatestWhereAllValuesWouldBeCut() {
        ChartModel both = ChartModel.errors(outcomes(new double[] {60}, new double[] {10}, new double[] {30}));
        assertThat(both.brief(both.at(0))).isEqualTo("10.0 · 30.0 %");
        double[] many = {40, 7.1, Double.NaN, 51.7, 15.6, 8.3, 0};
        assertThat(both.said(many)).isEqualTo("40.0 · 7.1 · – · 51.7 · 15.6 · 8.3 · 0 %");
        assertThat(both.brief(many)).isEqualTo("0 to 51.7 %");
        assertThat(both.brief(new double[0])).isEqualTo("–");
        assertThat(both.brief(new double[] {100, 100, 100, 100}))
                .as("from nothing to nothing is no range")
                .isEqualTo("100.0 %");
        ChartModel times =
                ChartModel.latency(latency(new long[] {11_900_000}, new long[] {28_000_000}, new long[] {41_000_000}));
        assertThat(times.brief(new double[] {0, 19.7, 0, 3, 0.1, 0, 0})).isEqualTo("0 to 19.7 ms");
    }

    @Test
    void errorsNeverHaveMoreThanAHundredPercent() {
        ChartModel all = ChartModel.errors(outcomes(new double[1], new double[] {7}, new double[1]));
        assertThat(all.max()).isEqualTo(100);
        assertThat(all.maxText()).isEqualTo("100 %");
    }

    @Test
    void latencyIsInTheUnitThatSuitsItAndHasGapsWhereNothingEndedWell() {
        ChartModel chart = ChartModel.latency(
                latency(new long[] {11_900_000, 0}, new long[] {28_000_000, 0}, new long[] {41_000_000, 0}));
        assertThat(chart.reading(0)).isEqualTo("11.9 · 28.0 · 41.0 ms");
        assertThat(chart.newest()).isEqualTo("– · – · – ms");
        assertThat(chart.series().getFirst().values()[1]).isNaN();
        ChartModel quick =
                ChartModel.latency(latency(new long[] {250_000}, new long[] {300_000}, new long[] {400_000}));
        assertThat(quick.maxText()).isEqualTo("400 µs");
        ChartModel after = ChartModel.latency(
                latency(new long[] {1_800_000_000L, 14_300_000}, new long[] {2_000_000_000L, 31_000_000}, new long[] {
                    2_400_000_000L, 34_100_000
                }));
        assertThat(after.maxText()).isEqualTo("2.50 s");
        assertThat(after.newest()).as("in its own unit").isEqualTo("14.3 · 31.0 · 34.1 ms");
    }

    @Test
    void eachServerKeepsTheColourItHasInTheDocument() {
        RunHistory history = new RunHistory(
                SPAN,
                new double[2],
                new double[2],
                new double[2],
                new long[2],
                new long[2],
                new long[2],
                List.of("s1", "s2"),
                new int[][] {{7, 6}, {14, 0}},
                DataHistory.NONE);
        ChartModel chart = ChartModel.inFlight(history, KnownNodes.of(Samples.servers()));
        assertThat(chart.newest()).isEqualTo("6 · 0");
        assertThat(chart.series()).extracting(ChartModel.Series::server).containsExactly(0, 1);
        assertThat(chart.max()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"7, 7, 1 · 2 · 3 · 4 · 5 · 6 · 7", "8, 3, 8 · 5 · 1"})
    void manyMembersOfAGroupAreTheMostTheMeanAndTheLeast(int members, int lines, String reading) {
        List<String> ids =
                IntStream.rangeClosed(1, members).mapToObj(i -> "web-" + i).toList();
        int[][] inFlight = IntStream.rangeClosed(1, members)
                .mapToObj(i -> new int[] {i == 1 ? 9 : RunHistory.NOT_THERE, i})
                .toArray(int[][]::new);
        RunHistory history = new RunHistory(
                SPAN,
                new double[2],
                new double[2],
                new double[2],
                new long[2],
                new long[2],
                new long[2],
                ids,
                inFlight,
                DataHistory.NONE);
        ServerGroup group = ServerGroup.of("web", 2, Server.of("web", new Distribution.Fixed(Duration.ofMillis(1))))
                .with(ServerGroup.LABEL, "Web");
        ChartModel chart = ChartModel.inFlight(history, KnownNodes.of(Topology.EMPTY.with(group)));
        assertThat(chart.series()).hasSize(lines);
        assertThat(chart.newest()).isEqualTo(reading);
        // Before the others came the one that was there is all three.
        assertThat(chart.series().getFirst().values()[0]).isEqualTo(9);
    }

    @Test
    void roundEdgesAreNeverBelowTheValueNorFarAboveIt() {
        for (double value = 1e-3; value < 1e7; value *= 1.013) {
            assertThat(ChartModel.roundUp(value)).isBetween(value * (1 - 1e-9), value * 1.34);
        }
        assertThat(ChartModel.roundUp(100)).isEqualTo(100);
    }

    private static RunHistory outcomes(double[] ok, double[] errors, double[] timeouts) {
        long[] none = new long[ok.length];
        return new RunHistory(SPAN, ok, errors, timeouts, none, none, none, List.of(), new int[0][], DataHistory.NONE);
    }

    private static RunHistory latency(long[] p50, long[] p95, long[] p99) {
        double[] none = new double[p50.length];
        return new RunHistory(SPAN, none, none, none, p50, p95, p99, List.of(), new int[0][], DataHistory.NONE);
    }
}
