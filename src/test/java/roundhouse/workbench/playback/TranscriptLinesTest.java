package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.transcript.TranscriptLine;

/** Which lines of a long transcript are shown, and how they are summed up for those who listen. */
class TranscriptLinesTest {
    private static List<TranscriptLine> lines(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new TranscriptLine(i * 1_000_000_000L, "line " + i))
                .toList();
    }

    @Test
    void asManyAsFitAreAllShown() {
        assertThat(TranscriptView.newest(lines(TranscriptView.LINES))).isEqualTo(lines(TranscriptView.LINES));
        assertThat(TranscriptView.newest(List.of())).isEmpty();
    }

    @Test
    void ofMoreTheNewestAreShownAndALineSaysSo() {
        List<TranscriptLine> shown = TranscriptView.newest(lines(TranscriptView.LINES + 7));
        assertThat(shown).hasSize(TranscriptView.LINES + 1);
        assertThat(shown.getFirst()).isEqualTo(new TranscriptLine(7_000_000_000L, "… older lines are left out here"));
        assertThat(shown.get(1).text()).isEqualTo("line 8");
        assertThat(shown.getLast().text()).isEqualTo("line " + (TranscriptView.LINES + 7));
    }

    @Test
    void theSummaryHasTheNumberOfLinesAndTheNewest() {
        assertThat(TranscriptView.summary(List.of())).isEqualTo("Transcript, empty");
        assertThat(TranscriptView.summary(lines(1))).isEqualTo("Transcript, 1 line. Newest: 00:01.000 line 1");
        assertThat(TranscriptView.summary(lines(12))).isEqualTo("Transcript, 12 lines. Newest: 00:12.000 line 12");
    }
}
