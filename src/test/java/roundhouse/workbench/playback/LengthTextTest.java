package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LengthTextTest {
    @Test
    void lengthsReadAsPeopleSayThem() {
        assertThat(LengthText.of(Duration.ofSeconds(60))).isEqualTo("60 s");
        assertThat(LengthText.of(Duration.ofMillis(2500))).isEqualTo("2.5 s");
        assertThat(LengthText.of(Duration.ofSeconds(599))).isEqualTo("599 s");
        assertThat(LengthText.of(Duration.ofMinutes(10))).isEqualTo("10 min");
        assertThat(LengthText.of(Duration.ofSeconds(750))).isEqualTo("12 min 30 s");
        assertThat(LengthText.of(Duration.ofHours(8))).isEqualTo("8 h");
        assertThat(LengthText.of(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
        assertThat(LengthText.of(Duration.ofSeconds(3605))).isEqualTo("1 h 5 s");
    }
}
