package roundhouse.exchange.configuration;

import java.util.List;
import java.util.Optional;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.LoadBalancer;

/** Writes topologies in the language of one program. */
public interface ConfigurationExporter {
    /** Its name on the command line. */
    String key();

    /** What people call the program. */
    String title();

    /** What its file is usually called. */
    String fileName();

    /** Why a topology cannot be written in it at all; nothing when it can. */
    default Optional<Problem> refusal(Topology topology) {
        return balancers(topology).isEmpty()
                ? Optional.of(new Problem("/nodes", 0, "it has no load balancer, so there is nothing to configure"))
                : Optional.empty();
    }

    /** The same topology always gives the same text, and the program takes it. Only for one that is not refused. */
    Exported export(Topology topology);

    /** What is written: a system's load balancers. */
    static List<LoadBalancer> balancers(Topology topology) {
        return topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .toList();
    }
}
