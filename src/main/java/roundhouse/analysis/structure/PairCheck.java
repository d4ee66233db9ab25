package roundhouse.analysis.structure;

import java.util.List;
import java.util.Set;
import roundhouse.health.Vrrp;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/** Can each balancer of a pair do the other's work? */
final class PairCheck {
    private PairCheck() {}

    static void check(Structure topology, Findings findings) {
        for (Link heartbeat : topology.links()) {
            if (heartbeat.isHeartbeat()
                    && topology.node(heartbeat.from()).orElse(null) instanceof LoadBalancer one
                    && topology.node(heartbeat.to()).orElse(null) instanceof LoadBalancer two) {
                oneSided(one.id(), two.id(), topology, findings);
                oneSided(two.id(), one.id(), topology, findings);
                if (!targets(one.id(), topology).equals(targets(two.id(), topology))) {
                    findings.warning(
                            one.id(),
                            "and " + two.id()
                                    + " share an address but not their targets, so a takeover changes who serves");
                }
                if (one.failover().priority() == Vrrp.OWNER && two.failover().priority() == Vrrp.OWNER) {
                    findings.warning(
                            one.id(),
                            "and " + two.id() + " both own the address, for both have the priority " + Vrrp.OWNER
                                    + "; each is active as soon as it is up, until it hears the other");
                } else if (one.failover().priority() == two.failover().priority()) {
                    findings.note(
                            one.id(),
                            "and " + two.id() + " have the same priority, "
                                    + one.failover().priority() + "; the heartbeat's first end, " + one.id()
                                    + ", is the active one");
                }
            }
        }
    }

    private static void oneSided(String to, String other, Structure topology, Findings findings) {
        List<String> missing = topology.sources(to).stream()
                .filter(from -> !topology.targets(from).contains(other))
                .toList();
        if (!missing.isEmpty()) {
            findings.warning(
                    other,
                    "is not linked from " + String.join(", ", missing)
                            + ", so it gets nothing from there when it takes over from " + to);
        }
    }

    private static Set<String> targets(String id, Structure topology) {
        return topology.targets(id);
    }
}
