package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.playback.charts.ChosenLines.Line;

/** Lines of one name, in one chart and in several. */
class SeriesNamesTest {
    private static ChartModel chart(ChartModel.Series... lines) {
        return new ChartModel(1, List.of(lines), 1, Double::toString, "", 0, false);
    }

    private static ChartModel.Series line(String id, String title) {
        return new ChartModel.Series(id, title, new double[] {id.length()}, 0);
    }

    private static final ChartModel IN_FLIGHT = chart(line("web-1", "Web"), line("web-22", "Web"), line("p", "p99"));
    private static final ChartModel HIT_RATIO = chart(line("web-1", "Web"), line("cache", "Cache"));
    private static final ChartModel LATENCY =
            chart(ChartModel.line(0, "p50", new double[] {1}), ChartModel.line(1, "p99", new double[] {1}));

    @Test
    void namesakesAreListedWithTheirIds() {
        assertThat(Line.named(List.of(LATENCY, IN_FLIGHT, HIT_RATIO)).keySet())
                .containsExactly("p50", "p99", "Web (web-1)", "Web (web-22)", "p99 (p)", "Cache");
    }

    @Test
    void aLineIsHiddenInEveryChartAndNoNamesakeWithIt() {
        Line first = Line.of(IN_FLIGHT.series().getFirst());
        assertThat(IN_FLIGHT.without(line -> Line.of(line).equals(first)).series())
                .extracting(ChartModel.Series::key)
                .containsExactly("web-22", "p");
        assertThat(HIT_RATIO.without(line -> Line.of(line).equals(first)).series())
                .extracting(ChartModel.Series::key)
                .containsExactly("cache");
        Line p99 = Line.of(LATENCY.series().getLast());
        assertThat(IN_FLIGHT.without(line -> Line.of(line).equals(p99)).series())
                .hasSize(3);
    }
}
