package roundhouse.simulation.balancing.queueing;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.waiting.BalancerQueue;

/** Who waits at a balancer, in all its lines: who is next, for how long one may wait, and the figures of it. */
final class QueuedRequests {
    /** Hears whose time is over. */
    interface Expiry {
        /** The request in that slot has waited for as long as it may. */
        void timedOut(int slot);
    }

    final WaitingAttempts attempts = new WaitingAttempts();
    final Turns turns;
    private final RunContext context;
    private final NodeMetrics metrics;
    private final FullQueue full;
    private final @Nullable TimeoutQueue timeouts;
    private int size;

    QueuedRequests(
            RunContext context, String id, NodeMetrics metrics, FullQueue full, BalancerQueue rules, Expiry expiry) {
        this.context = context;
        this.metrics = metrics;
        this.full = full;
        turns = new Turns(context, attempts, rules.order());
        timeouts = rules.timeout() == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(rules.timeout()),
                        new CallbackHandler(context.kernel, id + " queue timeouts", expiry::timedOut));
    }

    /** How many wait. */
    int size() {
        return size;
    }

    /** Its time to wait begins. */
    void begin(Attempt attempt) {
        attempt.top().readySinceNanos = context.kernel.nowNanos();
    }

    /** It waits in that line. */
    void join(Attempt attempt, PoolQueue queue, WaitingAttempts.Line line) {
        turns.join(attempt, line);
        queue.waiting++;
        queue.lengthChanged(line);
        count(1);
        awaitTimeout(attempt.slot);
        context.observer.waits(attempt);
    }

    /** Its timer is armed, for the first time or once more. */
    void awaitTimeout(int slot) {
        if (timeouts != null) {
            timeouts.arm(slot);
        }
    }

    /**
     * It waits no longer.
     *
     * @param timed whether its timer still runs
     */
    void leave(int slot, PoolQueue queue, boolean timed) {
        WaitingAttempts.Line line = attempts.line(slot);
        attempts.leave(slot);
        queue.waiting--;
        queue.lengthChanged(line);
        count(-1);
        if (timed && timeouts != null) {
            timeouts.disarm(slot);
        }
        if (queue.waiting == 0) {
            full.emptied();
        }
    }

    private void count(int change) {
        size += change;
        metrics.queue.add(context.kernel.nowNanos(), change);
    }

    /** It has waited, perhaps not at all, and is sent. */
    void sent(Attempt attempt) {
        metrics.waiting.record(context.kernel.nowNanos() - attempt.top().readySinceNanos);
    }

    /** Those that wait and are such, the oldest first. */
    List<Attempt> all(Predicate<Attempt> which) {
        return turns.all(which);
    }

    /** Adds how long those have waited that wait still. */
    void addWaits(Latencies waits) {
        all(_ -> true).forEach(attempt -> waits.record(context.kernel.nowNanos() - attempt.top().readySinceNanos));
    }
}
