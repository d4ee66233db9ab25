package roundhouse.analysis.variants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.CacheSettings;

/** A design whose caches all make room by another policy. */
public final class EvictionVariants {
    /** The policies that people speak of; the others are kin of these. */
    public static final List<EvictionPolicy> COMPARED = Stream.of(
                    "lru", "fifo", "clock", "lfu", "arc", "s3-fifo", "sieve", "w-tinylfu", "random")
            .map(EvictionPolicies::named)
            .flatMap(Optional::stream)
            .toList();

    private EvictionVariants() {}

    /** The policies there are now, each once, in the order of the nodes; empty where nothing caches. */
    public static List<EvictionPolicy> now(Topology topology) {
        return topology.nodes().stream()
                .flatMap(node -> Stream.ofNullable(node.cache()))
                .flatMap(cache -> EvictionPolicies.named(cache.policy()).stream())
                .distinct()
                .toList();
    }

    /** The design with every cache, wherever it is, under that policy. */
    public static Topology under(EvictionPolicy policy, Topology topology) {
        return topology.withNodes(
                topology.nodes().stream().map(node -> evictedBy(policy, node)).toList());
    }

    private static Node evictedBy(EvictionPolicy policy, Node node) {
        CacheSettings cache = node.cache();
        return cache == null ? node : node.cachingBy(CacheSettings.POLICY.with(cache, policy.key()));
    }
}
