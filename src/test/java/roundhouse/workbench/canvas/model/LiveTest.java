package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.SyntheticFrame;
import roundhouse.workbench.canvas.Topologies;
import roundhouse.workbench.document.NewNode;

class LiveTest {
    private final Topology running = Topologies.twoServers();
    private final Live live = new Live();

    private void take() {
        Frame frame = SyntheticFrame.of(running, 50);
        frame.linkRate[0] = 10;
        frame.linkRate[1] = 20;
        frame.linkRate[2] = 30;
        live.take(frame);
    }

    @Test
    void keepsTheFrameWhenTheOriginalIsUsedAgain() {
        Frame frame = SyntheticFrame.of(running, 50);
        int first = frame.link[0];
        live.take(frame);
        frame.link[0] = -7;
        frame.hops = 0;
        assertThat(live.frame().hops).isEqualTo(50);
        assertThat(live.frame().link[0]).isEqualTo(first);
    }

    @Test
    void matchesLinksAndServersWithADocumentThatIsAhead() {
        take();
        Topology ahead = running.without(Set.of("s1"));
        ahead = ahead.with(NewNode.server(ahead));
        Drawing drawing = new Drawing(ahead);
        assertThat(live.links(drawing)).containsExactly(0, -1, 1);
        assertThat(live.orders(drawing)).containsExactly(-1, -1, 1, 0);
        assertThat(live.linkRate(drawing, 1)).isEqualTo(30);
        assertThat(live.node("s2")).isEqualTo(3);
        assertThat(live.node("nobody")).isEqualTo(-1);
    }

    @Test
    void matchesAgainWhenTheDrawingChanges() {
        take();
        assertThat(live.links(new Drawing(running))).containsExactly(0, 1, 2);
        assertThat(live.links(new Drawing(running.withoutLink("clients", "lb-1"))))
                .containsExactly(-1, 0, 1);
    }
}
