package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.waiting.TimeLimits;

/**
 * What a route says of requests to its cluster.
 *
 * @param timeout of a whole request; null for none
 * @param passOn what becomes of those that a target fails
 */
record EnvoyPassing(@Nullable Duration timeout, FailoverPolicy passOn) {
    /** Of what has no routes. */
    static final EnvoyPassing NONE = new EnvoyPassing(null, FailoverPolicy.NEVER);

    LoadBalancer on(LoadBalancer balancer) {
        return balancer.with(LoadBalancer.TIMEOUTS, TimeLimits.REQUEST.with(balancer.timeouts(), timeout))
                .with(LoadBalancer.PASS_ON, passOn);
    }
}
