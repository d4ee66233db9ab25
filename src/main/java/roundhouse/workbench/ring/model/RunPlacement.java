package roundhouse.workbench.ring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;

/**
 * A pool that is routed by key as the run has it. The run may know more than the document: a server that its balancer took out of use
 * by itself keeps its place, but gets nothing.
 *
 * @param state the settings and the targets, in the run's order
 * @param out the servers that the run has taken out of use by itself
 * @param placement the object by which the run picks
 */
public record RunPlacement(RingState state, Set<String> out, Placement placement) {
    /** @param topology the run's own at that instant */
    public static RunPlacement of(KeyedPool pool, Topology topology) {
        List<Target> targets = pool.placement().targets();
        LoadBalancer node = (LoadBalancer) topology.node(pool.balancer()).orElseThrow();
        Predicate<Target> asSaid = target -> topology.link(pool.balancer(), target.name())
                .filter(link -> !link.down())
                .isEmpty();
        return new RunPlacement(
                new RingState(node.balancing().placement(), targets),
                targets.stream()
                        .filter(Target::down)
                        .filter(asSaid.negate())
                        .map(Target::name)
                        .collect(Collectors.toUnmodifiableSet()),
                pool.placement());
    }

    /** What the document has, as the run sees it: in the run's order, and who is out of use is down. */
    RingState see(RingState document) {
        return new RingState(
                document.settings(),
                inOrderOf(state, document).stream()
                        .map(target -> out.contains(target.name()) ? target.withDown(true) : target)
                        .toList());
    }

    /** The inverse of {@link #see}: the document that would be seen as that. */
    RingState unsee(RingState seen, RingState document) {
        return new RingState(
                seen.settings(),
                inOrderOf(document, seen).stream()
                        .map(target -> out.contains(target.name()) && target.down()
                                ? target.withDown(document.target(target.name())
                                        .filter(Target::down)
                                        .isPresent())
                                : target)
                        .toList());
    }

    private static List<Target> inOrderOf(RingState order, RingState state) {
        List<Target> targets = new ArrayList<>();
        order.targets().forEach(first -> state.target(first.name()).ifPresent(targets::add));
        state.targets().stream()
                .filter(target -> order.indexOf(target.name()) == Placement.NONE)
                .forEach(targets::add);
        return targets;
    }
}
