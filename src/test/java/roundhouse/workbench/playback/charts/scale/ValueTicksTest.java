package roundhouse.workbench.playback.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueTicksTest {
    private static List<String> texts(double edge, double height) {
        ValueTicks ticks = ValueTicks.of(edge, height);
        return IntStream.range(0, ticks.count()).mapToObj(ticks::text).toList();
    }

    @Test
    void aHighPlotNamesRoundValuesBelowItsUpperEdge() {
        assertThat(texts(200, 400)).containsExactly("20", "40", "60", "80", "100", "120", "140", "160", "180");
        assertThat(texts(200, 100)).containsExactly("100");
        assertThat(texts(1_200, 130)).containsExactly("500", "1\u202f000");
        assertThat(texts(1.2, 130)).containsExactly("0.5", "1.0");
    }

    @Test
    void smallValuesKeepTheirDecimals() {
        assertThat(texts(0.01, 100)).containsExactly("0.005");
        assertThat(texts(0.3, 130)).containsExactly("0.1", "0.2");
    }

    @Test
    void aLowPlotHasNoRoom() {
        assertThat(texts(200, 79)).isEmpty();
        assertThat(texts(0, 400)).isEmpty();
    }
}
