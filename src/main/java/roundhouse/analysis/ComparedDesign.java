package roundhouse.analysis;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * One of the runs that are compared: what it starts with and what is done to it.
 *
 * @param log what was done while it ran
 */
public record ComparedDesign(String name, Topology start, List<Run.Entry> log) {
    public ComparedDesign {
        log = List.copyOf(log);
    }

    public static ComparedDesign of(Topology topology) {
        return new ComparedDesign(topology.name(), topology, List.of());
    }

    public ComparedDesign named(String other) {
        return new ComparedDesign(other, start, log);
    }

    public ComparedDesign withSeed(long seed) {
        return new ComparedDesign(name, start.withSeed(seed), log);
    }

    /** The same with every load balancer balancing by that algorithm from the beginning on. */
    public ComparedDesign balancedBy(Algorithm algorithm) {
        List<Run.Entry> entries = new ArrayList<>();
        for (Node node : start.nodes()) {
            if (node instanceof LoadBalancer) {
                entries.add(new Run.Entry(0, 0, new Command.SetAlgorithm(node.id(), Balancing.of(algorithm))));
            }
        }
        entries.addAll(log);
        return new ComparedDesign(name + ", " + algorithm.key(), start, entries);
    }
}
