package roundhouse.workbench.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

class StatusLineTest {
    private static Topology topology() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.clients(topology));
        topology = topology.with(NewNode.loadBalancer(topology));
        return topology.with(Link.of("clients", "lb-1", NewNode.LATENCY));
    }

    @Test
    void itSaysHowLargeTheDocumentIs() {
        assertThat(StatusLine.text(Topology.EMPTY, Set.of())).isEqualTo("0 nodes · 0 links");
        assertThat(StatusLine.text(topology(), Set.of())).isEqualTo("2 nodes · 1 link");
    }

    @Test
    void itSaysWhatIsSelected() {
        assertThat(StatusLine.text(topology(), Set.of(new Item.LinkItem("clients", "lb-1"))))
                .isEqualTo("2 nodes · 1 link · 1 selected: clients → lb-1");
        List<Item> many =
                List.of(new Item.NodeItem("a"), new Item.NodeItem("b"), new Item.NodeItem("c"), new Item.NodeItem("d"));
        assertThat(StatusLine.text(topology(), new LinkedHashSet<>(many)))
                .contains("4 selected: ")
                .endsWith(", …");
    }
}
