package roundhouse.workbench.ring.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.workbench.ring.model.RingChange;

class ChangeTimeTest {
    private static final long SECOND = 1_000_000_000;
    private static final List<TranscriptLine> TRANSCRIPT = List.of(
            new TranscriptLine(5 * SECOND, "s3 crashed"),
            new TranscriptLine(20 * SECOND, "s3 removed; 2 requests there will finish"),
            new TranscriptLine(22 * SECOND, "s30 added"),
            new TranscriptLine(40 * SECOND, "s3 added"));

    private static RingChange change(String server, long from, long time) {
        return new RingChange(server + " removed", server, 1_000, 200, 0.2, true, from, time);
    }

    @Test
    void picturesCloseTogetherTellTheMomentThemselves() {
        assertThat(ChangeTime.of(change("s3", 20 * SECOND, 20 * SECOND + 16_000_000), TRANSCRIPT)
                        .words())
                .isEqualTo("at 00:20.016");
    }

    @Test
    void betweenPicturesFarApartTheTranscriptKnows() {
        assertThat(ChangeTime.of(change("s3", 10 * SECOND, 30 * SECOND), TRANSCRIPT))
                .isEqualTo(new ChangeTime(20 * SECOND, "at 00:20.000"));
    }

    @Test
    void whereItDoesNotTellBothTimesAreSaid() {
        assertThat(ChangeTime.of(change("s2", 10 * SECOND, 30 * SECOND), TRANSCRIPT)
                        .words())
                .isEqualTo("between 00:10.000 and 00:30.000");
        assertThat(ChangeTime.of(change("", 10 * SECOND, 30 * SECOND), TRANSCRIPT)
                        .words())
                .startsWith("between");
        assertThat(ChangeTime.of(change("s3", 21 * SECOND, 30 * SECOND), TRANSCRIPT)
                        .words())
                .startsWith("between");
    }
}
