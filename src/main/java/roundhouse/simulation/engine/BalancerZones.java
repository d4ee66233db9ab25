package roundhouse.simulation.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import roundhouse.routing.zones.ZoneCounts;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/** Where the balancers stand that share targets: Envoy's local cluster. Those that are down are counted too, as no one checks them. */
public final class BalancerZones {
    private Topology topology = Topology.EMPTY;
    private int version;

    public void become(Topology next) {
        topology = next;
        version++;
    }

    /** Changes with the topology. */
    public int version() {
        return version;
    }

    /** For each zone how many balancers there have a target in common with that one, which is one of them itself. */
    public Map<String, Integer> sharing(String balancer) {
        Set<String> targets = new LinkedHashSet<>();
        for (Link link : topology.links()) {
            if (link.from().equals(balancer) && !link.isHeartbeat()) {
                targets.add(link.to());
            }
        }
        Set<String> sharing = new LinkedHashSet<>();
        sharing.add(balancer);
        for (Link link : topology.links()) {
            if (targets.contains(link.to()) && !link.isHeartbeat()) {
                sharing.add(link.from());
            }
        }
        Map<String, Integer> zones = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            if (node.picksTargets() && sharing.contains(node.id())) {
                String zone = node.zone();
                zones.merge(zone == null ? ZoneCounts.UNNAMED : zone, 1, Integer::sum);
            }
        }
        return zones;
    }
}
