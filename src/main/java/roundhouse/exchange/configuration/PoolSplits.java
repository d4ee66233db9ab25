package roundhouse.exchange.configuration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.waiting.ConnectionLimits;

/**
 * Requests that are split among several pools by chance, as nginx's {@code split_clients} and Envoy's {@code weighted_clusters} do: a
 * balancer of its own that draws by weight, takes no time, and has a balancer for each pool behind it.
 */
public final class PoolSplits {
    private static final Distribution AT_ONCE = new Distribution.Fixed(Duration.ZERO);

    private PoolSplits() {}

    /**
     * Puts the balancer of a split and its links.
     *
     * @param name what it is called
     * @param weights of the pools, by their names
     * @param behind the id of the balancer of each pool
     * @param sticky what keeps a client in the pool that it was first given
     * @return its id
     */
    public static String put(
            SystemDraft system,
            String name,
            Map<String, Integer> weights,
            Function<String, String> behind,
            Sticky.By sticky) {
        Map<String, String> ids = new LinkedHashMap<>();
        weights.keySet().forEach(pool -> ids.put(pool, behind.apply(pool)));
        String id = system.newId(name);
        system.put(LoadBalancer.of(id)
                .with(LoadBalancer.COST, Duration.ZERO)
                .with(LoadBalancer.CONNECTIONS, ConnectionLimits.NONE)
                .with(LoadBalancer.ALGORITHM, Balancing.of(Algorithm.RANDOM))
                .with(LoadBalancer.STICKY, sticky == Sticky.By.OFF ? Sticky.OFF : Sticky.of(sticky)));
        ids.forEach((pool, to) -> system.put(Link.of(id, to, AT_ONCE).weighted(weights.getOrDefault(pool, 1))));
        system.assumed("Splits by chance are balancers that draw by weight, which take no time.");
        return id;
    }

    /** Parts of a whole as the smallest whole numbers in the same proportion. */
    public static List<Integer> weights(List<Integer> parts) {
        int divisor = Math.max(1, parts.stream().reduce(0, PoolSplits::common));
        return parts.stream().map(part -> part / divisor).toList();
    }

    private static int common(int one, int other) {
        return other == 0 ? one : common(other, one % other);
    }
}
