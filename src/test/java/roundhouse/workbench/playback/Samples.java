package roundhouse.workbench.playback;

import java.time.Duration;
import java.util.List;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.NewNode;

/** Topologies to play in tests. */
public final class Samples {
    private Samples() {}

    /** Two servers that nobody asks for anything. */
    public static Topology servers() {
        return Topology.EMPTY.with(server("s1")).with(server("s2"));
    }

    /** A thousand requests a second for them, and s2 is down for a while. */
    public static Topology busy() {
        Topology servers = servers();
        Node clients = NewNode.clients(servers);
        Node balancer = NewNode.loadBalancer(servers);
        return servers.with(clients)
                .with(balancer)
                .with(Link.of(clients.id(), balancer.id(), NewNode.LATENCY))
                .with(Link.of(balancer.id(), "s1", NewNode.LATENCY))
                .with(Link.of(balancer.id(), "s2", NewNode.LATENCY))
                .withScenario(List.of(
                        new TimedCommand(Duration.ofMillis(700), new Command.Crash("s2")),
                        new TimedCommand(Duration.ofMillis(900), new Command.Recover("s2"))));
    }

    public static Node server(String id) {
        return NewNode.server(Topology.EMPTY).renamed(id);
    }
}
