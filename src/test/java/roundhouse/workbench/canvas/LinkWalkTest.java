package roundhouse.workbench.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

class LinkWalkTest {
    private final Document document = new Document();
    private final LinkWalk walk = new LinkWalk(document);

    private Set<Item> afterNext() {
        assertThat(walk.next()).isTrue();
        return document.selection().items();
    }

    @Test
    void goesThroughTheLinksOfANodeAndRound() {
        document.open(((ReadResult.Read) TopologyFile.parse("""
                        {"format": 1, "nodes": [
                          {"id": "c", "kind": "clients", "arrivals": {"type": "poisson", "rate": "10/s"}},
                          {"id": "lb", "kind": "load-balancer"},
                          {"id": "a", "kind": "server", "service": "1ms"},
                          {"id": "b", "kind": "server", "service": "1ms"}],
                         "links": [{"from": "c", "to": "lb"}, {"from": "lb", "to": "a"}, {"from": "lb", "to": "b"}]}
                        """)).topology(), null);
        assertThat(walk.next()).as("nothing is selected").isFalse();
        document.selection().select(new Item.NodeItem("lb"));
        assertThat(afterNext()).containsExactly(new Item.LinkItem("c", "lb"));
        assertThat(afterNext()).containsExactly(new Item.LinkItem("lb", "a"));
        assertThat(afterNext()).containsExactly(new Item.LinkItem("lb", "b"));
        assertThat(afterNext()).containsExactly(new Item.LinkItem("c", "lb"));
        document.selection().select(new Item.NodeItem("a"));
        assertThat(afterNext()).containsExactly(new Item.LinkItem("lb", "a"));
        assertThat(afterNext()).as("the only one of a").containsExactly(new Item.LinkItem("lb", "a"));
    }
}
