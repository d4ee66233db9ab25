package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.canvas.Topologies;

/** What is wrong goes before what a cache does. */
class BoxTextTest {
    private final Frame frame = new Frame();

    @BeforeEach
    void observe() {
        frame.ensureNodes(2, 1);
    }

    /** Letters are 6 px wide here, and there is less room beside the mark. */
    private static String called(String label, String id, double room) {
        Node node = ((Server) Topologies.twoServers().node("s1").orElseThrow())
                .with(Server.ID, id)
                .with(Server.LABEL, label);
        return BoxText.called(node, words -> 6.0 * words.length(), room - 12, room);
    }

    @Test
    void aNameThatHasNoRoomIsShortenedSoThatNeighboursDiffer() {
        assertThat(called("Server A", "web-a", 60)).isEqualTo("Server A");
        assertThat(called("Server A", "web-a", 50)).as("the id beside the mark").isEqualTo("web-a");
        assertThat(called("Server A", "server-of-a", 48))
                .as("whole, with the mark in the corner")
                .isEqualTo("Server A");
        assertThat(called("Server A", "web-a", 30)).isEqualTo("web-a");
        assertThat(called("Server A", "web-a", 27)).isEqualTo("S A");
        assertThat(called("Server B", "web-b", 27)).isEqualTo("S B");
        assertThat(called("Cache", "edge-cache-12", 36)).isEqualTo("Cache");
        assertThat(called("Balancers", "lb-east-2", 36)).isEqualTo("l-e-2");
        assertThat(called("Balancers", "balancers", 30)).as("nothing shorter").isEqualTo("Balancers");
    }

    @Test
    void aBoxSaysTheHitRatioOfACacheUnlessSomethingIsWrong() {
        assertThat(BoxText.word(frame, 0)).isEmpty();
        frame.data.hitRatio[1] = 0.636;
        assertThat(BoxText.word(frame, 1)).isEqualTo("63.6 % hits");
        frame.data.stampede[1] = true;
        assertThat(BoxText.word(frame, 1)).isEqualTo("stampede");
        frame.condition[1] = NodeState.DOWN;
        assertThat(BoxText.word(frame, 1)).isEqualTo("down");
    }
}
