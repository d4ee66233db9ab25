package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.data.CacheSettings;

/** An edit is told in the words of the form it was made in. */
class NodeChangesTest {
    private static final Server SERVER = Server.SETTINGS.usual().with(Server.ID, "s1");

    @Test
    void aChoiceByItsNamesAndNotByThoseOfFiles() {
        CacheSettings lru = CacheSettings.SETTINGS.usual();
        CacheNode before =
                CacheNode.SETTINGS.usual().with(CacheNode.ID, "cache").with(CacheNode.CACHE, lru);
        CacheNode after = before.with(CacheNode.CACHE, lru.with(CacheSettings.POLICY, "redis-lru"));
        assertThat(NodeKinds.changes(before, after))
                .as("the samples that come with the policy are not told")
                .containsExactly("policy LRU → Redis allkeys-lru");
    }

    @Test
    void whatIsEmptyAsTheFormShowsIt() {
        assertThat(NodeKinds.changes(SERVER, SERVER.with(Server.CONNECTIONS, 10)))
                .containsExactly("connections unlimited → 10");
    }

    @Test
    void anotherNameIsNoChangeOfASetting() {
        assertThat(NodeKinds.changes(SERVER, SERVER.labelled("web"))).isEmpty();
        assertThat(NodeKinds.changes(
                        SERVER,
                        SERVER.with(Server.CORES, 8).with(Server.QUEUE, 7).labelled("web")))
                .hasSize(2);
    }
}
