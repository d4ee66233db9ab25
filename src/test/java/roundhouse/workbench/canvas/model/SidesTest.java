package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.workbench.document.Selection.Item;

class SidesTest {
    private static final Distribution.Fixed TIME = new Distribution.Fixed(Duration.ofMillis(1));

    private static Topology ring() {
        Topology ring = Topology.EMPTY;
        for (String id : List.of("a", "b", "c")) {
            ring = ring.with(Database.of(id, TIME));
        }
        return ring.with(Link.of("a", "b", Link.DEFAULT_LATENCY))
                .with(Link.of("b", "c", Link.DEFAULT_LATENCY))
                .with(Link.of("a", "c", Link.DEFAULT_LATENCY));
    }

    @Test
    void whatIsStillJoinedByAnotherWayIsNotParted() {
        assertThat(Sides.of(ring(), Set.of(new Item.LinkItem("a", "b")))).isEmpty();
    }

    @Test
    void eachSideHasAllThatHangsTogether() {
        assertThat(Sides.of(ring(), Set.of(new Item.LinkItem("a", "b"), new Item.LinkItem("a", "c"))))
                .containsExactlyInAnyOrder(List.of("a"), List.of("b", "c"));
    }
}
