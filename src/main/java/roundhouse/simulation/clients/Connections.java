package roundhouse.simulation.clients;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.parts.Connection;

/**
 * The kept connections of a clients node's users. A connection takes no further request once it was used often enough, was idle too
 * long, or had a reply that was refused, failed or too late; it is closed when its last reply is back.
 */
final class Connections {
    private final int limit;
    private final TimeoutQueue idle;
    private final @Nullable ClientConnection[] current;

    Connections(RunContext context, String owner, Connection.KeepAlive keepAlive, int users) {
        limit = keepAlive.requests();
        current = new ClientConnection[users];
        idle = new TimeoutQueue(
                context.kernel,
                DurationSampler.nanos(keepAlive.idle()),
                new CallbackHandler(context.kernel, owner + " idle connections", this::idleTooLong));
    }

    /** Puts the attempt on its user's connection, a new one if need be. */
    void use(Attempt attempt) {
        ClientConnection connection = current[attempt.user];
        attempt.opened = connection == null;
        if (connection == null) {
            connection = new ClientConnection(this, attempt.user);
            current[attempt.user] = connection;
        } else if (connection.open == 0) {
            idle.disarm(attempt.user);
        }
        connection.open++;
        if (++connection.used >= limit) {
            retire(connection);
        }
        attempt.connection = connection;
    }

    /** Lets no further request on it. */
    void retire(ClientConnection connection) {
        connection.closing = true;
        if (current[connection.user] == connection) {
            current[connection.user] = null;
        }
    }

    /** A reply came back over it. */
    void replied(ClientConnection connection, Outcome outcome) {
        if (outcome == Outcome.REFUSED || outcome == Outcome.FAILED) {
            retire(connection);
        }
        if (--connection.open > 0) {
            return;
        }
        if (connection.closing) {
            connection.close();
        } else {
            idle.arm(connection.user);
        }
    }

    /** A node on its way has closed it. Returns whether it was idle. */
    boolean breakOff(ClientConnection connection) {
        retire(connection);
        if (connection.open > 0) {
            return false;
        }
        idle.disarm(connection.user);
        connection.close();
        return true;
    }

    private void idleTooLong(int user) {
        ClientConnection connection = current[user];
        if (connection != null) {
            current[user] = null;
            connection.close();
        }
    }

    /** The users leave, or keep their connections otherwise: idle ones are closed now, the others with their last reply. */
    void close() {
        for (ClientConnection connection : current) {
            if (connection != null) {
                retire(connection);
                if (connection.open == 0) {
                    idle.disarm(connection.user);
                    connection.close();
                }
            }
        }
    }
}
