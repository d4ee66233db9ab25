package roundhouse.simulation.clients;

import java.util.ArrayList;
import java.util.List;
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
final class Connections implements ConnectionKeeper {
    private final int limit;
    private final RunContext context;
    private final CallbackHandler idleHandler;
    /** For those that the clients close when they are idle, and then for those that nodes on their way close sooner. */
    private final List<TimeoutQueue> idle = new ArrayList<>();
    /** Ends connections at their age; null when that has no limit. */
    private final @Nullable TimeoutQueue ages;

    private final @Nullable ClientConnection[] current;

    Connections(RunContext context, String owner, Connection.KeepAlive keepAlive, int users) {
        limit = keepAlive.requests();
        current = new ClientConnection[users];
        this.context = context;
        idleHandler = new CallbackHandler(context.kernel, owner + " idle connections", this::idleTooLong);
        idle.add(new TimeoutQueue(context.kernel, DurationSampler.nanos(keepAlive.idle()), idleHandler));
        ages = keepAlive.age() == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(keepAlive.age()),
                        new CallbackHandler(context.kernel, owner + " old connections", this::tooOld));
    }

    /** Puts the attempt on its user's connection, a new one if need be. */
    void use(Attempt attempt) {
        ClientConnection connection = current[attempt.user];
        attempt.opened = connection == null;
        if (connection == null) {
            connection = new ClientConnection(this, attempt.user, context.kernel.nowNanos());
            current[attempt.user] = connection;
            if (ages != null) {
                ages.arm(attempt.user);
            }
        } else {
            busy(connection);
        }
        connection.open++;
        if (++connection.used >= limit) {
            retire(connection);
        }
        attempt.connection = connection;
    }

    /** It is not idle any more. */
    private static void busy(ClientConnection connection) {
        if (connection.idleTimer != null) {
            connection.idleTimer.disarm(connection.user);
            connection.idleTimer = null;
        }
    }

    /** It is idle: closed after a while, by its client or sooner by a node on its way. */
    private void idle(ClientConnection connection) {
        TimeoutQueue timer =
                timer(Math.min(connection.idleNanos, idle.getFirst().delayNanos()));
        connection.idleTimer = timer;
        timer.arm(connection.user);
    }

    private TimeoutQueue timer(long nanos) {
        for (TimeoutQueue timer : idle) {
            if (timer.delayNanos() == nanos) {
                return timer;
            }
        }
        TimeoutQueue timer = new TimeoutQueue(context.kernel, nanos, idleHandler);
        idle.add(timer);
        return timer;
    }

    @Override
    public void retire(ClientConnection connection) {
        connection.closing = true;
        if (current[connection.user] == connection) {
            current[connection.user] = null;
            if (ages != null) {
                ages.disarm(connection.user);
            }
        }
    }

    /** It is so old that it is closed now, or with its last reply. */
    private void tooOld(int user) {
        ClientConnection connection = current[user];
        if (connection != null) {
            connection.closing = true;
            current[user] = null;
            if (connection.open == 0) {
                busy(connection);
                connection.close();
            }
        }
    }

    @Override
    public void replied(ClientConnection connection, Outcome outcome) {
        if (outcome == Outcome.REFUSED || outcome == Outcome.FAILED) {
            retire(connection);
        }
        if (--connection.open > 0) {
            return;
        }
        if (connection.closing) {
            connection.close();
        } else {
            idle(connection);
        }
    }

    @Override
    public boolean breakOff(ClientConnection connection) {
        retire(connection);
        if (connection.open > 0) {
            return false;
        }
        busy(connection);
        connection.close();
        return true;
    }

    private void idleTooLong(int user) {
        ClientConnection connection = current[user];
        if (connection != null) {
            boolean elsewhere = connection.idleNanos < idle.getFirst().delayNanos();
            connection.idleTimer = null;
            retire(connection);
            connection.close();
            if (elsewhere) {
                connection.idleClosed.run();
            }
        }
    }

    /** The users leave, or keep their connections otherwise: idle ones are closed now, the others with their last reply. */
    void close() {
        for (ClientConnection connection : current) {
            if (connection != null) {
                retire(connection);
                if (connection.open == 0) {
                    busy(connection);
                    connection.close();
                }
            }
        }
    }
}
