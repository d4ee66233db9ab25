package roundhouse.analysis.structure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Graph;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.stores.Store;

/** Do the calls of servers get somewhere, and does whoever waits for them wait long enough? */
final class CallsCheck {
    private final Topology topology;
    private final Graph graph;
    private final Findings findings;

    private CallsCheck(Topology topology, Findings findings) {
        this.topology = topology;
        this.findings = findings;
        graph = Graph.of(topology);
    }

    static void check(Topology topology, Findings findings) {
        CallsCheck check = new CallsCheck(topology, findings);
        boolean calls = false;
        for (Node node : topology.nodes()) {
            check.links(node);
            calls |= !node.called().isEmpty();
        }
        if (calls) {
            topology.nodes().forEach(check::timeouts);
        }
    }

    private void links(Node node) {
        Set<String> linked = graph.targets(node.id());
        for (String id : node.called()) {
            if (!linked.contains(id)) {
                findings.error(node.id(), "calls " + id + ", to which no link leads from it, so every such call fails");
            }
        }
        for (String id : node.keepers()) {
            List<String> places = topology.store(id).map(Store::members).orElse(List.of(id));
            if (Collections.disjoint(linked, places)) {
                findings.error(
                        node.id(), "has data at " + id + ", to which no link leads from it, so it never gets there");
            }
        }
        for (String id : node.keepersWithStore()) {
            Node keeper = graph.node(id);
            if (keeper != null && keeper.keepsData() && keeper.keepers().isEmpty()) {
                findings.error(
                        node.id(),
                        "has data at " + id + ", which is to read and write a store and has none; say a store of " + id
                                + ", or of " + node.id());
            }
        }
        if (node.makesCalls()) {
            List<String> called = node.called();
            for (String id : linked) {
                String peer = graph.peer(id);
                if (!called.contains(id)
                        && !node.keepers().contains(id)
                        && topology.storeOf(id)
                                .filter(store -> node.keepers().contains(store.id()))
                                .isEmpty()
                        && !id.equals(node.store())
                        && (peer == null || !called.contains(peer))) {
                    findings.warning(node.id(), "no call uses its link to " + id);
                }
            }
        }
    }

    /** The timeouts with which the node waits for servers, against those with which they wait for others. */
    private void timeouts(Node node) {
        switch (node) {
            case Clients clients ->
                graph.targets(node.id()).forEach(target -> outer(node.id(), target, clients.timeout()));
            case LoadBalancer balancer ->
                graph.targets(node.id())
                        .forEach(target ->
                                outer(node.id(), target, balancer.passOn().timeout()));
            case Server server -> server.calls().forEach(call -> outer(node.id(), call.to(), call.timeout()));
            default -> {}
        }
    }

    private void outer(String waiting, String target, @Nullable Duration timeout) {
        if (timeout == null) {
            return;
        }
        for (Server server : answering(target)) {
            for (ServiceCall call : server.calls()) {
                Duration longest = call.longest();
                String outer = "waits " + Units.format(timeout) + " for " + server.id() + ", which waits ";
                String otherwise = " for " + call.to() + ": what comes later is work for nobody";
                if (longest == null) {
                    findings.note(waiting, outer + "without end" + otherwise);
                } else if (longest.compareTo(timeout) > 0) {
                    findings.warning(waiting, outer + inner(call, longest) + otherwise);
                }
            }
        }
    }

    private static String inner(ServiceCall call, Duration longest) {
        Duration timeout = call.timeout();
        return timeout == null || timeout.equals(longest)
                ? Units.format(longest)
                : "up to " + Units.format(longest) + " (" + Units.format(timeout) + " an attempt)";
    }

    /** The servers that answer what is sent to that node, over any number of balancers. */
    private Set<Server> answering(String id) {
        Set<String> seen = new LinkedHashSet<>();
        Set<Server> servers = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (seen.add(next)) {
                topology.node(next).ifPresent(node -> {
                    if ((node instanceof ServerGroup group ? group.server() : node) instanceof Server server) {
                        servers.add(server);
                    } else {
                        open.addAll(graph.targets(next));
                    }
                });
            }
        }
        return servers;
    }
}
