package roundhouse.analysis.structure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Tls;

/** Does what a clients node sends get somewhere, and can it be answered in time? */
final class ClientsCheck {
    /** Fewer kept connections than this for each target do not spread evenly. */
    private static final int FEW = 10;

    private ClientsCheck() {}

    static void check(Node node, Structure topology, Findings findings) {
        if (node instanceof Clients clients) {
            check(clients, topology, findings);
        }
    }

    private static void check(Clients clients, Structure topology, Findings findings) {
        List<Link> links = topology.linksFrom(clients.id());
        if (links.isEmpty()) {
            findings.error(clients.id(), "is linked to nothing, so its requests reach no target");
            return;
        }
        Duration timeout = clients.timeout();
        if (timeout != null) {
            tooShort(clients, timeout, topology, findings);
        }
        hedge(clients, "timeout", timeout, findings);
        hedge(clients, "time for a request as a whole", clients.retries().total(), findings);
        if (topology.node(links.getFirst().to()).orElse(null) instanceof LoadBalancer balancer) {
            throughBalancer(clients, balancer, topology, findings);
        }
    }

    private static void tooShort(Clients clients, Duration timeout, Structure topology, Findings findings) {
        if (findings.hasAllWarnings() || topology.slowest(clients.id()).compareTo(timeout) < 0) {
            return;
        }
        for (String id : topology.reachable(clients.id())) {
            if (topology.node(id).orElse(null) instanceof Server server
                    && server.service().mean().compareTo(timeout) >= 0) {
                findings.warning(
                        clients.id(),
                        "its timeout of " + Units.format(timeout) + " is not longer than the mean service time of "
                                + server.id() + ", so most requests there time out");
            }
        }
    }

    private static void hedge(Clients clients, String limit, @Nullable Duration time, Findings findings) {
        Hedge hedge = clients.hedge();
        if (hedge != null && time != null && hedge.after().compareTo(time) >= 0) {
            findings.warning(
                    clients.id(),
                    "hedges after " + Units.format(hedge.after()) + ", which is not before the end of its " + limit
                            + " of " + Units.format(time) + ", so it never does");
        }
    }

    private static void throughBalancer(Clients clients, LoadBalancer balancer, Structure topology, Findings findings) {
        int targets = topology.targets(topology.linksFrom(balancer.id()));
        if (clients.connection() instanceof Connection.KeepAlive
                && balancer.layer() == 4
                && targets > 1
                && clients.users() < FEW * targets) {
            findings.note(
                    clients.id(),
                    clients.users() + " kept connections for " + targets + " targets: " + balancer.id()
                            + " picks once for each at layer 4, so shares will be uneven");
        }
        boolean reads = !balancer.rules().isEmpty();
        if (reads && clients.tls() && balancer.tls().mode() == Tls.Mode.PASS_THROUGH) {
            findings.warning(
                    balancer.id(),
                    "has rules, but the requests of " + clients.id()
                            + " pass through encrypted; a real balancer could not read them: terminate TLS here");
        }
    }
}
