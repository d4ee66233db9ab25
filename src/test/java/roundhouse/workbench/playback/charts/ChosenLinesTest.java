package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChosenLinesTest {
    private static final ChartModel.Series P50 = ChartModel.line(0, "p50", new double[] {1});
    private static final ChartModel.Series P95 = ChartModel.line(1, "p95", new double[] {2});
    private static final ChartModel.Series P99 = ChartModel.line(2, "p99", new double[] {3});
    private static final ChartModel LATENCY = chart(P50, P95, P99);
    private static final ChartModel.Series WEB = new ChartModel.Series("s1", "Web", new double[] {1}, 0);
    private static final ChartModel IN_FLIGHT = chart(WEB, new ChartModel.Series("s2", "Api", new double[] {1}, 1));

    private final ChosenLines lines = new ChosenLines();

    private static ChartModel chart(ChartModel.Series... series) {
        return new ChartModel(1, List.of(series), 1, Double::toString, "", 0, false);
    }

    private List<String> drawn(ChartModel chart) {
        return lines.drawn(chart).series().stream().map(ChartModel.Series::name).toList();
    }

    @Test
    void aLineIsTakenAwayAndBroughtBack() {
        AtomicInteger told = new AtomicInteger();
        lines.onChange(told::incrementAndGet);
        lines.toggle(P95);
        assertThat(drawn(LATENCY)).containsExactly("p50", "p99");
        assertThat(drawn(IN_FLIGHT)).containsExactly("Web", "Api");
        lines.toggle(P95);
        assertThat(drawn(LATENCY)).containsExactly("p50", "p95", "p99");
        assertThat(told).hasValue(2);
    }

    @Test
    void aLineAloneLeavesOtherChartsAsTheyAreAndOnceMoreBringsAllBack() {
        lines.isolate(LATENCY, P99);
        assertThat(drawn(LATENCY)).containsExactly("p99");
        assertThat(drawn(IN_FLIGHT)).containsExactly("Web", "Api");
        lines.isolate(LATENCY, P50);
        assertThat(drawn(LATENCY)).containsExactly("p50");
        lines.isolate(LATENCY, P50);
        assertThat(drawn(LATENCY)).containsExactly("p50", "p95", "p99");
    }

    @Test
    void aHiddenLineCanBeShownAlone() {
        lines.toggle(P95);
        lines.isolate(LATENCY, P95);
        assertThat(drawn(LATENCY)).containsExactly("p95");
        lines.all();
        assertThat(drawn(LATENCY)).hasSize(3);
    }
}
