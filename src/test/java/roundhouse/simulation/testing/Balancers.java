package roundhouse.simulation.testing;

import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;

/** Balancers that do not trust their targets, for tests. */
public final class Balancers {
    private Balancers() {}

    public static LoadBalancer of(
            String id, int layer, Algorithm algorithm, Sticky sticky, Health health, FailoverPolicy passOn) {
        return Systems.balancer(id, layer, algorithm, sticky, List.of(), Tls.PASS_THROUGH)
                .with(LoadBalancer.HEALTH, health)
                .with(LoadBalancer.PASS_ON, passOn);
    }
}
