package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Balancing;
import roundhouse.topology.Failover;
import roundhouse.topology.Health;
import roundhouse.topology.Node;
import roundhouse.topology.PassOn;
import roundhouse.topology.Rule;
import roundhouse.topology.Sticky;
import roundhouse.topology.Tls;

/** A load balancer while one of its parts is changed. */
final class BalancerDraft {
    private final String id;

    @Nullable
    String label;

    int layer;
    Balancing balancing;
    int cores;
    Duration cost;
    Sticky sticky;
    List<Rule> rules;
    Tls tls;

    @Nullable
    String region;

    @Nullable
    String zone;

    Health health;
    PassOn passOn;
    Failover failover;

    private BalancerDraft(Node.LoadBalancer balancer) {
        id = balancer.id();
        label = balancer.label();
        layer = balancer.layer();
        balancing = balancer.balancing();
        cores = balancer.cores();
        cost = balancer.cost();
        sticky = balancer.sticky();
        rules = balancer.rules();
        tls = balancer.tls();
        region = balancer.region();
        zone = balancer.zone();
        health = balancer.health();
        passOn = balancer.passOn();
        failover = balancer.failover();
    }

    /** A function that gives a load balancer with one part set. */
    static <V extends @Nullable Object> BiFunction<Node.LoadBalancer, V, Node.LoadBalancer> with(
            BiConsumer<BalancerDraft, V> set) {
        return (balancer, value) -> {
            BalancerDraft draft = new BalancerDraft(balancer);
            set.accept(draft, value);
            return draft.done();
        };
    }

    private Node.LoadBalancer done() {
        return new Node.LoadBalancer(
                id, label, layer, balancing, cores, cost, sticky, rules, tls, region, zone, health, passOn, failover);
    }
}
