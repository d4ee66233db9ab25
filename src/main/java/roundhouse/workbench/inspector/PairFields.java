package roundhouse.workbench.inspector;

import java.util.List;
import java.util.Optional;
import roundhouse.health.VrrpTimers;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Heartbeat;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.VrrpSettings;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units;
import roundhouse.workbench.FigureText;

/** A load balancer's part in a pair that shares an address, and how long it then waits before it takes the address over. */
final class PairFields {
    private static final int VRRP_VERSION = 3;

    private PairFields() {}

    /** Nothing for a balancer without a heartbeat. */
    static Optional<Section<LoadBalancer>> of(Topology topology, LoadBalancer balancer) {
        return topology.links().stream()
                .filter(link -> link.from().equals(balancer.id()) || link.to().equals(balancer.id()))
                .map(Link::heartbeat)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(heartbeat -> new Section<>("High availability", fields(heartbeat)));
    }

    private static List<Field<LoadBalancer>> fields(Heartbeat heartbeat) {
        return List.of(
                Forms.whole(
                        "failover.priority",
                        "Priority",
                        "The balancer of the pair with the higher one is to be active; 255 owns the address.",
                        Range.PRIORITY,
                        b -> b.failover().priority(),
                        (b, v) -> b.with(d -> d.failover = new VrrpSettings(v, d.failover.preempt()))),
                Forms.flag(
                        "failover.preempt",
                        "Preempt",
                        "Takes the address back from a balancer of lower priority.",
                        b -> b.failover().preempt(),
                        (b, v) -> b.with(d -> d.failover = new VrrpSettings(d.failover.priority(), v))),
                Forms.shown(
                        "failover.after",
                        "Takeover after",
                        "How long it hears no heartbeat as a standby before it takes the address over: the misses, and a skew that lets the highest priority be first.",
                        formula(heartbeat),
                        balancer -> after(balancer.failover(), heartbeat)));
    }

    private static String formula(Heartbeat heartbeat) {
        String interval = Units.format(heartbeat.interval());
        return heartbeat.misses() + " × " + interval + " + (256 − priority) / 256 × " + interval;
    }

    private static String after(VrrpSettings failover, Heartbeat heartbeat) {
        VrrpTimers timers = new VrrpTimers(
                VRRP_VERSION, heartbeat.interval().toNanos() / 1_000, failover.priority(), heartbeat.misses());
        return FigureText.duration(timers.masterDownMicros() * 1_000);
    }
}
