package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.settings.Range;

/** What can be set of a link. */
final class LinkFields {
    private LinkFields() {}

    static List<Section<Link>> of(Topology topology, Link link) {
        List<Field<Link>> way = new ArrayList<>();
        DistributionFields.of("latency", "Latency", "One way; replies take as long again.", link.latency())
                .forEach(field -> way.add(field.in(Link::latency, (l, v) -> l.with(d -> d.latency = v))));
        boolean fromBalancer = isBalancer(topology, link.from());
        if (fromBalancer && isBalancer(topology, link.to())) {
            way.addAll(HeartbeatFields.of(link.heartbeat()));
        }
        Section<Link> main = new Section<>("", way);
        return fromBalancer && !link.isHeartbeat() ? List.of(main, target()) : List.of(main);
    }

    private static boolean isBalancer(Topology topology, String id) {
        return topology.node(id).filter(LoadBalancer.class::isInstance).isPresent();
    }

    /** Of a link from a load balancer to a target. */
    private static Section<Link> target() {
        return new Section<>(
                "As the balancer's target",
                List.of(
                        weight(),
                        Forms.wholeOr(
                                "unlimited",
                                "limit",
                                "Limit",
                                "Requests the balancer sends over it at once.",
                                Range.CONNECTIONS,
                                Link::limit,
                                (l, v) -> l.with(d -> d.limit = v)),
                        Forms.text(
                                "pool",
                                "Pool",
                                "The layer-7 pool it belongs to.",
                                Link::pool,
                                (l, v) -> l.with(d -> d.pool = v)),
                        Forms.flag(
                                "backup",
                                "Backup",
                                "Used only when no other target can serve; with a panic threshold, also for what the healthy ones"
                                        + " cannot bear.",
                                Link::backup,
                                (l, v) -> l.with(d -> d.backup = v)),
                        Forms.flag(
                                "down", "Out of use", "Never picked.", Link::down, (l, v) -> l.with(d -> d.down = v))));
    }

    /** The balancer's opinion of the target. */
    static Field<Link> weight() {
        return Forms.whole(
                "weight",
                "Weight",
                "The balancer's opinion of the target; 0 is never picked while others can serve.",
                Range.WEIGHT,
                Link::weight,
                (l, v) -> l.with(d -> d.weight = v));
    }
}
