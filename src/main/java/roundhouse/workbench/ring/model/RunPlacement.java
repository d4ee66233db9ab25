package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/**
 * A pool that is routed by key, or a sharded store, as the run has it, which is what the ring shows. A server that its balancer took out of use by itself
 * keeps its place, but gets nothing.
 *
 * @param state the settings and the targets, in the run's order
 * @param out the servers that the run has taken out of use by itself, and why, in a few words
 * @param placement the object by which the run picks
 */
public record RunPlacement(RingState state, Map<String, String> out, Placement placement) {
    /** As it is at the frame's instant. */
    public static RunPlacement of(KeyedPool pool, Frame frame) {
        List<Target> targets = pool.placement().targets();
        if (pool.pool().equals(KeyedPool.OF_STORE)) {
            PlacementSettings settings = frame.topology
                    .store(pool.balancer())
                    .flatMap(RingState::of)
                    .orElseGet(RingState::sketch)
                    .settings();
            return new RunPlacement(new RingState(settings, targets), Map.of(), pool.placement());
        }
        LoadBalancer node = (LoadBalancer) frame.topology.node(pool.balancer()).orElseThrow();
        Map<String, String> out = new LinkedHashMap<>();
        List<Link> links = frame.topology.links();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (link.from().equals(pool.balancer()) && !link.down()) {
                out.put(link.to(), why(frame.target[i]));
            }
        }
        out.keySet()
                .removeIf(name -> targets.stream()
                        .noneMatch(target -> target.down() && target.name().equals(name)));
        return new RunPlacement(new RingState(node.balancing().placement(), targets), out, pool.placement());
    }

    private static String why(byte state) {
        return switch (state) {
            case TargetState.CHECKED_OUT -> text("ring.out-checks-failed");
            case TargetState.FAILED_OUT -> text("ring.out-requests-failed");
            case TargetState.EJECTED -> text("ring.out-ejected");
            case TargetState.DRAINING -> text("ring.out-draining");
            case TargetState.ADDRESS_ELSEWHERE -> text("ring.out-address-elsewhere");
            default -> text("ring.out-otherwise");
        };
    }
}
