package roundhouse.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.zones.ZoneCounts;
import roundhouse.routing.zones.ZoneDecision;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.routing.zones.ZoneSplit;
import roundhouse.simulation.engine.BalancerZones;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;

/** How a balancer parts its requests between the zones of its targets while all is well. */
final class ZoneOffer {
    private final Topology topology;
    private final BalancerZones zones = new BalancerZones();

    ZoneOffer(Topology topology) {
        this.topology = topology;
        zones.become(topology);
    }

    /**
     * Links that share a part of the requests.
     *
     * @param share 0 to 1
     */
    record Part(List<Link> links, double share) {}

    /** Whether the rule applies to the balancer at all. */
    static @Nullable ZoneRule rule(LoadBalancer balancer) {
        return balancer.balancing().algorithm().zoneRule(balancer.zoneAware().rule());
    }

    /** The balancer's requests for these links, of which one is used at least. */
    List<Part> parts(LoadBalancer balancer, List<Link> links) {
        ZoneRule rule = rule(balancer);
        ZoneDecision decision = rule == null ? null : decide(rule, balancer, links);
        ZoneSplit split = decision == null ? null : decision.split();
        if (rule == null || split == null) {
            return List.of(new Part(links, 1));
        }
        double byZone = rule.enabled() / 100.0;
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(links, 1 - byZone));
        List<String> names = names(balancer, links);
        for (int zone = 0; zone < names.size(); zone++) {
            String name = names.get(zone);
            List<Link> there =
                    links.stream().filter(link -> zone(link).equals(name)).toList();
            parts.add(new Part(there, byZone * split.share(zone)));
        }
        return parts;
    }

    /** What the rule makes of these links while all is well. */
    ZoneDecision decide(ZoneRule rule, LoadBalancer balancer, List<Link> links) {
        List<String> names = names(balancer, links);
        int[] standing = new int[names.size()];
        sharing(balancer).forEach((zone, count) -> standing[names.indexOf(zone)] = count);
        int[] targets = new int[names.size()];
        links.forEach(link -> targets[names.indexOf(zone(link))]++);
        int own = balancer.zone() == null ? ZoneCounts.NOWHERE : names.indexOf(balancer.zone());
        return rule.decide(new ZoneCounts(names, own, standing, targets, targets, false));
    }

    private Map<String, Integer> sharing(LoadBalancer balancer) {
        return zones.sharing(balancer.id());
    }

    private List<String> names(LoadBalancer balancer, List<Link> links) {
        List<String> names = new ArrayList<>(sharing(balancer).keySet());
        for (Link link : links) {
            if (!names.contains(zone(link))) {
                names.add(zone(link));
            }
        }
        return names;
    }

    private String zone(Link link) {
        return Objects.requireNonNullElse(
                topology.node(link.to()).map(Node::zone).orElse(null), ZoneCounts.UNNAMED);
    }
}
