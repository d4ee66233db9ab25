package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Algorithm;

/** A load balancer while its parts are set; at first as in a file that says nothing of them. */
public final class BalancerDraft {
    public String id;
    public @Nullable String label;
    public int layer = Defaults.LAYER;
    public Balancing balancing = Balancing.of(Algorithm.ROUND_ROBIN);
    public int cores = Defaults.BALANCER_CORES;
    public Duration cost = LoadBalancer.defaultCost(Defaults.LAYER);
    public Sticky sticky = Sticky.OFF;
    public List<Rule> rules = List.of();
    public Tls tls = Tls.PASS_THROUGH;
    public @Nullable String region;
    public @Nullable String zone;
    public Health health = Health.NONE;
    public FailoverPolicy passOn = FailoverPolicy.NEVER;
    public VrrpSettings failover = VrrpSettings.DEFAULT;

    public BalancerDraft(String id) {
        this.id = id;
    }

    public BalancerDraft(LoadBalancer balancer) {
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

    public LoadBalancer build() {
        return new LoadBalancer(
                id, label, layer, balancing, cores, cost, sticky, rules, tls, region, zone, health, passOn, failover);
    }
}
