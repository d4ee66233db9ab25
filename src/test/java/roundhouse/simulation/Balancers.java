package roundhouse.simulation;

import java.time.Duration;
import java.util.List;
import roundhouse.routing.Algorithm;
import roundhouse.topology.Balancing;
import roundhouse.topology.Failover;
import roundhouse.topology.Health;
import roundhouse.topology.Node;
import roundhouse.topology.PassOn;
import roundhouse.topology.Sticky;
import roundhouse.topology.Tls;

/** Balancers that do not trust their targets, for tests. */
final class Balancers {
    private Balancers() {}

    static Node.LoadBalancer of(
            String id, int layer, Algorithm algorithm, Sticky sticky, Health health, PassOn passOn) {
        return new Node.LoadBalancer(
                id,
                null,
                layer,
                Balancing.of(algorithm),
                2,
                Duration.ZERO,
                sticky,
                List.of(),
                Tls.PASS_THROUGH,
                null,
                null,
                health,
                passOn,
                Failover.DEFAULT);
    }
}
