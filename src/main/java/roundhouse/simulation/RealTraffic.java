package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.clients.RemoteClients;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.simulation.serving.RemoteServer;
import roundhouse.topology.nodes.checking.CheckAnswer;

/**
 * What happens outside a {@linkplain Run#driven driven} run, told it at the run's present time. What is said of nodes or requests that are
 * not there any more is passed over.
 */
public final class RealTraffic {
    private final Network network;

    RealTraffic(Network network) {
        this.network = network;
    }

    /** A request has come to those clients. Returns its number in the run; 0 when the clients are not there any more. */
    public long begin(String clients, OutsideRequest request) {
        return network.node(clients) instanceof RemoteClients there ? there.begin(request) : 0;
    }

    /** The real client waits no longer for that request. */
    public void hungUp(String clients, long request) {
        if (network.node(clients) instanceof RemoteClients there) {
            there.hungUp(request);
        }
    }

    /** The real client of those has closed the connection of that number. */
    public void disconnected(String clients, long connection) {
        if (network.node(clients) instanceof RemoteClients there) {
            there.disconnected(connection);
        }
    }

    /** A server has begun to work on the attempt of that slot and number. */
    public void started(String server, int slot, long attempt) {
        if (network.node(server) instanceof RemoteServer there) {
            there.started(slot, attempt);
        }
    }

    /**
     * The attempt of that slot and number has ended at the server.
     *
     * @param broken its connection broke before an answer
     * @param answer what a check was answered; null for what is none, and where nobody answered
     */
    public void ended(
            String server, int slot, long attempt, Outcome outcome, boolean broken, @Nullable CheckAnswer answer) {
        // A server that was removed finishes what it has.
        network.everyNode(server).forEach(node -> {
            if (node instanceof RemoteServer there) {
                there.ended(slot, attempt, outcome, broken, answer);
            }
        });
    }
}
