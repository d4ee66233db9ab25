package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.canvas.model.Drawing;

/** What goes wrong with a group's size stands on its card while it goes wrong. */
class FindingsOnCardsTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    /** What the card of that node says every five seconds, each time it says something else, with the second: with ! where that hurts, with + where it only costs. */
    private static List<String> told(String sample, String node, Duration until) throws Exception {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
        Drawing drawing = new Drawing(topology);
        Run run = Run.of(topology);
        Frame frame = new Frame();
        List<String> told = new ArrayList<>();
        String before = "";
        int index = drawing.index(node);
        for (Duration at = STEP; at.compareTo(until) <= 0; at = at.plus(STEP)) {
            run.runUntil(at.toNanos(), () -> false);
            run.observe(frame);
            CardText card = CardText.of(drawing, index, frame, index);
            String now = card.status() + (card.alarm() ? "!" : card.excess() ? "+" : "");
            if (!now.equals(before)) {
                told.add(at.toSeconds() + " " + now);
                before = now;
            }
        }
        return told;
    }

    /** All cores are busy before the second look of the autoscaler; the servers it asked for by then are ready at 6 min. */
    @Test
    void whoComesTooLateIsSaturatedAndThenHasTooFew() throws Exception {
        assertThat(told("autoscaler-too-late.json", "web", Duration.ofMinutes(8)))
                .containsExactly("135 1 starting", "150 saturated!", "360 too few!", "465 ");
    }

    /** Up and down with each wave of 90 s. Only one of them turns round often enough. */
    @Test
    void whoShrinksAtOnceFlapsAndWhoWaitsHasTooManyForAWhile() throws Exception {
        assertThat(told("flapping-and-stabilization.json", "nervous", Duration.ofSeconds(200)))
                .contains("30 too few!", "90 too many+", "135 too few!", "180 flapping!");
        assertThat(told("flapping-and-stabilization.json", "calm", Duration.ofSeconds(200)))
                .containsExactly("15 1 starting", "30 too few!", "75 ", "90 too many+", "135 ");
    }
}
