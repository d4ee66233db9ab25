package roundhouse.simulation.balancing.queueing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.topology.nodes.waiting.BalancerQueue;

/** The lines before one pool of targets, and what its targets have in flight. */
final class PoolQueue {
    final int index;
    final TargetGroup group;
    private final BalancerQueue rules;
    /** Those that wait for whoever has room first. */
    final WaitingAttempts.Line shared;
    /** When its targets take those that wait; null for whenever they have room. */
    final @Nullable HaproxyOccasions occasions;

    private WaitingAttempts.Line[] lines = {};
    private int[] inFlight = {};
    private int allInFlight;
    /** How many wait in all its lines. */
    int waiting;
    /** It is to be gone through as soon as what happens now is done. */
    boolean due;
    /** The version of the pool for which that was last done, or when nobody waited yet. */
    int seen;

    /** Whatever its targets have in flight already counts. */
    PoolQueue(int index, TargetGroup group, BalancerQueue rules) {
        this.index = index;
        this.group = group;
        this.rules = rules;
        shared = new WaitingAttempts.Line(index, WaitingAttempts.NOBODY);
        occasions = group.lines().isHaproxys() ? new HaproxyOccasions(group) : null;
        seen = group.pool().version();
        for (int target = 0; target < group.pool().size(); target++) {
            line(target);
            inFlight[target] = group.pool().inFlight(target);
            allInFlight += inFlight[target];
        }
    }

    /** Those that wait for that target. */
    WaitingAttempts.Line line(int target) {
        if (target >= lines.length) {
            int before = lines.length;
            lines = Arrays.copyOf(lines, target + 1);
            inFlight = Arrays.copyOf(inFlight, target + 1);
            for (int added = before; added <= target; added++) {
                lines[added] = new WaitingAttempts.Line(index, added);
            }
        }
        return lines[target];
    }

    /** How many targets there ever were, as far as requests were for them. */
    int lines() {
        return lines.length;
    }

    int inFlight(int target) {
        return target < inFlight.length ? inFlight[target] : 0;
    }

    void sent(int target) {
        line(target);
        inFlight[target]++;
        allInFlight++;
    }

    void ended(int target) {
        line(target);
        inFlight[target]--;
        allInFlight--;
    }

    /** Somebody has joined the line, or left it. */
    void lengthChanged(WaitingAttempts.Line line) {
        if (line.target != WaitingAttempts.NOBODY) {
            group.lines().awaited(line.target, !line.isEmpty());
        }
    }

    /** A request has gone from there, so that whoever waits may have a place. */
    void placeFree(int target) {
        if (occasions != null && waiting > 0) {
            occasions.left(target, inFlight(target) + group.lines().uncounted(target));
        }
    }

    /** Nobody has waited until now: who begins to is placed by what the targets are, and only what changes from here on moves it. */
    void begin() {
        int version = group.pool().version();
        if (occasions != null && seen != version) {
            occasions.begin();
        }
        seen = version;
    }

    /** Whether a new request waits behind others though a target may have room. */
    boolean isBehindOthers() {
        return !shared.isEmpty() && group.lines().isBehindOthers();
    }

    /** Whether the target, and the pool as a whole, have room for one more. */
    boolean hasRoom(int target) {
        return inFlight(target) < limit(target) && (allInFlight < rules.connections() || inFlight(target) == 0);
    }

    /** Requests in flight that the target may have now. */
    int limit(int target) {
        return group.lines().limitNow(target);
    }

    /** Whether the pool as a whole has so many in flight that a further one is turned away. */
    boolean isOverloaded() {
        return allInFlight >= rules.requests();
    }

    /** Whether as many wait as may. */
    boolean isFull() {
        return waiting >= rules.length();
    }

    /** Whether as many wait for that target as may. */
    boolean isFull(int target) {
        return isFull() || line(target).size() >= rules.targetLength();
    }

    /** Whether a request for that target can go there now. */
    boolean isFree(int target) {
        return hasRoom(target) && line(target).isEmpty();
    }

    /** Whether any target would take the request, if it had room. */
    boolean isAnyOpen(Request request) {
        Pool pool = group.pool();
        for (int target = 0; target < pool.size(); target++) {
            if (pool.isOpen(target) && !request.tried(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any target has room for the request: a backup only where no primary is open to it, full or not. */
    boolean isAnyFree(Request request) {
        Pool pool = group.pool();
        boolean primaries = isAnyPrimaryOpen(request);
        for (int target = 0; target < pool.size(); target++) {
            if (pool.canTake(target)
                    && !(primaries && pool.isBackup(target))
                    && !request.tried(target)
                    && (hasRoom(target) || group.lines().isPickedWithoutRoom(target))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the target, if it has room, takes those that wait for whoever has room first: a backup only where no primary can. */
    boolean isForAnyone(int target) {
        Pool pool = group.pool();
        return pool.isOpen(target) && (!pool.isBackup(target) || !isAnyPrimaryOpen());
    }

    private boolean isAnyPrimaryOpen() {
        Pool pool = group.pool();
        for (int target = 0; target < pool.size(); target++) {
            if (pool.isOpen(target) && !pool.isBackup(target)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyPrimaryOpen(Request request) {
        Pool pool = group.pool();
        for (int target = 0; target < pool.size(); target++) {
            if (pool.isOpen(target) && !pool.isBackup(target) && !request.tried(target)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether those that wait for that target are to go elsewhere. One that drains is left when it begins to: who sticks to it may wait
     * for it later.
     *
     * @param version of the pool, after which it is looked at what changed
     */
    boolean isToBeLeft(int target, int version) {
        Pool pool = group.pool();
        return !line(target).isEmpty()
                && (pool.isRemoved(target)
                        || (rules.redispatch()
                                && (!pool.keepsClients(target)
                                        || (pool.isDraining(target) && pool.changedIn(target) > version))));
    }
}
