package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.FigureText;

/** The keys of the requests that the run's clients began last, as the newest picture of the run has them. */
public final class LiveKeys {
    private Topology topology = Topology.EMPTY;
    private int count;
    private long[] keys = {};
    private int[] clients = {};

    public void take(Frame frame) {
        topology = frame.topology;
        count = frame.keys;
        if (keys.length < count) {
            keys = new long[frame.key.length];
            clients = new int[frame.key.length];
        }
        System.arraycopy(frame.key, 0, keys, 0, count);
        System.arraycopy(frame.keyClients, 0, clients, 0, count);
    }

    /**
     * The keys of all clients from whom links lead to a balancer, or where that is empty of all clients, and how often each was asked
     * for; none while there were no requests. The one asked for most comes first.
     */
    public Optional<KeySet> of(String balancer) {
        boolean[] counted = upstream(balancer);
        Map<Long, Integer> asked = new LinkedHashMap<>();
        int requests = 0;
        for (int i = 0; i < count; i++) {
            if (clients[i] >= 0 && counted[clients[i]]) {
                asked.merge(keys[i], 1, Integer::sum);
                requests++;
            }
        }
        if (requests == 0) {
            return Optional.empty();
        }
        List<Map.Entry<Long, Integer>> order = asked.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        double all = requests;
        return Optional.of(new KeySet(
                text("ring.keys-of-traffic", FigureText.count(requests)),
                order.stream().map(entry -> KeyText.of(entry.getKey())).toList(),
                order.stream().mapToDouble(entry -> entry.getValue() / all).toArray(),
                ""));
    }

    /** For each node whether its requests may come to the balancer. */
    private boolean[] upstream(String balancer) {
        boolean[] counted = new boolean[topology.nodes().size()];
        if (balancer.isEmpty()) {
            Arrays.fill(counted, true);
            return counted;
        }
        Set<String> found = new HashSet<>(Set.of(balancer));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Link link : topology.links()) {
                grew |= found.contains(link.to()) && found.add(link.from());
            }
        }
        for (int node = 0; node < counted.length; node++) {
            counted[node] = found.contains(topology.nodes().get(node).id());
        }
        return counted;
    }
}
