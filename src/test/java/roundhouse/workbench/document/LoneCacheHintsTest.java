package roundhouse.workbench.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.workbench.Notices;

class LoneCacheHintsTest {
    private static final Node CACHE = CacheNode.SETTINGS
            .usual()
            .with(CacheNode.ID, "cache")
            .with(CacheNode.CACHE, CacheSettings.SETTINGS.usual());
    private static final Node SERVER = NewNode.server(Topology.EMPTY).renamed("web");
    private static final Topology BOTH = Topology.EMPTY.with(SERVER).with(CACHE);
    private static final Topology ASKED = BOTH.with(Link.of("web", "cache", NewNode.LATENCY));
    private static final Topology WITH_STORE =
            ASKED.with(Database.SETTINGS.usual().with(Database.ID, "db"));

    @Test
    void isToldOnceByTheEditThatMakesIt() {
        Document document = new Document();
        Notices notices = new Notices();
        LoneCacheHints.follow(document, notices);
        document.edit("Add", BOTH);
        assertThat(notices.currentProperty().get()).isNull();
        document.edit("Link", ASKED);
        assertThat(notices.currentProperty().get()).isNotNull();
        notices.dismiss();
        document.edit("Add", WITH_STORE);
        assertThat(notices.currentProperty().get()).as("known already").isNull();
    }
}
