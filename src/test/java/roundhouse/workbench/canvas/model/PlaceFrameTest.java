package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.NewNode;

class PlaceFrameTest {
    private Topology topology = Topology.EMPTY;

    private void server(String id, String zone, double x, double y) {
        topology = topology.with(NewNode.server(Topology.EMPTY).renamed(id).with(Server.ZONE, zone))
                .at(id, new Position(x, y));
    }

    private List<PlaceFrame> frames() {
        return PlaceFrame.of(new Drawing(topology));
    }

    @Test
    void theNodesOfAZoneHaveOneFrameWithRoomForItsName() {
        server("a1", "a", 0, 0);
        server("a2", "a", 0, 120);
        assertThat(frames()).containsExactly(new PlaceFrame("a", List.of(0, 1), new Area(0, 0, 180, 212), false));
        assertThat(frames().getFirst().area()).isEqualTo(new Area(-9, -17, 198, 238));
    }

    @Test
    void noForeignCardStandsInAFrame() {
        server("a1", "a", 0, 0);
        server("b1", "b", 0, 120);
        server("a2", "a", 0, 240);
        assertThat(frames()).extracting(PlaceFrame::nodes).containsExactly(List.of(0), List.of(2), List.of(1));
    }

    @Test
    void aZoneByItselfOfOneNodeDividesNothing() {
        server("a1", "a", 0, 0);
        assertThat(frames()).isEmpty();
    }

    @Test
    void aRegionOfTheSameNodesSharesTheFrameAndALargerOneGoesAround() {
        server("a1", "a", 0, 0);
        server("b1", "b", 0, 200);
        topology = topology.withNodes(topology.nodes().stream()
                .<Node>map(node -> Server.SETTINGS.cast(node).with(Server.REGION, "eu"))
                .toList());
        assertThat(frames()).extracting(PlaceFrame::name).containsExactly("eu", "a", "b");
        assertThat(frames().getFirst().area().contains(frames().getLast().area()))
                .isTrue();
        server("c1", "c", 300, 0);
        topology = topology.withNodes(topology.nodes().stream()
                .map(node -> node.id().equals("c1") ? Server.SETTINGS.cast(node).with(Server.REGION, "us") : node)
                .toList());
        assertThat(frames()).extracting(PlaceFrame::name).containsExactly("eu", "a", "b", "us · c");
    }
}
