package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.Topologies;
import roundhouse.workbench.document.Selection.Item;

class DrawingTest {
    private final Drawing drawing = new Drawing(Topologies.twoServers());

    @Test
    void findsTheNodeUnderAPoint() {
        assertThat(drawing.hits().nodeAt(310, 110)).isEqualTo(1);
        assertThat(drawing.hits().nodeAt(299, 110)).isEqualTo(-1);
        assertThat(drawing.hits().nodeAt(300 + Drawing.CARD_WIDTH, 100 + Drawing.CARD_HEIGHT))
                .isEqualTo(1);
    }

    @Test
    void theLaterOfTwoNodesLiesOnTop() {
        Topology stacked = Topologies.twoServers().at("s2", new Position(610, 10));
        assertThat(new Drawing(stacked).hits().nodeAt(620, 20)).isEqualTo(3);
    }

    @Test
    void findsTheNearestLinkWithinReach() {
        double x = (drawing.x1(0) + drawing.x2(0)) / 2;
        double y = (drawing.y1(0) + drawing.y2(0)) / 2;
        assertThat(drawing.hits().linkAt(x, y + 4, 5)).isEqualTo(0);
        assertThat(drawing.hits().linkAt(x, y + 6, 5)).isEqualTo(-1);
    }

    @Test
    void aNodeComesBeforeALink() {
        assertThat(drawing.hits().itemAt(drawing.x1(0) - 1, drawing.y1(0), 5)).contains(new Item.NodeItem("clients"));
        assertThat(drawing.hits().itemAt(drawing.x1(0) + 3, drawing.y1(0), 5))
                .contains(new Item.LinkItem("clients", "lb-1"));
        assertThat(drawing.hits().itemAt(-500, -500, 5)).isEmpty();
    }

    @Test
    void aLineLeavesTheSideThatFacesItsTarget() {
        assertThat(drawing.x1(0)).isEqualTo(Drawing.CARD_WIDTH);
        assertThat(drawing.x2(0)).isEqualTo(300);
        Drawing below = new Drawing(Topologies.twoServers().at("lb-1", new Position(0, 700)));
        assertThat(below.y1(0)).isEqualTo(100 + Drawing.CARD_HEIGHT);
        assertThat(below.y2(0)).isEqualTo(700);
        Drawing left = new Drawing(Topologies.twoServers().at("lb-1", new Position(-600, 100)));
        assertThat(left.x1(0)).isEqualTo(0);
        assertThat(left.x2(0)).isEqualTo(-600 + Drawing.CARD_WIDTH);
    }

    @Test
    void aLineThatACardWouldHideTakesOtherEdgesBeforeItBends() {
        Topology column = Topologies.twoServers()
                .at("lb-1", new Position(300, 400))
                .at("s1", new Position(560, 0))
                .at("s2", new Position(560, 120));
        Drawing drawn = new Drawing(column);
        assertThat(drawn.isBent(1)).isFalse();
        assertThat(drawn.area(3).crossedBy(drawn.x1(1), drawn.y1(1), drawn.x2(1), drawn.y2(1)))
                .isLessThan(12);
        Topology row = Topologies.twoServers()
                .at("clients", new Position(0, 100))
                .at("s2", new Position(300, 100))
                .at("lb-1", new Position(600, 100));
        Drawing round = new Drawing(row);
        assertThat(round.isBent(0)).isTrue();
        assertThat(round.hits().linkAt(round.bendX(0), round.bendY(0), 1)).isEqualTo(0);
    }

    @Test
    void linesToSeveralTargetsFanOut() {
        assertThat(drawing.y1(1)).isLessThan(drawing.area(1).centreY());
        assertThat(drawing.y1(2)).isGreaterThan(drawing.area(1).centreY());
    }

    @Test
    void anAreaTakesInNodesItTouchesAndLinksItHolds() {
        assertThat(drawing.hits().itemsWithin(new Area(-10, 90, 350, 60)))
                .containsExactlyInAnyOrder(
                        new Item.NodeItem("clients"), new Item.NodeItem("lb-1"), new Item.LinkItem("clients", "lb-1"));
        assertThat(drawing.hits().itemsWithin(new Area(190, 90, 50, 200))).isEmpty();
    }

    @Test
    void distanceIsFromTheStretchNotTheLine() {
        assertThat(LineSegment.distance(5, 3, 0, 0, 10, 0)).isEqualTo(3);
        assertThat(LineSegment.distance(13, 4, 0, 0, 10, 0)).isCloseTo(5, within(1e-9));
        assertThat(LineSegment.distance(3, 4, 0, 0, 0, 0)).isCloseTo(5, within(1e-9));
    }

    @Test
    void nodesWithoutAPlaceGetOneThatCoversNobody() {
        Topology homeless = Topologies.twoServers().withLayout(Map.of("s1", new Position(40, 40)));
        Drawing arranged = new Drawing(homeless);
        for (int a = 0; a < arranged.nodeCount(); a++) {
            for (int b = 0; b < a; b++) {
                assertThat(arranged.area(a).meets(arranged.area(b))).isFalse();
            }
        }
    }

    @Test
    void aLinkToNobodyIsNotDrawn() {
        Topology torn = Topologies.twoServers();
        torn = torn.withNodes(torn.nodes().subList(0, 3));
        Drawing drawn = new Drawing(torn);
        assertThat(drawn.isDrawn(1)).isTrue();
        assertThat(drawn.isDrawn(2)).isFalse();
        assertThat(drawn.hits().linkAt(0, 0, 5)).isEqualTo(-1);
    }

    @Test
    void knowsTheWeightsThatBalancersGive() {
        assertThat(drawing.mostWeight(drawing.index("s2"))).isEqualTo(3);
        assertThat(drawing.mostWeight(drawing.index("lb-1"))).isEqualTo(-1);
    }
}
