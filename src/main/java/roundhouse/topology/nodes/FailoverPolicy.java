package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a load balancer does with a request that a target refused or failed: give it to the next target.
 *
 * @param tries targets it is given to at most; 1 for never passing on
 * @param timeout a target without a reply by then has failed; null to wait for ever
 */
public record FailoverPolicy(int tries, @Nullable Duration timeout) {
    public static final FailoverPolicy NEVER = new FailoverPolicy(1, null);
}
