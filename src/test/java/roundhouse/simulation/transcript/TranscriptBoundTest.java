package roundhouse.simulation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;

/** However much happens, the transcript keeps a bounded part of it, and says so. */
class TranscriptBoundTest {
    private static final int BOUND = Transcript.FIRST + Transcript.NEWEST;

    private final Kernel kernel = new Kernel();
    private final Transcript transcript = new Transcript(kernel);

    /** One line at each nanosecond, beginning with 1. */
    private void say(int lines) {
        for (int i = 0; i < lines; i++) {
            kernel.advanceTo(kernel.nowNanos() + 1);
            transcript.say("line " + kernel.nowNanos());
        }
    }

    private static TranscriptLine line(long number) {
        return new TranscriptLine(number, "line " + number);
    }

    @Test
    void asManyLinesAsItKeepsAreAllThere() {
        say(BOUND);
        assertThat(transcript.all()).hasSize(BOUND).startsWith(line(1), line(2)).endsWith(line(BOUND));
        assertThat(transcript.all()).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
    }

    @Test
    void oneMoreLeavesOneOutAndSaysSoInItsPlace() {
        say(BOUND + 1);
        assertThat(transcript.all())
                .hasSize(BOUND + 1)
                .contains(line(Transcript.FIRST), line(Transcript.FIRST + 2), line(BOUND + 1))
                .element(Transcript.FIRST)
                .isEqualTo(new TranscriptLine(Transcript.FIRST + 1, "… and 1 line more"));
    }

    @Test
    void theFirstAndTheNewestAreKept() {
        say(BOUND + 1_234);
        List<TranscriptLine> all = transcript.all();
        assertThat(all).hasSize(BOUND + 1);
        assertThat(all.subList(Transcript.FIRST - 1, Transcript.FIRST + 2))
                .containsExactly(
                        line(Transcript.FIRST),
                        new TranscriptLine(Transcript.FIRST + 1, "… and 1,234 lines more"),
                        line(Transcript.FIRST + 1_235));
        assertThat(all).last().isEqualTo(line(BOUND + 1_234));
        assertThat(transcript.all()).as("nothing was added").isSameAs(all);
    }

    @Test
    void whatWasSaidLastIsKnownWhereverItIsKept() {
        for (int lines : new int[] {1, Transcript.FIRST - 1, Transcript.NEWEST}) {
            say(lines);
            transcript.sayOnce("again");
            List<TranscriptLine> before = transcript.all();
            transcript.sayOnce("again");
            assertThat(transcript.all()).isSameAs(before);
        }
    }

    @Test
    void daysOfFlappingStayWithinTheBound() {
        Duration tenth = Duration.ofMillis(10);
        Run run = Run.of(queue(1, poisson(0), server("s", 1, fixed(1_000)))
                .withScenario(List.of(at(0, new Command.Flap("s", tenth, tenth)))));
        run.runUntil(60 * SECOND + 1);
        List<TranscriptLine> lines = run.report().transcript();
        assertThat(lines).hasSizeBetween(BOUND + 1, BOUND + 2);
        assertThat(lines.getFirst().text()).startsWith("s flaps");
        assertThat(lines.get(Transcript.FIRST).text()).isEqualTo("… and 3,001 lines more");
        assertThat(lines.getLast().timeNanos()).isEqualTo(60 * SECOND + 1);
        assertThat(run.notices()).hasSize(BOUND + 1);
    }
}
