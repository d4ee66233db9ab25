package roundhouse.analysis.structure;

import java.util.List;
import roundhouse.routing.zones.ZoneDecision;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/** Does a balancer's preference for its own zone have any effect? */
final class ZoneAdvice {
    private ZoneAdvice() {}

    /** @param of names the pool, where there are several */
    static void check(LoadBalancer balancer, String of, List<Link> usable, Structure topology, Findings findings) {
        ZoneRule wanted = balancer.zoneAware().rule();
        if (wanted == null || usable.isEmpty()) {
            return;
        }
        ZoneRule rule = ZoneOffer.rule(balancer);
        if (rule == null) {
            findings.warning(
                    balancer.id(),
                    of + balancer.balancing().algorithm().key()
                            + " keeps clients or keys on their targets, so zones are disregarded");
            return;
        }
        ZoneDecision decision = topology.zones().decide(rule, balancer, usable);
        if (decision.split() == null) {
            findings.warning(balancer.id(), of + decision.words());
        }
    }
}
