package roundhouse.workbench.origins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.analysis.Interval;
import roundhouse.analysis.Measured;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.analysis.queueing.Quantity;

class OriginTextTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSpanSaysFromWhenToWhenAndWhatIsCut() {
        assertThat(OriginText.span(OriginSpan.LAST_SECOND, 34 * SECOND, 10 * SECOND))
                .isEqualTo("From 00:33.000 to 00:34.000, the last second. No warm-up is cut.");
        assertThat(OriginText.span(OriginSpan.LAST_SECOND, 5 * SECOND, 10 * SECOND))
                .isEqualTo(
                        "From 00:04.000 to 00:05.000, the last second. No warm-up is cut: it lasts until 00:10.000.");
        assertThat(OriginText.span(OriginSpan.SINCE_WARM_UP, 34 * SECOND, 10 * SECOND))
                .isEqualTo("From 00:10.000 to 00:34.000. Warm-up cut: 10.0 s.");
        assertThat(OriginText.span(OriginSpan.SINCE_WARM_UP, 5 * SECOND, 10 * SECOND))
                .startsWith("Nothing yet");
        assertThat(OriginText.span(OriginSpan.SINCE_START, 5 * SECOND, 0)).startsWith("From 00:00.000 to 00:05.000");
    }

    @Test
    void aMeasuredValueHasItsInterval() {
        assertThat(OriginText.measured(Quantity.MEAN_LATENCY, new Measured(5e-3, new Interval(0.25e-3), 24)))
                .isEqualTo("5.00 ms ± 250 µs (95 %, 24 batches)");
        assertThat(OriginText.measured(Quantity.UTILISATION, new Measured(0.8, new Interval(Double.NaN), 0)))
                .isEqualTo("80.00 % (too few seconds for an interval)");
        assertThat(OriginText.measured(Quantity.QUEUE, null)).isEqualTo("–");
    }
}
