package roundhouse.simulation;

import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.FailoverPolicy;
import roundhouse.topology.nodes.Health;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Sticky;
import roundhouse.topology.nodes.Tls;

/** Balancers that do not trust their targets, for tests. */
final class Balancers {
    private Balancers() {}

    static LoadBalancer of(
            String id, int layer, Algorithm algorithm, Sticky sticky, Health health, FailoverPolicy passOn) {
        return Systems.balancer(id, layer, algorithm, sticky, List.of(), Tls.PASS_THROUGH)
                .with(LoadBalancer.HEALTH, health).with(LoadBalancer.PASS_ON, passOn);
    }
}
