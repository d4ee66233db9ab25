package roundhouse.simulation.balancing.queueing;

import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;

/**
 * Gives targets that have room those that wait: whenever there is room, or by HAProxy's rules on {@link HaproxyOccasions}. Of those that
 * wait for the target and those that wait for any, who has waited longest is next.
 */
final class QueueAdmission {
    private final RunContext context;
    private final TargetQueues.Owner owner;
    private final QueuedRequests queued;

    QueueAdmission(RunContext context, TargetQueues.Owner owner, QueuedRequests queued) {
        this.context = context;
        this.owner = owner;
        this.queued = queued;
    }

    /** Whoever can go now goes. */
    void serve(PoolQueue queue) {
        if (queue.occasions == null) {
            serveAll(queue);
        } else {
            serve(queue, queue.occasions);
        }
    }

    private void serveAll(PoolQueue queue) {
        boolean served = true;
        while (served && queue.waiting > 0) {
            served = false;
            for (int target = 0; target < queue.group.pool().size(); target++) {
                served |= queue.hasRoom(target) && serveNext(queue, target);
            }
        }
    }

    private void serve(PoolQueue queue, HaproxyOccasions occasions) {
        int targets = queue.group.pool().size();
        for (int target = 0; target < targets; target++) {
            for (int times = occasions.takeBack(target); times > 0; times--) {
                takeUncounted(queue, target);
            }
        }
        for (int target = 0; target < targets; target++) {
            if (occasions.takesRoom(target)) {
                boolean served = true;
                while (served && queue.hasRoom(target)) {
                    served = serveNext(queue, target);
                }
            }
        }
    }

    /** The target takes as many as it lacks to its limit, none of whom counts there. */
    private void takeUncounted(PoolQueue queue, int target) {
        int lacks = queue.limit(target) - queue.inFlight(target);
        while (lacks > 0 && queue.isForAnyone(target)) {
            int slot = queued.turns.next(queue.shared, target);
            if (slot == WaitingAttempts.NOBODY) {
                return;
            }
            Attempt attempt = context.attempts.at(slot);
            queue.group.take(attempt, target);
            context.kernel.fold(attempt.number);
            queued.leave(slot, queue, true);
            queued.sent(attempt);
            queue.group.startedUncounted(target);
            owner.admitted(attempt, queue.index, target, false);
            lacks--;
        }
    }

    private boolean serveNext(PoolQueue queue, int target) {
        int own = queued.turns.next(queue.line(target));
        int other = queue.isForAnyone(target) ? queued.turns.next(queue.shared, target) : WaitingAttempts.NOBODY;
        if (own == WaitingAttempts.NOBODY && other == WaitingAttempts.NOBODY) {
            return false;
        }
        boolean ownFirst =
                other == WaitingAttempts.NOBODY || (own != WaitingAttempts.NOBODY && queued.turns.isBefore(own, other));
        return ownFirst ? admit(queue, own, target) : admitPicked(queue, other, target);
    }

    private boolean admitPicked(PoolQueue queue, int slot, int free) {
        if (queue.group.lines().isHaproxys()) {
            queue.group.take(context.attempts.at(slot), free);
            return admit(queue, slot, free);
        }
        int target = queue.group.pickAnew(context.attempts.at(slot));
        if (target == TargetQueues.NONE || !queue.hasRoom(target)) {
            return false;
        }
        return admit(queue, slot, target);
    }

    private boolean admit(PoolQueue queue, int slot, int target) {
        Attempt attempt = context.attempts.at(slot);
        boolean joined = queued.attempts.line(slot).target != TargetQueues.NONE;
        context.kernel.fold(attempt.number);
        queued.leave(slot, queue, true);
        queued.sent(attempt);
        queue.sent(target);
        if (joined) {
            queue.group.lines().admitted(target);
        } else {
            queue.group.started(target);
        }
        owner.admitted(attempt, queue.index, target, true);
        return true;
    }
}
