package roundhouse.live;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** What a topology says that live traffic does not do, or does otherwise: a line each, so that nothing is left out in silence. */
public final class NotLive {
    private final List<String> lines = new ArrayList<>();

    private NotLive() {}

    /** The lines for that topology; empty when all of it is done. */
    public static List<String> of(Topology topology) {
        NotLive found = new NotLive();
        topology.nodes().forEach(found::look);
        return List.copyOf(found.lines);
    }

    private void look(Node node) {
        switch (node) {
            case Clients clients -> clients(clients);
            case LoadBalancer balancer -> balancer(balancer);
            case Server server -> server(server);
            default -> {
                switch (node.kind()) {
                    case "dns" -> say(node, "no name server answers; send requests to the entrance of the clients");
                    case "cdn", "cache", "database" ->
                        say(node, "works inside Roundhouse in real time, not as a server of its own");
                    default -> {}
                }
            }
        }
    }

    private void clients(Clients clients) {
        say(clients, "arrivals, keys, users and connections are those of the real clients");
        if (clients.retries().attempts() > 1) {
            say(clients, "retries are left to the real clients");
        }
        if (clients.hedge() != null) {
            say(clients, "hedging is left to the real clients");
        }
        if (clients.cache() != null) {
            say(clients, "the cache of browsers is that of the real clients");
        }
        if (clients.tls()) {
            say(clients, "TLS is not done: requests come in unencrypted");
        }
        if (!clients.regions().isEmpty()) {
            say(clients, "real clients are in no region");
        }
    }

    private void balancer(LoadBalancer balancer) {
        if (balancer.tls().mode() == roundhouse.topology.nodes.parts.Tls.Mode.TERMINATE) {
            say(balancer, "TLS is not done: requests come in unencrypted");
        }
    }

    private void server(Server server) {
        if (server.state() != null) {
            say(server, "sessions are not remembered");
        }
        if (server.workers() != roundhouse.topology.types.Types.UNLIMITED) {
            say(server, "workers are not bounded while requests wait for others");
        }
    }

    private void say(Node node, String what) {
        lines.add(node.title() + ": " + what);
    }
}
