package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;

/**
 * Where everything of an exported system is: balancers listen on ports from 8080 on, and whatever has no address in the document is on the
 * loopback interface, on ports from 9001 on, in the order of the document.
 */
public final class Addresses {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BALANCERS = 8_080;
    private static final int TARGETS = 9_001;
    private static final int LAST_PORT = 65_000;

    private final Map<String, List<String>> addresses = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();

    /**
     * Where a link leads.
     *
     * @param text {@code 10.0.0.1:8080}
     * @param assumed whether the document does not say it
     */
    public record Place(String text, boolean assumed) {}

    public Addresses(Topology topology) {
        int port = TARGETS;
        for (Node node : topology.nodes()) {
            List<String> its = new ArrayList<>();
            if (node instanceof LoadBalancer) {
                ports.put(node.id(), BALANCERS + ports.size());
                its.add(LOOPBACK + ":" + ports.get(node.id()));
            } else if (node.takesRequests()) {
                for (int i = 0; i < Members.of(node).size(); i++) {
                    int beyond = port / LAST_PORT;
                    its.add("127.0." + beyond + ".1:" + (beyond == 0 ? port : TARGETS + port % LAST_PORT));
                    port++;
                }
            }
            addresses.put(node.id(), its);
        }
    }

    /** The port where a load balancer listens. */
    public int port(String balancer) {
        return ports.getOrDefault(balancer, BALANCERS);
    }

    /** Where a link leads: to one place, or to as many as its target stands for. */
    public List<Place> of(Link link) {
        List<String> its = addresses.getOrDefault(link.to(), List.of());
        return link.address() != null && its.size() <= 1
                ? List.of(new Place(link.address(), false))
                : its.stream().map(text -> new Place(text, true)).toList();
    }
}
