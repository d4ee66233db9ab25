package roundhouse.workbench.inspector;

import java.util.List;
import roundhouse.topology.Limit;
import roundhouse.topology.Link;

/** What can be set of a link. */
final class LinkFields {
    private LinkFields() {}

    /** Of any link. */
    static Section<Link> way(Link link) {
        return new Section<>(
                "",
                DistributionFields.of("latency", "Latency", "One way; replies take as long again.", link.latency())
                        .stream()
                        .map(field -> field.in(Link::latency, LinkDraft.with((d, v) -> d.latency = v)))
                        .toList());
    }

    /** Of a link from a load balancer to a target. */
    static Section<Link> target() {
        return new Section<>(
                "As the balancer's target",
                List.of(
                        weight(),
                        Forms.wholeOr(
                                "unlimited",
                                "limit",
                                "Limit",
                                "Requests the balancer sends over it at once.",
                                Limit.CONNECTIONS,
                                Link::limit,
                                LinkDraft.with((d, v) -> d.limit = v)),
                        Forms.text(
                                "pool",
                                "Pool",
                                "The layer-7 pool it belongs to.",
                                Link::pool,
                                LinkDraft.with((d, v) -> d.pool = v)),
                        Forms.flag(
                                "backup",
                                "Backup",
                                "Used only when no other target can serve.",
                                Link::backup,
                                LinkDraft.with((d, v) -> d.backup = v)),
                        Forms.flag(
                                "down",
                                "Out of use",
                                "Never picked.",
                                Link::down,
                                LinkDraft.with((d, v) -> d.down = v))));
    }

    /** The balancer's opinion of the target. */
    static Field<Link> weight() {
        return Forms.whole(
                "weight",
                "Weight",
                "The balancer's opinion of the target; 0 is never picked while others can serve.",
                Limit.WEIGHT,
                Link::weight,
                LinkDraft.with((d, v) -> d.weight = v));
    }
}
