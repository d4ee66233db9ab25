package roundhouse.simulation.balancing.queueing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LimitCounts;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.KeptConnection;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.simulation.targets.Waiting;
import roundhouse.topology.nodes.waiting.BalancerQueue;

/**
 * Lets requests wait at a balancer until a target has room, as HAProxy does: those that are bound to a target, by a key, an address,
 * stickiness or because the rules say so, wait for that, the others for whoever has room first. A target with room takes the next of
 * both lines together, which is the one that has waited longest. Nobody overtakes by coming just then. Where HAProxy picks, that is not
 * done whenever a target has room, but on {@link HaproxyOccasions}.
 *
 * <p>Those that wait for a target which goes out of use are placed anew, with a new time to wait. Where every target is out of use a new
 * request fails, but those that wait go on waiting.
 *
 * <p>Each step costs O(1), and O(targets) where a target is picked; nothing is allocated once the arrays have grown.
 *
 * <p>Source: HAProxy 2.6, src/queue.c and assign_server_and_queue in src/backend.c.
 */
public final class TargetQueues {
    /** In the place of a target: nobody can take the request. */
    public static final int NONE = Balancer.NONE;
    /** It waits. */
    public static final int WAITS = -2;
    /** It is turned away, because too many wait or are in flight. */
    public static final int FULL = -3;

    /** The balancer. */
    public interface Owner {
        /** Its pool of that index. */
        TargetGroup pool(int index);

        /** Whether it is up and goes on: a paused one neither sends nor looks at its clock. */
        boolean works();

        /**
         * The attempt has waited and goes to that target now.
         *
         * @param counts whether it is counted there
         */
        void admitted(Attempt attempt, int pool, int target, boolean counts);

        /** The attempt waits no longer and is answered with that outcome. */
        void turnedAway(Attempt attempt, Outcome outcome);
    }

    private final RunContext context;
    private final String id;
    private final Owner owner;
    private final BalancerQueue rules;
    private final LimitCounts limits;
    private final FullQueue full;
    private final QueuedRequests queued;
    private final QueueAdmission admission;
    private final CallbackHandler serving;
    private @Nullable PoolQueue[] queues = {};

    public TargetQueues(
            RunContext context, String id, Owner owner, NodeMetrics metrics, BalancerQueue rules, LimitCounts limits) {
        this.context = context;
        this.id = id;
        this.owner = owner;
        this.rules = rules;
        this.limits = limits;
        full = new FullQueue(context, id);
        queued = new QueuedRequests(context, id, metrics, full, rules, this::timedOut);
        admission = new QueueAdmission(context, owner, queued);
        serving = new CallbackHandler(context.kernel, id + " queue", this::serve);
    }

    /** How many wait. */
    public int size() {
        return queued.size();
    }

    /** A target for the attempt, which is counted there and is to be sent; or {@link #WAITS}, {@link #FULL} or {@link #NONE}. */
    public int place(Attempt attempt, int pool) {
        PoolQueue queue = queue(pool);
        if (queue.due) {
            serve(queue);
        }
        queued.begin(attempt);
        int target = queue.group.stuck(attempt);
        return target != NONE && (queue.isFree(target) || !queue.isFull(target) || !rules.redispatch())
                ? goOrWait(attempt, queue, target)
                : placeAnew(attempt, queue);
    }

    private PoolQueue queue(int pool) {
        if (pool >= queues.length) {
            queues = Arrays.copyOf(queues, pool + 1);
        }
        PoolQueue queue = queues[pool];
        if (queue == null) {
            queue = new PoolQueue(pool, owner.pool(pool), rules);
            PoolQueue made = queue;
            queue.group.pool().watch(() -> due(made));
            queue.group.waiting(new WaitWords(id, context, queue, queued.attempts));
            queue.group.lines().steps((target, last) -> warmer(made, target, last));
            queues[pool] = queue;
        }
        return queue;
    }

    /** Whomever its client sticks to. */
    private int placeAnew(Attempt attempt, PoolQueue queue) {
        TargetGroup group = queue.group;
        if (group.lines().isPickedAtLimit()) {
            int target = group.pickAnew(attempt);
            return target == NONE ? NONE : goOrWait(attempt, queue, target);
        }
        if (!queue.isBehindOthers() && queue.isAnyFree(attempt)) {
            int target = group.pickAnew(attempt);
            if (target != NONE) {
                return group.lines().isPickedWithoutRoom(target)
                        ? goOrWait(attempt, queue, target)
                        : go(attempt, queue, target);
            }
            // Those that have room may have no place in the balancer's table.
        }
        if (!queue.isAnyOpen(attempt)) {
            return group.pickAnew(attempt);
        }
        group.noRoom(attempt, queue.shared.isEmpty());
        return queue.isFull() ? refuse(queue) : join(attempt, queue, queue.shared);
    }

    private int goOrWait(Attempt attempt, PoolQueue queue, int target) {
        if (queue.isFree(target)) {
            return go(attempt, queue, target);
        }
        if (queue.isFull(target)) {
            leftAlone(queue, target);
            return refuse(queue);
        }
        queue.group.lines().joined(target);
        return join(attempt, queue, queue.line(target));
    }

    private int go(Attempt attempt, PoolQueue queue, int target) {
        if (queue.isOverloaded()) {
            return refuse(queue);
        }
        queued.sent(attempt);
        queue.sent(target);
        queue.group.started(target);
        return target;
    }

    private int refuse(PoolQueue queue) {
        limits.add(LimitEvent.QUEUE_FULL);
        full.refused(queue);
        return FULL;
    }

    private int join(Attempt attempt, PoolQueue queue, WaitingAttempts.Line line) {
        if (queue.waiting == 0) {
            queue.begin();
        }
        queued.join(attempt, queue, line);
        return WAITS;
    }

    /** A request has gone from the target without having been there. */
    private void leftAlone(PoolQueue queue, int target) {
        if (target != NONE && queue.occasions != null) {
            queue.placeFree(target);
            due(queue);
        }
    }

    /** The same, and where it counted at the target that it waited for it does so no more. */
    private void unbind(int slot, PoolQueue queue, boolean timed) {
        int target = queued.attempts.line(slot).target;
        queued.leave(slot, queue, timed);
        if (target != NONE) {
            queue.group.lines().left(target);
        }
    }

    /**
     * What has just ended at that target goes there once more.
     *
     * @param counted whether it is counted there
     */
    public void again(int pool, int target, boolean counted) {
        if (counted) {
            queue(pool).sent(target);
        }
    }

    /**
     * What was sent to that target has ended.
     *
     * @param counted whether it was counted there
     */
    public void ended(int pool, int target, boolean counted) {
        PoolQueue queue = pool < queues.length ? queues[pool] : null;
        if (queue != null) {
            if (counted) {
                queue.ended(target);
            }
            queue.placeFree(target);
            due(queue);
        }
    }

    private void warmer(PoolQueue queue, int target, boolean last) {
        if (queue.occasions != null && queue.waiting > 0) {
            queue.occasions.warmer(target, last);
            due(queue);
        }
    }

    /** The balancer works again. */
    public void resumed() {
        for (PoolQueue queue : queues) {
            if (queue != null) {
                due(queue);
            }
        }
    }

    /** Something about its targets has changed: whoever waits is looked at when what happens now is done. */
    private void due(PoolQueue queue) {
        if (queue.waiting > 0 && !queue.due) {
            queue.due = true;
            context.kernel.schedule(0, serving, queue.index);
        }
    }

    private void serve(int pool) {
        PoolQueue queue = pool < queues.length ? queues[pool] : null;
        if (queue != null && queue.due) {
            serve(queue);
        }
    }

    private void serve(PoolQueue queue) {
        queue.due = false;
        if (!owner.works()) {
            return;
        }
        int version = queue.group.pool().version();
        if (queue.seen != version) {
            int before = queue.seen;
            queue.seen = version;
            if (queue.occasions != null) {
                queue.occasions.look();
            }
            redistribute(queue, before);
        }
        admission.serve(queue);
    }

    private void redistribute(PoolQueue queue, int version) {
        for (int target = 0; target < queue.lines(); target++) {
            while (queue.isToBeLeft(target, version)) {
                limits.add(LimitEvent.REDISPATCHED);
                moveOn(queue, queue.line(target).first());
            }
        }
    }

    private void moveOn(PoolQueue queue, int slot) {
        unbind(slot, queue, true);
        Attempt attempt = context.attempts.at(slot);
        int target = placeAnew(attempt, queue);
        if (target >= 0) {
            context.kernel.fold(attempt.number);
            owner.admitted(attempt, queue.index, target, true);
        } else if (target != WAITS) {
            owner.turnedAway(attempt, target == FULL ? Outcome.REJECTED : Outcome.FAILED);
        }
    }

    private void timedOut(int slot) {
        if (!owner.works()) {
            queued.awaitTimeout(slot);
            return;
        }
        Attempt attempt = context.attempts.at(slot);
        context.kernel.fold(attempt.number);
        limits.add(LimitEvent.QUEUE_TIMEOUT);
        PoolQueue queue = queue(queued.attempts.line(slot).pool);
        full.timedOut(queue);
        int target = queued.attempts.line(slot).target;
        unbind(slot, queue, false);
        leftAlone(queue, target);
        owner.turnedAway(attempt, Outcome.REJECTED);
    }

    /** The attempt waits no longer. Returns whether it did. */
    public boolean leave(Attempt attempt) {
        boolean waits = queued.attempts.isWaiting(attempt.slot);
        if (waits) {
            WaitingAttempts.Line line = queued.attempts.line(attempt.slot);
            PoolQueue queue = queue(line.pool);
            unbind(attempt.slot, queue, true);
            leftAlone(queue, line.target);
        }
        return waits;
    }

    /** Those that wait and came over that connection, the oldest first; none of them waits any more. */
    public List<Attempt> leave(KeptConnection connection) {
        return leave(attempt -> connection.equals(attempt.connection));
    }

    /** All that wait, the oldest first; none of them waits any more. */
    public List<Attempt> leaveAll() {
        return leave(_ -> true);
    }

    private List<Attempt> leave(Predicate<Attempt> which) {
        List<Attempt> left = queued.all(which);
        left.forEach(attempt -> unbind(attempt.slot, queue(queued.attempts.line(attempt.slot).pool), true));
        return left;
    }

    /** Adds how long those have waited that wait still. */
    public void addWaits(Latencies waits) {
        queued.addWaits(waits);
    }

    /** The pools are other ones from now on, with nothing in flight. Nobody may wait. */
    public void forget() {
        context.kernel.cancel(serving);
        for (PoolQueue queue : queues) {
            if (queue != null) {
                queue.group.pool().watch(() -> {});
                queue.group.waiting(Waiting.NONE);
                queue.group.lines().steps((_, _) -> {});
            }
        }
        queues = new PoolQueue[0];
    }
}
