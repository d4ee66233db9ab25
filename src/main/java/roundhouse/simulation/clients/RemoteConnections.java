package roundhouse.simulation.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.kernel.Kernel;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;

/**
 * The connections that real clients keep. They close them as they like; one that a node on its way has closed, or that broke, is for
 * the run another one from then on, though it may be the same outside.
 */
final class RemoteConnections implements ConnectionKeeper {
    private final Kernel kernel;
    /** By their numbers outside, those that take requests. */
    private final Map<Long, ClientConnection> open = new LinkedHashMap<>();

    RemoteConnections(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The attempt has come over the connection of that number. */
    void use(Attempt attempt, long number) {
        ClientConnection connection = open.get(number);
        attempt.opened = connection == null || connection.closing;
        if (connection == null || connection.closing) {
            connection = new ClientConnection(this, attempt.user, kernel.nowNanos());
            open.put(number, connection);
        }
        connection.open++;
        connection.used++;
        attempt.connection = connection;
    }

    /** Its client has closed it. */
    void closed(long number) {
        ClientConnection connection = open.remove(number);
        if (connection != null && !connection.closing) {
            breakOff(connection);
        }
    }

    @Override
    public void retire(ClientConnection connection) {
        connection.closing = true;
    }

    @Override
    public void replied(ClientConnection connection, Outcome outcome) {
        if (outcome == Outcome.REFUSED || outcome == Outcome.FAILED) {
            retire(connection);
        }
        if (--connection.open == 0 && connection.closing) {
            connection.close();
        }
    }

    @Override
    public boolean breakOff(ClientConnection connection) {
        retire(connection);
        boolean idle = connection.open == 0;
        if (idle) {
            connection.close();
        }
        return idle;
    }
}
