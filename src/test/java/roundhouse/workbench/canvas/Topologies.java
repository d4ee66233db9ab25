package roundhouse.workbench.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.NewNode;

/** Small topologies to try the canvas on. */
public final class Topologies {
    private Topologies() {}

    /** Clients at (0, 100), lb-1 at (300, 100), s1 at (600, 0) and s2 at (600, 200), all linked, s2 with weight 3. */
    public static Topology twoServers() {
        Topology topology = Topology.EMPTY;
        topology = add(topology, NewNode.clients(topology), 0, 100);
        topology = add(topology, NewNode.loadBalancer(topology), 300, 100);
        topology = add(topology, NewNode.server(topology), 600, 0);
        topology = add(topology, NewNode.server(topology), 600, 200);
        return topology.with(Link.of("clients", "lb-1", NewNode.LATENCY))
                .with(Link.of("lb-1", "s1", NewNode.LATENCY))
                .with(Link.of("lb-1", "s2", NewNode.LATENCY).weighted(3));
    }

    /** One balancer and that many servers in a square. */
    public static Topology servers(int count) {
        Topology topology = add(Topology.EMPTY, NewNode.clients(Topology.EMPTY), 0, 0);
        topology =
                add(topology, NewNode.loadBalancer(topology), 300, 0).with(Link.of("clients", "lb-1", NewNode.LATENCY));
        int side = (int) Math.ceil(Math.sqrt(count));
        List<Node> nodes = new ArrayList<>(topology.nodes());
        List<Link> links = new ArrayList<>(topology.links());
        Map<String, Position> layout = new LinkedHashMap<>(topology.layout());
        Server model = NewNode.server(Topology.EMPTY);
        for (int i = 0; i < count; i++) {
            String id = "s" + (i + 1);
            nodes.add(model.renamed(id));
            links.add(Link.of("lb-1", id, NewNode.LATENCY));
            layout.put(id, new Position(600 + (i % side) * 240.0, (i / side) * 120.0));
        }
        return topology.withNodes(nodes).withLinks(links).withLayout(layout);
    }

    private static Topology add(Topology topology, Node node, double x, double y) {
        return topology.with(node).at(node.id(), new Position(x, y));
    }
}
