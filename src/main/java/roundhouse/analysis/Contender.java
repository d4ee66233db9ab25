package roundhouse.analysis;

import java.util.List;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;

/**
 * One of the runs that are compared: what it starts with and what is done to it.
 *
 * @param log what was done while it ran
 */
public record Contender(String name, Topology start, List<Run.Entry> log) {
    public Contender {
        log = List.copyOf(log);
    }

    public static Contender of(Topology topology) {
        return new Contender(topology.name(), topology, List.of());
    }

    public Contender named(String other) {
        return new Contender(other, start, log);
    }

    public Contender withSeed(long seed) {
        return new Contender(name, start.withSeed(seed), log);
    }
}
