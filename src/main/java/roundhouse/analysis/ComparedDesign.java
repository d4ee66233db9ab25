package roundhouse.analysis;

import java.util.List;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;

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
}
