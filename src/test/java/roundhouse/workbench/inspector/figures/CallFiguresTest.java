package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** What the inspector says of calls while a service three tiers down is slow. */
class CallFiguresTest {
    private static Frame frameAt(long seconds) {
        Run run = Run.of(((ReadResult.Read) TopologyFile.read(Path.of("samples/slow-service-three-tiers-down.json")))
                .topology());
        run.runUntil(seconds * 1_000_000_000);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    private static int node(Frame frame, String id) {
        for (int i = 0; i < frame.topology.nodes().size(); i++) {
            if (frame.topology.nodes().get(i).id().equals(id)) {
                return i;
            }
        }
        throw new AssertionError("no node " + id);
    }

    /** All forty workers of web wait, and nothing else moves. */
    @Test
    void workersThatWait() {
        Frame frame = frameAt(30);
        assertThat(LiveFigure.of(frame, node(frame, "web")))
                .contains(new LiveFigure("Waiting for calls", "40", NodeOrigins.IN_CALLS));
        assertThat(LiveFigure.of(frame, node(frame, "stock")))
                .extracting(LiveFigure::label)
                .doesNotContain("Waiting for calls");
    }

    @Test
    void aBreakerThatIsOpen() {
        Frame frame = frameAt(17);
        assertThat(LinkFigures.of(frame, "web-b", "orders-b"))
                .contains(
                        new LiveFigure("Breaker", "open", LinkOrigins.BREAKER),
                        new LiveFigure("Breaker so since", "00:15.688", LinkOrigins.SINCE));
        assertThat(LinkFigures.of(frame, "web", "orders"))
                .extracting(LiveFigure::label)
                .containsExactly("Rate");
    }
}
