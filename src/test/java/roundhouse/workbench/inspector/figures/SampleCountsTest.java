package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.analysis.origins.OriginSpan;

class SampleCountsTest {
    private static final SampleCounts COUNTS = new SampleCounts("requests that were sent", 812, 1_234);

    @Test
    void saysOfHowManyOverEachSpan() {
        assertThat(COUNTS.text(OriginSpan.LAST_SECOND)).isEqualTo("of 812 requests that were sent within the second.");
        assertThat(COUNTS.text(OriginSpan.SINCE_START).replace('\u202f', ' '))
                .isEqualTo("of 1 234 requests that were sent since the start.");
        assertThat(COUNTS.text(OriginSpan.SINCE_WARM_UP)).endsWith("those of the warm-up among them.");
        assertThat(COUNTS.text(OriginSpan.NOW)).isEqualTo("one: the state at this instant.");
        assertThat(COUNTS.text(OriginSpan.SETTING)).isEqualTo("none: it is set.");
    }

    @Test
    void saysNothingOfWhatNobodyCounts() {
        assertThat(SampleCounts.NONE.text(OriginSpan.LAST_SECOND)).isEmpty();
        assertThat(SampleCounts.NONE.text(OriginSpan.SINCE_START)).isEmpty();
    }
}
