package roundhouse.simulation.balancing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.balancing.queueing.TargetQueues;
import roundhouse.simulation.components.LimitCounts;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.KeptConnection;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.topology.nodes.LoadBalancer;

/** The queue of a load balancer, where it has one: who waits there and goes on, and what was counted of it. */
final class WaitingRoom implements TargetQueues.Owner {
    /** Where those that waited go on. */
    interface Listener {
        /** The attempt goes to the target of that tag. */
        void admitted(Attempt attempt, long tag);

        /** The attempt is answered with that outcome. */
        void turnedAway(Attempt attempt, Outcome outcome);
    }

    private final RunContext context;
    private final NodeComponent balancer;
    private final Listener listener;
    private final LimitCounts limits;
    private final TargetGroups groups;
    private final Picks picks;
    private final ConnectionPicks connections;
    private @Nullable LoadBalancer spec;
    private @Nullable TargetQueues queues;

    WaitingRoom(
            RunContext context,
            NodeComponent balancer,
            Listener listener,
            LimitCounts limits,
            TargetGroups groups,
            Picks picks,
            ConnectionPicks connections) {
        this.context = context;
        this.balancer = balancer;
        this.listener = listener;
        this.limits = limits;
        this.groups = groups;
        this.picks = picks;
        this.connections = connections;
    }

    /** Whether those that wait would wait otherwise under these settings, and have to {@link #leave} before they hold. */
    boolean isOtherFor(LoadBalancer next) {
        LoadBalancer before = spec;
        return before == null
                || before.layer() != next.layer()
                || !before.balancing().equals(next.balancing())
                || !before.sticky().equals(next.sticky())
                || !Objects.equals(before.queue(), next.queue());
    }

    /** These settings hold now. Nobody waits if they are other ones. */
    void become(LoadBalancer next) {
        boolean other = isOtherFor(next);
        spec = next;
        if (!other) {
            return;
        }
        forget();
        queues = null;
        if (next.queue() != null) {
            queues = new TargetQueues(context, balancer.id, this, balancer.metrics, next.queue(), limits);
        }
        picks.queues(queues);
    }

    /** Nobody waits any more; those that did, the oldest first. */
    List<Attempt> leave() {
        return queues == null ? List.of() : queues.leaveAll();
    }

    /** The attempt waits no longer. Returns whether it did. */
    boolean leave(Attempt attempt) {
        return queues != null && queues.leave(attempt);
    }

    /** The balancer forgets its targets. Nobody may wait. */
    void forget() {
        if (queues != null) {
            queues.forget();
        }
    }

    /** Whether requests wait there. */
    boolean isOpen() {
        return queues != null;
    }

    /** How many wait there. */
    int size() {
        return queues == null ? 0 : queues.size();
    }

    /** Adds how long those have waited that wait still. */
    void addWaits(Latencies waits) {
        if (queues != null) {
            queues.addWaits(waits);
        }
    }

    /** The balancer may work again, or not. */
    void conditionChanged() {
        if (queues != null) {
            queues.resumed();
        }
    }

    @Override
    public TargetGroup pool(int index) {
        return groups.get(index);
    }

    @Override
    public boolean works() {
        return !balancer.isPaused();
    }

    @Override
    public void admitted(Attempt attempt, int pool, int target, boolean counts) {
        long tag = picks.tag(pool, target);
        if (!counts) {
            tag = PickTag.uncounted(tag);
        }
        KeptConnection connection = attempt.connection;
        boolean pinned = spec != null && spec.layer() == 4 && connection != null;
        if (connection == null || !pinned) {
            listener.admitted(attempt, tag);
            return;
        }
        connections.opened(connection, attempt, tag);
        listener.admitted(attempt, tag);
        if (queues != null) {
            queues.leave(connection).forEach(other -> listener.admitted(other, connections.pick(connection, other)));
        }
    }

    @Override
    public void turnedAway(Attempt attempt, Outcome outcome) {
        listener.turnedAway(attempt, outcome);
    }
}
