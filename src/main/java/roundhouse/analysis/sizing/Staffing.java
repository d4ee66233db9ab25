package roundhouse.analysis.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.scaling.Erlang;
import roundhouse.scaling.SquareRootStaffing;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;

/**
 * What theory says of servers with exponential service times: as if all their cores took from one queue in which requests arrive at
 * random (M/M/c), which is the best that balancing can do.
 *
 * @param id of the servers, as the document has them
 * @param cores of all of them
 * @param erlangs arrivals by service rate: the cores that are busy on average
 */
public record Staffing(String id, int cores, double erlangs) {
    /** Every node to which it applies, under the load of that run. */
    public static List<Staffing> of(Topology topology, TrialRun run) {
        Map<String, Double> arriving = new TreeMap<>();
        run.nodes().forEach(node -> arriving.put(node.id(), node.arriving()));
        List<Staffing> all = new ArrayList<>();
        for (Node node : topology.nodes()) {
            if (node instanceof Server server && server.service() instanceof Distribution.Exponential) {
                double rate = Members.of(node).stream()
                        .mapToDouble(id -> arriving.getOrDefault(id, 0.0))
                        .sum();
                if (rate > 0) {
                    all.add(new Staffing(
                            node.id(),
                            node.count() * server.cores(),
                            rate * server.service().mean().toNanos() / 1e9));
                }
            }
        }
        return all;
    }

    /** The part of requests that would wait, by Erlang C. */
    public double waiting() {
        return Erlang.waiting(cores, erlangs);
    }

    /** Cores with which no more than this part waits, by Erlang C. */
    public int coresFor(double part) {
        return Erlang.serversFor(erlangs, part);
    }

    /** The same by Halfin and Whitt's square root rule. */
    public int squareRootFor(double part) {
        return SquareRootStaffing.servers(erlangs, part);
    }
}
