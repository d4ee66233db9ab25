package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final ChartModel CHART = new ChartModel(
            200_000_000,
            List.of(
                    new ChartModel.Series("s1", "Web", new double[] {3, 5}, 0)
                            .with(new Band(new double[] {3, 4}, new double[] {3, 9})),
                    new ChartModel.Series("s2", "Api", new double[] {Double.NaN, 2}, 1)),
            10,
            value -> Long.toString(Math.round(value)),
            "req/s",
            0,
            false);

    @Test
    void allLinesAreToldWithTheirUnitAndTheReadingsBehindThem() {
        Moment moment = Moment.of(CHART, 250_000_000);
        assertThat(moment.time()).isEqualTo("00:00.200 to 00:00.400");
        assertThat(moment.lines()).extracting(Moment.Line::value).containsExactly("5 req/s", "2 req/s");
        assertThat(moment.lines()).extracting(Moment.Line::readings).containsExactly("4 req/s to 9 req/s", "");
        assertThat(moment.text()).isEqualTo("00:00.200 to 00:00.400, Web 5 req/s (4 req/s to 9 req/s), Api 2 req/s");
    }

    @Test
    void whatIsNotThereIsADashAndWhatIsNotPlayedYetIsSaid() {
        assertThat(Moment.of(CHART, 0).lines()).extracting(Moment.Line::value).containsExactly("3 req/s", "–");
        assertThat(Moment.of(CHART, 400_000_000).text()).isEqualTo("00:00.400, not played yet");
    }

    @Test
    void theEdgeOfAPartIsAboveItsSpikesAndNoHigherThanNeeded() {
        assertThat(CHART.edge(0, 200_000_000)).isEqualTo(3);
        assertThat(CHART.edge(200_000_000, 400_000_000)).isEqualTo(10);
        assertThat(CHART.edge(0, 400_000_000)).as("of all").isEqualTo(10);
    }
}
