package roundhouse.simulation;

import java.util.List;
import roundhouse.routing.Algorithm;
import roundhouse.topology.Health;
import roundhouse.topology.Node;
import roundhouse.topology.FailoverPolicy;
import roundhouse.topology.Sticky;
import roundhouse.topology.Tls;

/** Balancers that do not trust their targets, for tests. */
final class Balancers {
    private Balancers() {}

    static Node.LoadBalancer of(
            String id, int layer, Algorithm algorithm, Sticky sticky, Health health, FailoverPolicy passOn) {
        return Systems.balancer(id, layer, algorithm, sticky, List.of(), Tls.PASS_THROUGH)
                .with(lb -> {
                    lb.health = health;
                    lb.passOn = passOn;
                });
    }
}
