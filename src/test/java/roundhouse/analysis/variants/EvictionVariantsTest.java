package roundhouse.analysis.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.CacheSettings;

class EvictionVariantsTest {
    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    @Test
    void allSixPlacesGetThePolicyAndNothingElse() {
        Topology before = sample("six-places-to-cache.json");
        EvictionPolicy sieve = EvictionPolicies.named("sieve").orElseThrow();
        Topology after = EvictionVariants.under(sieve, before);
        assertThat(EvictionVariants.now(before)).hasSizeGreaterThan(1);
        assertThat(EvictionVariants.now(after)).containsExactly(sieve);
        assertThat(after.nodes().stream().map(Node::cache).filter(Objects::nonNull))
                .hasSize(7)
                .extracting(CacheSettings::capacity)
                .isEqualTo(before.nodes().stream()
                        .map(Node::cache)
                        .filter(Objects::nonNull)
                        .map(CacheSettings::capacity)
                        .toList());
        assertThat(after.links()).isEqualTo(before.links());
    }

    @Test
    void policiesThatAreComparedHaveTheirNames() {
        assertThat(EvictionVariants.COMPARED)
                .extracting(EvictionPolicy::key)
                .containsExactly("lru", "fifo", "clock", "lfu", "arc", "s3-fifo", "sieve", "w-tinylfu", "random");
    }

    @Test
    void whereNothingCachesThereIsNoPolicy() {
        assertThat(EvictionVariants.now(sample("three-servers.json"))).isEmpty();
    }
}
