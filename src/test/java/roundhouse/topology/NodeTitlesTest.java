package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;

class NodeTitlesTest {
    private static Topology topology(Node... nodes) {
        return Topology.EMPTY.withNodes(List.of(nodes));
    }

    private static Node server(String id, @Nullable String label) {
        return Server.of(id, new Distribution.Fixed(Duration.ofMillis(3))).labelled(label);
    }

    @Test
    void isTheLabelOrTheIdOrBothWhereALabelIsShared() {
        NodeTitles titles = NodeTitles.of(
                topology(server("a", "Web"), server("b", "Web"), server("c", "Store"), server("d", null)));
        assertThat(titles.of("a")).isEqualTo("Web (a)");
        assertThat(titles.of("b")).isEqualTo("Web (b)");
        assertThat(titles.of("c")).isEqualTo("Store");
        assertThat(titles.of("d")).isEqualTo("d");
        assertThat(titles.of("never there")).isEqualTo("never there");
    }

    @Test
    void isKeptByWhatIsGoneAndChangesWithTheLabel() {
        NodeTitles titles = NodeTitles.of(topology(server("a", "Old")));
        titles.follow(topology(server("b", "Other")));
        assertThat(titles.of("a")).isEqualTo("Old");
        titles.follow(topology(server("a", "New")));
        assertThat(titles.of("a")).isEqualTo("New");
    }

    @Test
    void aNodeThatIsMetHasItsTitleUnlessItIsKnown() {
        NodeTitles titles = NodeTitles.of(topology(server("a", "Known")));
        titles.meet(server("a", "Other"));
        titles.meet(server("b", "New"));
        assertThat(titles.of("a")).isEqualTo("Known");
        assertThat(titles.of("b")).isEqualTo("New");
    }

    @Test
    void knowsThoseOfAnotherUntilItIsCleared() {
        NodeTitles titles = NodeTitles.of(topology(server("a", "Old"), server("b", "Mine")));
        titles.putAll(NodeTitles.of(topology(server("a", "New"))));
        assertThat(titles.of("a")).isEqualTo("New");
        assertThat(titles.of("b")).isEqualTo("Mine");
        titles.clear();
        assertThat(titles.of("a")).isEqualTo("a");
    }
}
