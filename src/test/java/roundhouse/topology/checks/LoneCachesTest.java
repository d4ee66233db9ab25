package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;

class LoneCachesTest {
    private static final Topology BOTH = Topology.EMPTY
            .with(Server.of("web", new Distribution.Exponential(Duration.ofMillis(3))))
            .with(CacheNode.SETTINGS
                    .usual()
                    .with(CacheNode.ID, "cache")
                    .with(CacheNode.CACHE, CacheSettings.SETTINGS.usual()));
    private static final Topology ASKED = BOTH.with(link("web", "cache"));
    private static final Topology WITH_STORE =
            ASKED.with(Database.SETTINGS.usual().with(Database.ID, "db"));

    private static Link link(String from, String to) {
        return Link.of(from, to, Link.DEFAULT_LATENCY);
    }

    @Test
    void aCacheThatIsAskedAndHasNothingToLoadFrom() {
        assertThat(LoneCaches.in(BOTH)).as("nobody asks it").isEmpty();
        assertThat(LoneCaches.in(ASKED)).extracting(Node::id).containsExactly("cache");
        assertThat(LoneCaches.in(WITH_STORE)).as("nobody reads the database").hasSize(1);
        assertThat(LoneCaches.in(WITH_STORE.with(link("web", "db"))))
                .as("cache-aside")
                .isEmpty();
        assertThat(LoneCaches.in(WITH_STORE.with(link("cache", "db"))))
                .as("read-through")
                .isEmpty();
    }
}
