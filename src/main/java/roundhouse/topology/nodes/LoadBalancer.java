package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Spreads requests over the nodes it is linked to.
 *
 * @param layer 4 picks once per connection and sees addresses only; 7 picks per request and reads it
 * @param cores processors of its own
 * @param cost processor time per request (layer 7) or per request forwarded (layer 4)
 * @param health how it finds out which targets may take requests
 * @param passOn what it does with requests that a target did not answer well
 * @param failover its part in a pair, when it has a heartbeat
 */
public record LoadBalancer(
        String id,
        @Nullable String label,
        int layer,
        Balancing balancing,
        int cores,
        Duration cost,
        Sticky sticky,
        List<Rule> rules,
        Tls tls,
        @Nullable String region,
        @Nullable String zone,
        Health health,
        FailoverPolicy passOn,
        VrrpSettings failover)
        implements Node {
    /** A load balancer of which a file says no more than this. */
    public static LoadBalancer of(String id) {
        return new BalancerDraft(id).build();
    }

    /** The same with some of its parts set. */
    public LoadBalancer with(Consumer<BalancerDraft> change) {
        BalancerDraft draft = new BalancerDraft(this);
        change.accept(draft);
        return draft.build();
    }

    /** What a request costs where the file does not say: 2 µs at layer 4, 20 µs at layer 7. */
    public static Duration defaultCost(int layer) {
        return layer == 4 ? Duration.ofNanos(2_000) : Duration.ofNanos(20_000);
    }

    @Override
    public LoadBalancer labelled(@Nullable String label) {
        return with(balancer -> balancer.label = label);
    }

    @Override
    public LoadBalancer renamed(String id) {
        return with(balancer -> balancer.id = id);
    }

    /** This balancer under another algorithm. */
    public LoadBalancer balancing(Balancing balancing) {
        return with(balancer -> balancer.balancing = balancing);
    }
}
