package roundhouse.analysis.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;

class WaysOfWritingTest {
    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static DataSettings data(Topology topology, String server) {
        return ((Server) topology.node(server).orElseThrow()).data();
    }

    @Test
    void aCacheThatIsToWriteBackGetsTheStoreOfItsServersAndALinkToIt() {
        Topology aside = sample("six-places-to-cache.json");
        Topology back = WaysOfWriting.under(DataStrategy.WRITE_BACK, aside).orElseThrow();
        CacheNode cache = (CacheNode) back.node("shared").orElseThrow();
        assertThat(cache.backing()).isEqualTo("db");
        assertThat(cache.flush()).as("each second").isNull();
        assertThat(back.link("shared", "db").orElseThrow().latency())
                .isEqualTo(aside.link("web-1", "db").orElseThrow().latency());
        assertThat(aside.link("shared", "db")).isEmpty();
        assertThat(WaysOfWriting.now(back)).containsExactly(DataStrategy.WRITE_BACK);
    }

    @Test
    void aServerThatIsToWriteItselfGetsTheStoreOfItsCacheAndALinkToIt() {
        Topology back = sample("write-back-and-a-crash.json");
        Topology aside = WaysOfWriting.under(DataStrategy.CACHE_ASIDE, back).orElseThrow();
        for (String server : List.of("web-1", "web-2")) {
            assertThat(data(aside, server).store()).isEqualTo("db");
            assertThat(aside.link(server, "db").orElseThrow().latency())
                    .isEqualTo(back.link("cache", "db").orElseThrow().latency());
        }
        // Its cache goes on writing for it where that is the way.
        Topology through = WaysOfWriting.under(DataStrategy.WRITE_THROUGH, back).orElseThrow();
        assertThat(data(through, "web-1").store()).isNull();
        assertThat(through.links()).isEqualTo(back.links());
    }

    @Test
    void withoutACacheNothingIsWrittenBack() {
        Topology topology = sample("six-places-to-cache.json");
        for (String id : List.of("web-1", "web-2")) {
            Server server = (Server) topology.node(id).orElseThrow();
            topology = topology.with(server.with(Server.DATA, data(topology, id).with(DataSettings.CACHE, List.of())));
        }
        assertThat(WaysOfWriting.under(DataStrategy.WRITE_BACK, topology)).isEmpty();
        assertThat(WaysOfWriting.under(DataStrategy.WRITE_AROUND, topology)).isPresent();
    }

    @Test
    void versionsNeedAServerThatReadsItsStoreItself() {
        Topology topology = sample("three-ways-to-invalidate.json");
        assertThat(WaysOfWriting.under(DataStrategy.WRITE_BACK, topology)).isEmpty();
        assertThat(WaysOfWriting.under(DataStrategy.WRITE_THROUGH, topology)).isPresent();
    }

    @Test
    void leasesAndOrdersAreOfCacheAsideOnly() {
        Topology topology = sample("stale-set-and-leases.json");
        assertThat(topology.nodes())
                .anyMatch(node -> node instanceof Server server
                        && server.data() != null
                        && server.data().leases());
        Topology through =
                WaysOfWriting.under(DataStrategy.WRITE_THROUGH, topology).orElseThrow();
        assertThat(through.nodes())
                .noneMatch(node -> node instanceof Server server
                        && server.data() != null
                        && server.data().leases());
    }

    @Test
    void whatIsMadeOfASampleIsRight() {
        for (String name : List.of(
                "four-ways-of-writing.json",
                "write-back-and-a-crash.json",
                "stampede.json",
                "a-cache-node-lost.json")) {
            Topology topology = sample(name);
            List<Topology> designs = Stream.of(DataStrategy.values())
                    .flatMap(way -> WaysOfWriting.under(way, topology).stream())
                    .toList();
            assertThat(designs).as(name).hasSize(5);
            assertThat(designs)
                    .as(name)
                    .allSatisfy(
                            design -> assertThat(Validation.problems(design)).isEmpty());
        }
    }

    @Test
    void designsWithoutDataHaveNoWay() {
        assertThat(WaysOfWriting.now(sample("three-servers.json"))).isEmpty();
    }
}
