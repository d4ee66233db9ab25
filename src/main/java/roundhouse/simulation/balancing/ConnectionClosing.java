package roundhouse.simulation.balancing;

import roundhouse.simulation.components.LimitCounts;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.KeptConnection;
import roundhouse.topology.nodes.waiting.ConnectionLimits;

/** Closes connections that clients keep at the limits of a balancer: the reply says that it is the last one, or how long it may be idle. */
final class ConnectionClosing {
    private final ConnectionLimits rules;
    private final LimitCounts limits;
    private final long ageNanos;
    private final long idleNanos;
    private final Runnable closedIdle;

    ConnectionClosing(ConnectionLimits rules, LimitCounts limits) {
        this.rules = rules;
        this.limits = limits;
        ageNanos = rules.age() == null ? Long.MAX_VALUE : DurationSampler.nanos(rules.age());
        idleNanos = rules.idle() == null ? Long.MAX_VALUE : DurationSampler.nanos(rules.idle());
        closedIdle = () -> limits.add(LimitEvent.CLOSED_IDLE);
    }

    /** The attempt is about to be answered. */
    void answering(Attempt attempt, long nowNanos) {
        KeptConnection connection = attempt.connection;
        if (connection == null || rules.equals(ConnectionLimits.NONE)) {
            return;
        }
        if (idleNanos < Long.MAX_VALUE) {
            connection.idleLimit(idleNanos, closedIdle);
        }
        if (connection.isRetired()) {
            return;
        }
        boolean often = connection.requests() >= rules.requests();
        if (often || nowNanos - connection.openedNanos() >= ageNanos) {
            limits.add(often ? LimitEvent.CLOSED_BY_COUNT : LimitEvent.CLOSED_BY_AGE);
            connection.retire();
        }
    }
}
